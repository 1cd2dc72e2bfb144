package org.zerofactory.edge.acquire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The server certificates that a person has accepted, as files: {@code trusted/} and {@code
 * rejected/} under the site's pki folder, each {@code <SHA-256 fingerprint>.der}.
 *
 * <p>A certificate is trusted by itself, not by who signed it: a factory's OPC UA servers mostly
 * carry self-signed certificates.
 */
public final class TrustList {

  /**
   * Rejected certificates kept at most; beyond it the oldest goes, so a scan cannot fill a disk.
   */
  static final int MAX_REJECTED = 100;

  private final Path trusted;
  private final Path rejected;

  /** One certificate on file. */
  public record Entry(
      String fingerprint, boolean trusted, String subject, Instant validFrom, Instant validTo) {}

  public TrustList(Path pkiFolder) {
    this.trusted = pkiFolder.resolve("trusted");
    this.rejected = pkiFolder.resolve("rejected");
  }

  /** All certificates on file, trusted ones first. */
  public List<Entry> list() {
    List<Entry> entries = new ArrayList<>(entries(trusted, true));
    entries.addAll(entries(rejected, false));
    return entries;
  }

  /**
   * Trusts a certificate that was rejected before.
   *
   * @param fingerprint SHA-256 in hex, with or without colons; a unique beginning of 8 or more
   *     digits is enough
   * @throws IllegalArgumentException if no rejected certificate has it
   */
  public Entry add(String fingerprint) {
    move(find(rejected, fingerprint), trusted);
    return entry(find(trusted, fingerprint), true);
  }

  /** Trusts a certificate from a file (DER or PEM). */
  public Entry addFile(Path file) {
    try {
      X509Certificate certificate = decode(Files.readAllBytes(file));
      Files.createDirectories(trusted);
      Path path = trusted.resolve(fingerprint(certificate) + ".der");
      Files.write(path, certificate.getEncoded());
      return entry(path, true);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    } catch (CertificateException exception) {
      throw new IllegalArgumentException(
          file + ": expected an X.509 certificate (DER or PEM)", exception);
    }
  }

  /**
   * Trusts a certificate no longer; it is kept among the rejected.
   *
   * @throws IllegalArgumentException if no trusted certificate has the fingerprint
   */
  public Entry remove(String fingerprint) {
    move(find(trusted, fingerprint), rejected);
    return entry(find(rejected, fingerprint), false);
  }

  boolean isTrusted(X509Certificate certificate) {
    return Files.exists(trusted.resolve(fingerprint(certificate) + ".der"));
  }

  void reject(X509Certificate certificate) {
    try {
      Files.createDirectories(rejected);
      Files.write(rejected.resolve(fingerprint(certificate) + ".der"), certificate.getEncoded());
      List<Path> files = files(rejected);
      for (Path old : files.subList(0, Math.max(0, files.size() - MAX_REJECTED))) {
        Files.deleteIfExists(old);
      }
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    } catch (CertificateException exception) {
      throw new IllegalArgumentException("a certificate that cannot be encoded", exception);
    }
  }

  /** SHA-256 over the DER form, 64 lower-case hex digits. */
  static String fingerprint(X509Certificate certificate) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException exception) {
      throw new IllegalArgumentException("a certificate that cannot be encoded", exception);
    }
  }

  static X509Certificate decode(byte[] bytes) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(bytes));
  }

  private static List<Entry> entries(Path folder, boolean trusted) {
    return files(folder).stream().map(file -> entry(file, trusted)).toList();
  }

  private static Entry entry(Path file, boolean trusted) {
    try {
      X509Certificate certificate = decode(Files.readAllBytes(file));
      return new Entry(
          fingerprint(certificate),
          trusted,
          certificate.getSubjectX500Principal().getName(),
          certificate.getNotBefore().toInstant(),
          certificate.getNotAfter().toInstant());
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    } catch (CertificateException exception) {
      throw new IllegalArgumentException(
          file + ": expected an X.509 certificate in DER form", exception);
    }
  }

  /** Oldest first. */
  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".der"))
          .sorted(
              Comparator.comparingLong((Path file) -> file.toFile().lastModified())
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static Path find(Path folder, String fingerprint) {
    String wanted = fingerprint.replace(":", "").strip().toLowerCase(Locale.ROOT);
    List<Path> found =
        wanted.length() < 8
            ? List.of()
            : files(folder).stream()
                .filter(file -> file.getFileName().toString().startsWith(wanted))
                .toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "fingerprint %s: expected one certificate in %s that begins with it, found %d"
              .formatted(fingerprint, folder, found.size()));
    }
    return found.get(0);
  }

  private static void move(Path file, Path folder) {
    try {
      Files.createDirectories(folder);
      Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
