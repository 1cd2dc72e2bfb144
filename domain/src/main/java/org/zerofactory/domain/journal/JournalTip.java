package org.zerofactory.domain.journal;

/**
 * Where a journal stands: the last block's sequence and hash and the tree over all blocks.
 *
 * <p>Agent and centre advance it the same way, so both know the same root for the same size.
 *
 * @param sequence of the last block, 0 for an empty journal
 * @param hash of the last block, {@link Hash#ZERO} for an empty journal
 */
public record JournalTip(long sequence, Hash hash, MerkleFrontier frontier) {

  public static final JournalTip EMPTY = new JournalTip(0, Hash.ZERO, MerkleFrontier.EMPTY);

  /**
   * The tip after one more block.
   *
   * @param line the block's canonical line
   * @throws BrokenChainException if the block does not follow this tip
   */
  public JournalTip append(Block block, String line) {
    return append(new SealedBlock(block, line, Block.hash(line)));
  }

  /**
   * The tip after one more block whose line was already hashed.
   *
   * @throws BrokenChainException if the block does not follow this tip
   */
  public JournalTip append(SealedBlock sealed) {
    Block block = sealed.block();
    if (block.sequence() != sequence + 1) {
      throw new BrokenChainException(
          block.sequence(), "expected sequence " + (sequence + 1) + ", found " + block.sequence());
    }
    if (!block.previous().equals(hash)) {
      throw new BrokenChainException(
          block.sequence(), "expected previous hash " + hash + ", found " + block.previous());
    }
    return new JournalTip(
        block.sequence(), sealed.hash(), frontier.append(MerkleFrontier.leaf(sealed.line())));
  }

  /** The checkpoint of this tip, to be signed. */
  public Checkpoint checkpoint(String site) {
    return new Checkpoint(site, sequence, frontier.root());
  }
}
