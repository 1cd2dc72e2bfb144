package org.zerofactory.domain.journal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;

/** An Ed25519 key pair (RFC 8032) that signs checkpoints. */
public final class SigningKey {

  private final PrivateKey privateKey;
  private final VerificationKey verificationKey;

  /**
   * @throws IllegalArgumentException if it is not an Ed25519 pair
   */
  public SigningKey(KeyPair pair) {
    this.privateKey = pair.getPrivate();
    this.verificationKey = VerificationKey.of(pair.getPublic());
  }

  public VerificationKey verificationKey() {
    return verificationKey;
  }

  /** The 64-byte signature over the message. */
  public byte[] sign(byte[] message) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(privateKey);
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("signing with Ed25519 failed", e);
    }
  }
}
