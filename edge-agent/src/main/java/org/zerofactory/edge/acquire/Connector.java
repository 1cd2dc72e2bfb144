package org.zerofactory.edge.acquire;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.eclipse.milo.opcua.sdk.client.DiscoveryClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfig;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfigBuilder;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.IdentityProvider;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.channel.EncodingLimits;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;
import org.zerofactory.edge.alarm.Wording;

/** Opens connections to OPC UA servers as the site file says. */
final class Connector {

  private static final int CONNECT_SECONDS = 10;
  private static final int REQUEST_MILLIS = 30_000;
  private static final int SESSION_MILLIS = 60_000;
  private static final int KEEP_ALIVE_MILLIS = 5_000;
  private static final int PUBLISH_REQUESTS = 3;

  /** 64 KiB chunks, 256 of them, 16 MiB a message (history answers are long), nesting 32. */
  private static final EncodingLimits LIMITS = new EncodingLimits(65_536, 256, 16_777_216, 32);

  private final String applicationUri;
  private final Optional<ClientIdentity> identity;
  private final ServerCertificates certificates;
  private final OpcThreads threads;
  private final InstantSource systemClock;

  /**
   * @param identity needed by secured sources only: to make one takes a second, and a first start
   *     against an open server need not wait for it
   */
  Connector(
      String applicationUri,
      Optional<ClientIdentity> identity,
      TrustList trustList,
      OpcThreads threads,
      InstantSource systemClock) {
    this.applicationUri = applicationUri;
    this.identity = identity;
    this.certificates = new ServerCertificates(trustList);
    this.threads = threads;
    this.systemClock = systemClock;
  }

  /**
   * Connects and activates a session.
   *
   * @param warn takes a message and an advice about the server's certificate
   * @throws AcquireException with the reason and what to do about it
   */
  Connection open(SourceSetup source, BiConsumer<Wording, Wording> warn)
      throws InterruptedException {
    EndpointDescription endpoint = choose(source, endpoints(source));
    if (source.secure() || source.user().isPresent()) {
      // without encryption the password alone is encrypted: it must be to a known server
      certificates.check(source, endpoint, systemClock, warn);
    }
    OpcUaClient client;
    try {
      client = OpcUaClient.create(config(source, endpoint), threads::configure);
    } catch (UaException exception) {
      throw Explanation.of(exception, source);
    }
    Connection connection = new Connection(client, source);
    try {
      client.connectAsync().get(CONNECT_SECONDS + REQUEST_MILLIS / 1000, TimeUnit.SECONDS);
      return connection;
    } catch (ExecutionException | TimeoutException exception) {
      connection.close();
      throw Explanation.of(exception, source);
    } catch (InterruptedException exception) {
      connection.close();
      throw exception;
    }
  }

  /** What the server offers, asked without security, as a client must before it can choose. */
  List<EndpointDescription> endpoints(SourceSetup source) throws InterruptedException {
    try {
      return DiscoveryClient.getEndpoints(source.endpoint(), threads::configure)
          .get(CONNECT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException exception) {
      throw Explanation.of(exception, source);
    }
  }

  /**
   * The endpoint with the wanted security, at the address of the site file: servers often answer
   * with a host name that the plant's network does not know.
   */
  private static EndpointDescription choose(SourceSetup source, List<EndpointDescription> offered) {
    SecurityPolicy policy = source.secure() ? SecurityPolicy.Basic256Sha256 : SecurityPolicy.None;
    MessageSecurityMode mode =
        source.secure() ? MessageSecurityMode.SignAndEncrypt : MessageSecurityMode.None;
    EndpointDescription chosen =
        offered.stream()
            .filter(endpoint -> policy.getUri().equals(endpoint.getSecurityPolicyUri()))
            .filter(endpoint -> mode == endpoint.getSecurityMode())
            .filter(endpoint -> String.valueOf(endpoint.getEndpointUrl()).startsWith("opc.tcp:"))
            .max(Comparator.comparing(endpoint -> endpoint.getSecurityLevel().intValue()))
            .orElseThrow(() -> Explanation.noEndpoint(source, policy, mode, offered));
    checkUserToken(source, chosen);
    return EndpointUtil.updateUrl(
        chosen, EndpointUtil.getHost(source.endpoint()), EndpointUtil.getPort(source.endpoint()));
  }

  private static void checkUserToken(SourceSetup source, EndpointDescription endpoint) {
    UserTokenPolicy[] offered = endpoint.getUserIdentityTokens();
    UserTokenType wanted =
        source.user().isPresent() ? UserTokenType.UserName : UserTokenType.Anonymous;
    List<UserTokenPolicy> policies = offered == null ? List.of() : Arrays.asList(offered);
    if (policies.stream().noneMatch(policy -> policy.getTokenType() == wanted)) {
      throw Explanation.noUserToken(source, wanted, policies);
    }
    if (source.user().isPresent()
        && policies.stream().noneMatch(policy -> isEncrypted(policy, endpoint))) {
      throw Explanation.passwordInClear(source);
    }
  }

  private static boolean isEncrypted(UserTokenPolicy policy, EndpointDescription endpoint) {
    String uri = policy.getSecurityPolicyUri();
    String effective = uri == null || uri.isEmpty() ? endpoint.getSecurityPolicyUri() : uri;
    return policy.getTokenType() == UserTokenType.UserName
        && !SecurityPolicy.None.getUri().equals(effective);
  }

  private OpcUaClientConfig config(SourceSetup source, EndpointDescription endpoint) {
    OpcUaClientConfigBuilder config =
        OpcUaClientConfig.builder()
            .setEndpoint(endpoint)
            .setApplicationName(LocalizedText.english("Zerofactory edge agent"))
            .setApplicationUri(applicationUri)
            .setProductUri("urn:zerofactory:edge-agent")
            .setSessionName(() -> "zerofactory-edge/" + source.id())
            .setRequestTimeout(uint(REQUEST_MILLIS))
            .setSessionTimeout(uint(SESSION_MILLIS))
            .setKeepAliveInterval(uint(KEEP_ALIVE_MILLIS))
            .setKeepAliveTimeout(uint(KEEP_ALIVE_MILLIS))
            .setKeepAliveFailuresAllowed(uint(1))
            .setMaxPendingPublishRequests(uint(PUBLISH_REQUESTS))
            .setEncodingLimits(LIMITS)
            .setMaxResponseMessageSize(uint(LIMITS.getMaxMessageSize()))
            .setIdentityProvider(identityProvider(source, endpoint));
    if (source.secure()) {
      ClientIdentity own = identity.orElseThrow();
      config
          .setKeyPair(own.keys())
          .setCertificate(own.certificate())
          .setCertificateChain(new X509Certificate[] {own.certificate()})
          .setCertificateValidator(certificates);
    }
    return config.build();
  }

  private IdentityProvider identityProvider(SourceSetup source, EndpointDescription endpoint) {
    if (source.user().isEmpty()) {
      return new AnonymousProvider();
    }
    SourceSetup.User user = source.user().get();
    String password = password(source, user);
    return new UsernameProvider(
        user.name(),
        () -> password.getBytes(StandardCharsets.UTF_8),
        certificates,
        policies ->
            policies.stream()
                .filter(policy -> isEncrypted(policy, endpoint))
                .findFirst()
                .orElseThrow(() -> Explanation.passwordInClear(source)));
  }

  /** The file's first line; read at each connection so that a new password needs no restart. */
  private static String password(SourceSetup source, SourceSetup.User user) {
    try {
      List<String> lines = Files.readAllLines(user.passwordFile());
      if (!lines.isEmpty() && !lines.get(0).isEmpty()) {
        return lines.get(0);
      }
    } catch (IOException exception) {
      throw Explanation.noPassword(source, user, exception);
    }
    throw Explanation.noPassword(source, user, new IOException("the file is empty"));
  }
}
