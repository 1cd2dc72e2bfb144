package org.zerofactory.domain.journal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** An Ed25519 public key (RFC 8032), 32 bytes. */
public final class VerificationKey {

  /** DER header of an Ed25519 SubjectPublicKeyInfo (RFC 8410, 4); the raw key follows. */
  private static final byte[] DER_HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int LENGTH = 32;

  private final byte[] raw;

  private VerificationKey(byte[] raw) {
    this.raw = raw;
  }

  /**
   * @throws IllegalArgumentException unless there are 32 bytes
   */
  public static VerificationKey ofRaw(byte[] raw) {
    if (raw.length != LENGTH) {
      throw new IllegalArgumentException(
          "an Ed25519 key has 32 bytes, but there were " + raw.length);
    }
    return new VerificationKey(raw.clone());
  }

  /**
   * @throws IllegalArgumentException if it is not an Ed25519 key
   */
  public static VerificationKey of(PublicKey key) {
    byte[] encoded = key.getEncoded();
    int header = DER_HEADER.length;
    if (encoded.length != header + LENGTH
        || !Arrays.equals(encoded, 0, header, DER_HEADER, 0, header)) {
      throw new IllegalArgumentException("expected an Ed25519 key, but was " + key.getAlgorithm());
    }
    return new VerificationKey(Arrays.copyOfRange(encoded, header, encoded.length));
  }

  public byte[] raw() {
    return raw.clone();
  }

  /** SHA-256 of the raw key in hex: what a person compares. */
  public String fingerprint() {
    return Hash.of(raw).hex();
  }

  /** Whether the signature over the message was made with this key; false for any malformed one. */
  public boolean verifies(byte[] message, byte[] signature) {
    try {
      byte[] encoded = Arrays.copyOf(DER_HEADER, DER_HEADER.length + LENGTH);
      System.arraycopy(raw, 0, encoded, DER_HEADER.length, LENGTH);
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerificationKey key && Arrays.equals(raw, key.raw);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(raw);
  }

  @Override
  public String toString() {
    return "Ed25519 " + fingerprint();
  }
}
