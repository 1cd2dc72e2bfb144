package org.zerofactory.edge.acquire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.edge.acquire.SourceEvent.Kind;

class SecurityTest {

  private static final Instant NOW = Instant.now();

  @TempDir private Path folder;

  private final Recorder recorder = new Recorder();

  @Test
  void anUnknownCertificateIsRejectedWithTheCommandThatTrustsIt() throws Exception {
    try (TestServer server = server();
        Acquirer acquirer = acquirer(TestSite.site().secure().register("meter"), server)) {
      acquirer.start();
      recorder.awaitEvent(Kind.UNTRUSTED_CERTIFICATE, 1);

      SourceEvent event = recorder.events(Kind.UNTRUSTED_CERTIFICATE).get(0);
      assertThat(event.message()).contains(server.fingerprint(), server.endpoint());
      assertThat(event.advice().english())
          .endsWith("./zerofactory edge trust add --config site.yaml " + server.fingerprint());
      assertThat(acquirer.status().get(0).advice()).contains(event.advice());
      assertThat(new TrustList(folder).list())
          .singleElement()
          .returns(server.fingerprint(), TrustList.Entry::fingerprint)
          .returns(false, TrustList.Entry::trusted);
      assertThat(recorder.of("meter/energy-import")).isEmpty();
    }
  }

  @Test
  void aTrustedServerIsReadEncryptedWithUserAndPassword() throws Exception {
    Path password = Files.writeString(folder.resolve("password"), TestServer.PASSWORD + "\n");
    try (TestServer server = server();
        Acquirer acquirer =
            acquirer(
                TestSite.site().secure().user(TestServer.USER, password).register("meter"),
                server)) {
      acquirer.start();
      recorder.awaitEvent(Kind.UNTRUSTED_CERTIFICATE, 1);
      new TrustList(folder).add(server.fingerprint());
      recorder.awaitSamples("meter/energy-import", 1);

      assertThat(recorder.of("meter/energy-import").get(0).value()).isEqualTo(1);
      assertThat(recorder.events(Kind.INSECURE)).isEmpty();
    }
  }

  @Test
  void aWrongPasswordIsToldWithoutShowingIt() throws Exception {
    Path password = Files.writeString(folder.resolve("password"), "wrong-secret");
    try (TestServer server = server();
        Acquirer acquirer =
            acquirer(TestSite.site().user(TestServer.USER, password).register("meter"), server)) {
      acquirer.start();
      recorder.awaitEvent(Kind.UNTRUSTED_CERTIFICATE, 1); // a password goes to known servers only
      new TrustList(folder).add(server.fingerprint());
      recorder.awaitEvent(Kind.OFFLINE, 1);

      SourceEvent event = recorder.events(Kind.OFFLINE).get(0);
      assertThat(event.message()).contains("refuses user edge");
      assertThat(event.advice().english()).contains(password.toString());
      assertThat(event.toString()).doesNotContain("wrong-secret");
    }
  }

  @Test
  void readingWithoutEncryptionIsTold() throws Exception {
    try (TestServer server = server();
        Acquirer acquirer = acquirer(TestSite.site().register("meter"), server)) {
      acquirer.start();
      recorder.awaitSamples("meter/energy-import", 1);

      assertThat(recorder.events(Kind.INSECURE)).hasSize(1);
    }
  }

  @Test
  void theAgentsOwnKeyIsMadeOnceAndReadableByItsOwnerOnly() throws Exception {
    ClientIdentity made = ClientIdentity.in(folder, "site-1");
    ClientIdentity read = ClientIdentity.in(folder, "site-1");

    assertThat(read)
        .isEqualTo(new ClientIdentity(read.keys(), made.certificate(), made.applicationUri()));
    assertThat(read.keys().getPrivate()).isEqualTo(made.keys().getPrivate());
    assertThat(CertificateUtil.getSanUri(made.certificate())).contains(made.applicationUri());
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("own/client-key.pem"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aCertificateCanBeTrustedByTheBeginningOfItsFingerprintAndRemovedAgain() throws Exception {
    TrustList trustList = new TrustList(folder);
    ClientIdentity other = ClientIdentity.in(folder.resolve("other"), "other");
    trustList.reject(other.certificate());
    String fingerprint = TrustList.fingerprint(other.certificate());

    trustList.add(fingerprint.substring(0, 8).toUpperCase(Locale.ROOT));
    boolean trusted = trustList.isTrusted(other.certificate());
    trustList.remove(fingerprint);

    assertThat(trusted).isTrue();
    assertThat(trustList.isTrusted(other.certificate())).isFalse();
    assertThatThrownBy(() -> trustList.remove(fingerprint))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(fingerprint);
  }

  private static TestServer server() {
    return TestServer.start(new TestNodes.Content().with("meter", 1L, NOW));
  }

  private Acquirer acquirer(TestSite site, TestServer server) {
    return new Acquirer(
        site.at(server.endpoint()), folder, InstantSource.system(), source -> NOW, recorder);
  }
}
