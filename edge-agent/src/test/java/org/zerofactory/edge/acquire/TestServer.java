package org.zerofactory.edge.acquire;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigLimits;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.CompositeValidator;
import org.eclipse.milo.opcua.sdk.server.identity.UsernameIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilters;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.security.CertificateManager;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.structured.BuildInfo;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;

/** A small OPC UA server in this process; it can be ended and started again on its port. */
public final class TestServer implements AutoCloseable {

  static final String USER = "edge";
  static final String PASSWORD = "correct horse";
  static final String URI = "urn:example:test-server";

  /** So small that any test with more points meets the limits. */
  static final int OPERATION_LIMIT = 3;

  private static final Certified CERTIFIED = Certified.make();

  private final OpcUaServer server;
  private final TestNodes nodes;
  private final int port;

  private record Certified(KeyPair keys, X509Certificate certificate) {

    static Certified make() {
      try {
        KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(2048);
        return new Certified(
            keys,
            new SelfSignedCertificateBuilder(keys)
                .setCommonName("Test server")
                .setApplicationUri(URI)
                .build());
      } catch (Exception exception) {
        throw new IllegalStateException(exception);
      }
    }
  }

  private TestServer(int port, TestNodes.Content content, String advertisedHost) {
    this.port = port;
    this.server =
        new OpcUaServer(
            configuration(port, advertisedHost),
            profile -> new OpcTcpServerTransport(OpcTcpServerTransportConfig.newBuilder().build()));
    this.nodes = new TestNodes(server, content);
    nodes.startup();
    server.startup().join();
  }

  public static TestServer start(TestNodes.Content content) {
    return start(freePort(), content);
  }

  static TestServer start(int port, TestNodes.Content content) {
    return new TestServer(port, content, "127.0.0.1");
  }

  /** A server whose endpoints name a host that nobody can resolve. */
  static TestServer startAdvertising(String host, TestNodes.Content content) {
    return new TestServer(freePort(), content, host);
  }

  int port() {
    return port;
  }

  public String endpoint() {
    return "opc.tcp://127.0.0.1:" + port + "/test";
  }

  TestNodes nodes() {
    return nodes;
  }

  public String fingerprint() {
    return TrustList.fingerprint(CERTIFIED.certificate());
  }

  /** Lets the server tell another time than the computer's. */
  void tellTime(Supplier<Instant> time) {
    UaVariableNode node =
        (UaVariableNode)
            server
                .getAddressSpaceManager()
                .getManagedNode(NodeIds.Server_ServerStatus_CurrentTime)
                .orElseThrow();
    node.getFilterChain()
        .addFirst(
            AttributeFilters.getValue(
                context -> new DataValue(new Variant(new DateTime(time.get())))));
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  @Override
  public void close() {
    nodes.shutdown();
    try {
      server.shutdown().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException exception) {
      throw new IllegalStateException("the test server did not end", exception);
    }
  }

  private static OpcUaServerConfig configuration(int port, String advertisedHost) {
    return OpcUaServerConfig.builder()
        .setApplicationUri(URI)
        .setApplicationName(LocalizedText.english("Test server"))
        .setProductUri(URI)
        .setBuildInfo(new BuildInfo(URI, "", "Test server", "", "", DateTime.NULL_VALUE))
        .setEndpoints(endpoints(port, advertisedHost))
        .setIdentityValidator(
            new CompositeValidator(
                AnonymousIdentityValidator.INSTANCE,
                new UsernameIdentityValidator(
                    given ->
                        USER.equals(given.getUsername()) && PASSWORD.equals(given.getPassword()))))
        .setCertificateManager(certificates())
        .setLimits(new Limits())
        .build();
  }

  private static Set<EndpointConfig> endpoints(int port, String advertisedHost) {
    EndpointConfig.Builder endpoint =
        EndpointConfig.newBuilder()
            .setBindAddress("127.0.0.1")
            .setBindPort(port)
            .setHostname(advertisedHost)
            .setPath("/test")
            .setCertificate(CERTIFIED.certificate())
            .addTokenPolicies(
                OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS,
                OpcUaServerConfig.USER_TOKEN_POLICY_USERNAME);
    Set<EndpointConfig> endpoints = new LinkedHashSet<>();
    endpoints.add(endpoint.copy().build());
    endpoints.add(
        endpoint
            .copy()
            .setSecurityPolicy(SecurityPolicy.Basic256Sha256)
            .setSecurityMode(MessageSecurityMode.SignAndEncrypt)
            .build());
    return endpoints;
  }

  private static CertificateManager certificates() {
    var factory =
        new RsaSha256CertificateFactory() {
          @Override
          protected KeyPair createRsaSha256KeyPair() {
            return CERTIFIED.keys();
          }

          @Override
          protected X509Certificate[] createRsaSha256CertificateChain(KeyPair keys) {
            return new X509Certificate[] {CERTIFIED.certificate()};
          }
        };
    try {
      var group =
          DefaultApplicationGroup.createAndInitialize(
              new MemoryTrustListManager(),
              new MemoryCertificateStore(),
              factory,
              (chain, applicationUri, hostNames) -> {});
      return new DefaultCertificateManager(new MemoryCertificateQuarantine(), group);
    } catch (Exception exception) {
      throw new IllegalStateException(exception);
    }
  }

  private static final class Limits implements OpcUaServerConfigLimits {

    @Override
    public UInteger getMaxNodesPerRead() {
      return uint(12); // the client library reads its 12 limits in one call
    }

    @Override
    public UInteger getMaxMonitoredItemsPerCall() {
      return uint(OPERATION_LIMIT);
    }

    @Override
    public UInteger getMaxNodesPerHistoryReadData() {
      return uint(OPERATION_LIMIT);
    }
  }
}
