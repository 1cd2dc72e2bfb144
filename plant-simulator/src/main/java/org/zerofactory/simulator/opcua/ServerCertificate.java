package org.zerofactory.simulator.opcua;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Period;
import java.util.Base64;
import java.util.HexFormat;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/**
 * The server's key and self-signed certificate: made on the first start in the data folder, and
 * kept, so that a client has to trust it only once.
 */
record ServerCertificate(KeyPair keys, X509Certificate certificate) {

  static final String APPLICATION_URI = "urn:zerofactory:plant-simulator:server";

  private static final String KEY_FILE = "simulator-key.pem";
  private static final String CERTIFICATE_FILE = "simulator-certificate.pem";
  private static final Period VALIDITY = Period.ofYears(10);
  private static final int KEY_BITS = 2048;

  static ServerCertificate in(Path folder, String host) {
    Path keyFile = folder.resolve(KEY_FILE);
    Path certificateFile = folder.resolve(CERTIFICATE_FILE);
    try {
      Files.createDirectories(folder);
      if (!Files.exists(keyFile) || !Files.exists(certificateFile)) {
        create(keyFile, certificateFile, host);
      }
      return load(keyFile, certificateFile);
    } catch (IOException exception) {
      throw new UncheckedIOException(folder + ": cannot keep the certificate here", exception);
    }
  }

  /** SHA-256 of the certificate, as clients show it. */
  String fingerprint() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException exception) {
      throw new IllegalStateException("the certificate has no SHA-256", exception);
    }
  }

  private static void create(Path keyFile, Path certificateFile, String host) throws IOException {
    try {
      KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(KEY_BITS);
      SelfSignedCertificateBuilder builder =
          new SelfSignedCertificateBuilder(keys)
              .setCommonName("Zerofactory plant simulator")
              .setOrganization("Zerofactory")
              .setApplicationUri(APPLICATION_URI)
              .setValidityPeriod(VALIDITY)
              .addDnsName("localhost")
              .addIpAddress("127.0.0.1");
      if (!host.equals("localhost") && host.matches(".*[a-zA-Z].*")) {
        builder.addDnsName(host);
      }
      Files.deleteIfExists(keyFile);
      createPrivate(keyFile);
      Files.writeString(keyFile, pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
      Files.writeString(certificateFile, pem("CERTIFICATE", builder.build().getEncoded()));
    } catch (IOException exception) {
      throw exception;
    } catch (Exception exception) {
      throw new IllegalStateException(certificateFile + ": cannot be made", exception);
    }
  }

  private static void createPrivate(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var ownerOnly = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
    } else {
      Files.createFile(file);
    }
  }

  private static ServerCertificate load(Path keyFile, Path certificateFile) throws IOException {
    try {
      byte[] certificateBytes = Files.readAllBytes(certificateFile);
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(certificateBytes));
      byte[] keyBytes = unpacked(Files.readString(keyFile));
      PrivateKey key =
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(keyBytes));
      return new ServerCertificate(new KeyPair(certificate.getPublicKey(), key), certificate);
    } catch (GeneralSecurityException | IllegalArgumentException exception) {
      throw new IllegalStateException(
          keyFile
              + " and "
              + certificateFile
              + ": expected a key and its certificate in PEM form; delete both for new ones",
          exception);
    }
  }

  private static String pem(String title, byte[] bytes) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + title + "-----\n" + text + "\n-----END " + title + "-----\n";
  }

  private static byte[] unpacked(String pem) {
    String text = pem.lines().filter(line -> !line.startsWith("-----")).reduce("", String::concat);
    return Base64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
  }
}
