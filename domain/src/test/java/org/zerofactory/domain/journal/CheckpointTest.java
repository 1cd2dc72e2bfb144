package org.zerofactory.domain.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CheckpointTest {

  @Test
  void aNoteIsVerifiedWithTheKeyThatSignedItAndNoOther() throws GeneralSecurityException {
    var key = newKey();
    var checkpoint = new Checkpoint("wuhan", 7, Hash.of(new byte[] {1}));

    var note = checkpoint.signed(key);

    assertThat(Checkpoint.verified(note, key.verificationKey())).isEqualTo(checkpoint);
    assertThatThrownBy(() -> Checkpoint.verified(note, newKey().verificationKey()))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining("expected a signature by Ed25519 ");
  }

  @Test
  void anyChangedCharacterOfTheBodyIsNoticed() throws GeneralSecurityException {
    var key = newKey();
    var note = new Checkpoint("wuhan", 7, Hash.of(new byte[] {1})).signed(key);

    for (int i = 0; i < note.indexOf("\n\n"); i++) {
      char other = note.charAt(i) == 'x' ? 'y' : 'x';
      var changed = note.substring(0, i) + other + note.substring(i + 1);
      assertThatThrownBy(() -> Checkpoint.verified(changed, key.verificationKey()))
          .isInstanceOf(JsonFormatException.class);
    }
  }

  // RFC 8032, section 7.1, test 2: secret key, public key and signature of the one-byte message 72.
  @Test
  void theSignatureIsThatOfRfc8032() throws GeneralSecurityException {
    var secret = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
    var open = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
    var factory = KeyFactory.getInstance("Ed25519");
    var pair =
        new KeyPair(
            factory.generatePublic(new X509EncodedKeySpec(hex("302a300506032b6570032100" + open))),
            factory.generatePrivate(
                new PKCS8EncodedKeySpec(hex("302e020100300506032b657004220420" + secret))));

    var signature = new SigningKey(pair).sign(new byte[] {0x72});

    assertThat(HexFormat.of().formatHex(signature))
        .isEqualTo(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    assertThat(VerificationKey.ofRaw(hex(open)).verifies(new byte[] {0x72}, signature)).isTrue();
  }

  @Test
  void theEmptyTreeIsTheHashOfNothing() {
    assertThat(MerkleFrontier.EMPTY.root().hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Property
  void theRootIsThatOfTheRecursiveDefinition(@ForAll @IntRange(min = 1, max = 300) int size) {
    List<Hash> leaves = new ArrayList<>();
    MerkleFrontier frontier = MerkleFrontier.EMPTY;
    for (int i = 0; i < size; i++) {
      leaves.add(MerkleFrontier.leaf("line " + i));
      frontier = frontier.append(leaves.get(i));
    }

    assertThat(frontier.root()).isEqualTo(recursive(leaves));
  }

  @Test
  void aTipRefusesAGapAndAForeignPredecessor() {
    var first = BlockTestData.event(1, Hash.ZERO);
    var tip = JournalTip.EMPTY.append(first, first.line());

    assertThatThrownBy(() -> tip.append(BlockTestData.event(3, tip.hash()), "x"))
        .isInstanceOf(BrokenChainException.class)
        .hasMessage("block 3: expected sequence 2, found 3");
    assertThatThrownBy(() -> tip.append(BlockTestData.event(2, Hash.ZERO), "x"))
        .isInstanceOf(BrokenChainException.class)
        .hasMessageContaining("expected previous hash " + tip.hash());
  }

  /** RFC 9162, 2.1.1, word for word: split at the largest power of two below the size. */
  private static Hash recursive(List<Hash> leaves) {
    if (leaves.size() == 1) {
      return leaves.get(0);
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    return Hash.of(
        new byte[] {1},
        recursive(leaves.subList(0, split)).bytes(),
        recursive(leaves.subList(split, leaves.size())).bytes());
  }

  private static SigningKey newKey() throws GeneralSecurityException {
    return new SigningKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
