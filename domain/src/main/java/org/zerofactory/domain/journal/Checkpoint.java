package org.zerofactory.domain.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * The state of a journal that an agent signs: origin, size and root (C2SP tlog-checkpoint).
 *
 * @param site site id; the origin is {@code zerofactory.org/site/<site>}
 * @param size number of blocks, 1 or more
 */
public record Checkpoint(String site, long size, Hash root) {

  private static final String ORIGIN = "zerofactory.org/site/";
  private static final String SIGNATURE_START = "\u2014 ";
  private static final byte ED25519 = 1;
  private static final int KEY_HASH_LENGTH = 4;

  /** The signed note (C2SP signed-note), ready to be sent and kept. */
  public String signed(SigningKey key) {
    byte[] signature = key.sign(body().getBytes(StandardCharsets.UTF_8));
    byte[] keyHash = keyHash(key.verificationKey());
    byte[] both = Arrays.copyOf(keyHash, KEY_HASH_LENGTH + signature.length);
    System.arraycopy(signature, 0, both, KEY_HASH_LENGTH, signature.length);
    return body()
        + "\n"
        + SIGNATURE_START
        + ORIGIN
        + site
        + " "
        + Base64.getEncoder().encodeToString(both)
        + "\n";
  }

  /**
   * Reads a note and checks its signature.
   *
   * @throws JsonFormatException if the note is malformed or not signed with the key; the message
   *     says which
   */
  public static Checkpoint verified(String note, VerificationKey key) {
    int border = note.indexOf("\n\n");
    if (border < 0) {
      throw malformed("an empty line before the signature", note);
    }
    Checkpoint checkpoint = parse(note.substring(0, border + 1));
    String[] signatures = note.substring(border + 2).split("\n");
    String start = SIGNATURE_START + ORIGIN + checkpoint.site + " ";
    for (String line : signatures) {
      if (line.startsWith(start) && checkpoint.isSigned(line.substring(start.length()), key)) {
        return checkpoint;
      }
    }
    throw new JsonFormatException(
        "checkpoint of size " + checkpoint.size + ": expected a signature by " + key);
  }

  /**
   * Whether a note carries a signature that names the key, be it right or wrong: tells a signature
   * by somebody else from a broken one.
   */
  public static boolean namesKey(String note, String site, VerificationKey key) {
    String start = SIGNATURE_START + ORIGIN + site + " ";
    byte[] expected = new Checkpoint(site, 1, Hash.ZERO).keyHash(key);
    return note.lines()
        .filter(line -> line.startsWith(start))
        .anyMatch(line -> Arrays.equals(decodedStart(line.substring(start.length())), expected));
  }

  private static byte[] decodedStart(String encoded) {
    try {
      return Arrays.copyOf(Base64.getDecoder().decode(encoded), KEY_HASH_LENGTH);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  /** Reads the body of a note without checking any signature. */
  private static Checkpoint parse(String body) {
    String[] lines = body.split("\n", -1);
    if (lines.length != 4
        || !lines[0].startsWith(ORIGIN)
        || !lines[1].matches("[1-9][0-9]{0,17}")) {
      throw malformed("origin, size and root in three lines", body);
    }
    try {
      return new Checkpoint(
          lines[0].substring(ORIGIN.length()),
          Long.parseLong(lines[1]),
          Hash.ofBytes(Base64.getDecoder().decode(lines[2])));
    } catch (IllegalArgumentException e) {
      throw malformed("a root hash of 32 bytes in base64", lines[2]);
    }
  }

  private boolean isSigned(String encoded, VerificationKey key) {
    byte[] both;
    try {
      both = Base64.getDecoder().decode(encoded);
    } catch (IllegalArgumentException e) {
      return false;
    }
    return both.length > KEY_HASH_LENGTH
        && Arrays.equals(both, 0, KEY_HASH_LENGTH, keyHash(key), 0, KEY_HASH_LENGTH)
        && key.verifies(
            body().getBytes(StandardCharsets.UTF_8),
            Arrays.copyOfRange(both, KEY_HASH_LENGTH, both.length));
  }

  private String body() {
    return ORIGIN
        + site
        + "\n"
        + size
        + "\n"
        + Base64.getEncoder().encodeToString(root.bytes())
        + "\n";
  }

  /** First 4 bytes of SHA-256(name, line feed, algorithm, key), as C2SP signed-note defines. */
  private byte[] keyHash(VerificationKey key) {
    byte[] name = (ORIGIN + site + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] hash = Hash.of(name, new byte[] {ED25519}, key.raw()).bytes();
    return Arrays.copyOf(hash, KEY_HASH_LENGTH);
  }

  private static JsonFormatException malformed(String expected, String found) {
    String shown = found.length() > 80 ? found.substring(0, 80) + "..." : found;
    return new JsonFormatException(
        "checkpoint: expected " + expected + ", found \"" + shown.replace("\n", "\\n") + "\"");
  }
}
