package org.zerofactory.simulator.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigLimits;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.CompositeValidator;
import org.eclipse.milo.opcua.sdk.server.identity.UsernameIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.util.HostnameUtil;
import org.eclipse.milo.opcua.stack.core.channel.EncodingLimits;
import org.eclipse.milo.opcua.stack.core.security.CertificateManager;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.structured.BuildInfo;

/** Endpoints, identities, certificate, and limits of the server. */
final class ServerConfiguration {

  static final String PATH = "/zerofactory";

  private static final int MAXIMUM_MESSAGE_BYTES = 16 * 1024 * 1024;
  private static final int CHUNK_BYTES = 65_535;
  private static final int RECURSION_DEPTH = 64;

  private ServerConfiguration() {}

  static OpcUaServerConfig of(
      Access access,
      int port,
      ServerCertificate certificate,
      ExecutorService workers,
      ScheduledExecutorService timer) {
    return OpcUaServerConfig.builder()
        .setApplicationUri(ServerCertificate.APPLICATION_URI)
        .setApplicationName(LocalizedText.english("Zerofactory plant simulator"))
        .setProductUri(PlantNamespace.URI)
        .setBuildInfo(buildInfo())
        .setEndpoints(endpoints(access, port, certificate))
        .setIdentityValidator(
            new CompositeValidator(AnonymousIdentityValidator.INSTANCE, userOf(access)))
        .setCertificateManager(certificates(certificate))
        .setEncodingLimits(
            new EncodingLimits(
                CHUNK_BYTES,
                MAXIMUM_MESSAGE_BYTES / CHUNK_BYTES,
                MAXIMUM_MESSAGE_BYTES,
                RECURSION_DEPTH))
        .setLimits(new Limits())
        .setExecutor(workers)
        .setScheduledExecutor(timer)
        .build();
  }

  /** The host that the endpoint's address names where the server listens on all addresses. */
  static String advertisedHost(String host) {
    return host.equals("0.0.0.0") ? "localhost" : host;
  }

  private static BuildInfo buildInfo() {
    String version = ServerConfiguration.class.getPackage().getImplementationVersion();
    return new BuildInfo(
        PlantNamespace.URI,
        "Zerofactory",
        "Zerofactory plant simulator",
        version == null ? "" : version,
        "",
        DateTime.NULL_VALUE);
  }

  /** No security, and signed and encrypted; passwords are encrypted on both. */
  private static Set<EndpointConfig> endpoints(
      Access access, int port, ServerCertificate certificate) {
    Set<String> hosts = new LinkedHashSet<>(List.of(advertisedHost(access.host())));
    if (access.host().equals("127.0.0.1") || access.host().equals("0.0.0.0")) {
      hosts.addAll(List.of("localhost", "127.0.0.1"));
    }
    if (access.host().equals("0.0.0.0")) {
      hosts.add(HostnameUtil.getHostname());
    }
    Set<EndpointConfig> endpoints = new LinkedHashSet<>();
    for (String host : hosts) {
      EndpointConfig.Builder endpoint =
          EndpointConfig.newBuilder()
              .setBindAddress(access.host())
              .setBindPort(port)
              .setHostname(host)
              .setPath(PATH)
              .setCertificate(certificate.certificate())
              .addTokenPolicies(
                  OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS,
                  OpcUaServerConfig.USER_TOKEN_POLICY_USERNAME);
      endpoints.add(endpoint.copy().build());
      endpoints.add(
          endpoint
              .copy()
              .setSecurityPolicy(SecurityPolicy.Basic256Sha256)
              .setSecurityMode(MessageSecurityMode.SignAndEncrypt)
              .build());
    }
    return endpoints;
  }

  private static UsernameIdentityValidator userOf(Access access) {
    byte[] password = access.password().getBytes(StandardCharsets.UTF_8);
    return new UsernameIdentityValidator(
        given -> {
          byte[] offered = given.getPassword().getBytes(StandardCharsets.UTF_8);
          boolean same = MessageDigest.isEqual(password, offered);
          return same && given.getUsername().equals(access.user());
        });
  }

  /** Any client certificate is accepted: the simulator is a test device without secrets. */
  private static CertificateManager certificates(ServerCertificate own) {
    var quarantine = new MemoryCertificateQuarantine();
    var factory =
        new RsaSha256CertificateFactory() {
          @Override
          protected KeyPair createRsaSha256KeyPair() {
            return own.keys();
          }

          @Override
          protected X509Certificate[] createRsaSha256CertificateChain(KeyPair keys) {
            return new X509Certificate[] {own.certificate()};
          }
        };
    try {
      var group =
          DefaultApplicationGroup.createAndInitialize(
              new MemoryTrustListManager(),
              new MemoryCertificateStore(),
              factory,
              (chain, applicationUri, hostnames) -> {});
      return new DefaultCertificateManager(quarantine, group);
    } catch (Exception exception) {
      throw new IllegalStateException("the server's certificate cannot be used", exception);
    }
  }

  /** What one client may ask for at once. */
  private static final class Limits implements OpcUaServerConfigLimits {

    @Override
    public UInteger getMaxSessions() {
      return uint(50);
    }

    @Override
    public UInteger getMaxMonitoredItems() {
      return uint(50_000);
    }

    @Override
    public UInteger getMaxNodesPerHistoryReadData() {
      return uint(1_000);
    }

    @Override
    public UInteger getMaxNodesPerBrowse() {
      return uint(1_000);
    }
  }
}
