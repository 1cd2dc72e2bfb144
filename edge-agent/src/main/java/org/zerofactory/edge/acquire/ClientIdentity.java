package org.zerofactory.edge.acquire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Period;
import java.util.Base64;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;
import org.zerofactory.edge.alarm.Wording;

/**
 * The agent's own OPC UA application certificate and key, made on the first start in {@code own/}.
 * The key file can be read by its owner only.
 *
 * @param applicationUri the same as in the certificate, as servers check (OPC 10000-4, 6.1.3)
 */
record ClientIdentity(KeyPair keys, X509Certificate certificate, String applicationUri) {

  /** RSA length that Basic256Sha256 allows (OPC 10000-7: 2048 to 4096 bits). */
  private static final int KEY_BITS = 2048;

  private static final Period VALIDITY = Period.ofYears(10);
  private static final String PEM_START = "-----BEGIN PRIVATE KEY-----\n";
  private static final String PEM_END = "\n-----END PRIVATE KEY-----\n";

  /**
   * Reads the identity, or makes it if there is none.
   *
   * @param site site id, part of the application's URI
   * @throws AcquireException if the files cannot be read or do not belong together
   */
  static ClientIdentity in(Path pkiFolder, String site) {
    Path own = pkiFolder.resolve("own");
    Path keyFile = own.resolve("client-key.pem");
    Path certificateFile = own.resolve("client-certificate.der");
    try {
      if (!Files.exists(keyFile) || !Files.exists(certificateFile)) {
        Files.createDirectories(own);
        write(make(site), keyFile, certificateFile);
      }
      return read(keyFile, certificateFile);
    } catch (IOException | GeneralSecurityException exception) {
      throw new AcquireException(
          SourceEvent.Kind.OFFLINE,
          Wording.of(
              "%s: the agent's own certificate cannot be used: %s",
              "%s：代理自身的证书无法使用：%s", own, String.valueOf(exception.getMessage())),
          Wording.of(
              "Restore both files from a backup, or remove both: new ones are made on the next"
                  + " start, and each server must accept the new certificate.",
              "请从备份恢复这两个文件，或将其删除：下次启动会重新生成，各服务器须接受新证书。"),
          exception);
    }
  }

  /** The URI under which a site's agent presents itself. */
  static String uri(String site) {
    return "urn:" + hostName() + ":zerofactory:edge:" + site;
  }

  private static ClientIdentity make(String site) throws GeneralSecurityException {
    String host = hostName();
    String uri = uri(site);
    KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(KEY_BITS);
    try {
      X509Certificate certificate =
          new SelfSignedCertificateBuilder(keys)
              .setCommonName("Zerofactory edge " + site)
              .setOrganization("Zerofactory")
              .setApplicationUri(uri)
              .addDnsName(host)
              .setValidityPeriod(VALIDITY)
              .build();
      return new ClientIdentity(keys, certificate, uri);
    } catch (Exception exception) {
      throw new GeneralSecurityException("no certificate could be made", exception);
    }
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9.-]", "-");
    } catch (UnknownHostException exception) {
      return "localhost";
    }
  }

  /** The certificate goes last and by a rename: a crash in between makes a new pair next time. */
  private static void write(ClientIdentity identity, Path keyFile, Path certificateFile)
      throws IOException, GeneralSecurityException {
    byte[] key = identity.keys.getPrivate().getEncoded();
    String pem = PEM_START + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
    Path newKey = keyFile.resolveSibling("client-key.new");
    Files.deleteIfExists(newKey);
    Files.createFile(newKey, ownerOnly());
    Files.writeString(newKey, pem + PEM_END, StandardOpenOption.TRUNCATE_EXISTING);
    Path newCertificate = certificateFile.resolveSibling("client-certificate.new");
    Files.write(newCertificate, identity.certificate.getEncoded());
    Files.move(newKey, keyFile, StandardCopyOption.REPLACE_EXISTING);
    Files.move(newCertificate, certificateFile, StandardCopyOption.REPLACE_EXISTING);
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static ClientIdentity read(Path keyFile, Path certificateFile)
      throws IOException, GeneralSecurityException {
    X509Certificate certificate = TrustList.decode(Files.readAllBytes(certificateFile));
    String pem = Files.readString(keyFile, StandardCharsets.US_ASCII);
    String base64 = pem.replace(PEM_START.strip(), "").replace(PEM_END.strip(), "");
    byte[] encoded;
    try {
      encoded = Base64.getMimeDecoder().decode(base64.strip());
    } catch (IllegalArgumentException exception) {
      throw new GeneralSecurityException(keyFile + ": expected a PEM private key", exception);
    }
    PrivateKey key =
        KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    String uri =
        CertificateUtil.getSanUri(certificate)
            .orElseThrow(
                () ->
                    new UncheckedIOException(
                        new IOException(certificateFile + ": expected an application URI in it")));
    return new ClientIdentity(new KeyPair(certificate.getPublicKey(), key), certificate, uri);
  }
}
