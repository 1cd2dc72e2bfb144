package org.zerofactory.domain.journal;

/**
 * A block together with the exact line that was sealed.
 *
 * @param line canonical, without a line feed
 * @param hash SHA-256 of the line
 */
public record SealedBlock(Block block, String line, Hash hash) {

  /**
   * Reads a line.
   *
   * @throws JsonFormatException if it is not a canonical block; the message names the field
   */
  public static SealedBlock parse(String line) {
    return new SealedBlock(Block.parse(line), line, Block.hash(line));
  }
}
