package org.zerofactory.edge.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.zerofactory.domain.journal.SigningKey;

/** The device's Ed25519 key: made on the first start, readable by its owner only, never sent. */
public final class DeviceKey {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private DeviceKey() {}

  /**
   * Reads the key, or makes it where there is no file.
   *
   * @throws IllegalStateException if the file is no key or others may read it
   */
  public static SigningKey loadOrMake(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": the device key cannot be read or made", e);
    }
  }

  private static void make(Path file) throws IOException {
    KeyPair pair;
    try {
      pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java 17 platform has Ed25519", e);
    }
    Base64.Encoder encoder = Base64.getEncoder();
    String text =
        encoder.encodeToString(pair.getPrivate().getEncoded())
            + "\n"
            + encoder.encodeToString(pair.getPublic().getEncoded())
            + "\n";
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    try {
      Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } catch (UnsupportedOperationException e) {
      Files.createFile(draft); // a file system without POSIX modes: its own rules protect it
    }
    try (var channel = java.nio.channels.FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.write(java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
    try {
      Files.move(draft, file);
    } catch (FileAlreadyExistsException e) {
      Files.delete(draft);
    }
  }

  private static SigningKey load(Path file) throws IOException {
    refuseOpenFile(file);
    String[] lines = Files.readString(file, StandardCharsets.US_ASCII).split("\n");
    if (lines.length != 2) {
      throw damaged(file, "expected two lines, found " + lines.length, null);
    }
    try {
      Base64.Decoder decoder = Base64.getDecoder();
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      return new SigningKey(
          new KeyPair(
              factory.generatePublic(new X509EncodedKeySpec(decoder.decode(lines[1]))),
              factory.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(lines[0])))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw damaged(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static void refuseOpenFile(Path file) throws IOException {
    if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
      return;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    if (!OWNER_ONLY.containsAll(permissions)) {
      throw new IllegalStateException(
          file
              + ": the device key has mode "
              + PosixFilePermissions.toString(permissions)
              + ", expected rw-------; run \"chmod 600 "
              + file
              + "\" and consider whether somebody may have copied it");
    }
  }

  private static IllegalStateException damaged(
      Path file, String finding, @org.jspecify.annotations.Nullable Exception cause) {
    return new IllegalStateException(
        file
            + ": the device key is damaged ("
            + finding
            + "). Put it back from where it was copied, or move it away: a new key is then made,"
            + " which a person at the centre has to approve",
        cause);
  }
}
