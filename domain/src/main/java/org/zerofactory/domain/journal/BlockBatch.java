package org.zerofactory.domain.journal;

import java.util.List;
import java.util.Optional;

/**
 * What an agent sends at once: consecutive blocks and the newest checkpoint.
 *
 * @param checkpoint the signed note; its size is {@code to}
 * @param epoch of the agent
 * @param store 32 hex digits that name the agent's journal file
 * @param blocks parsed from {@code from} on, up to the first line that is none
 * @param fault what is wrong with the first line that is not among the blocks
 */
public record BlockBatch(
    String site,
    long epoch,
    long from,
    long to,
    String store,
    String checkpoint,
    List<SealedBlock> blocks,
    Optional<Fault> fault) {

  /** A line that is no block, and what was expected of it. */
  public record Fault(long sequence, String expected) {}

  public BlockBatch {
    blocks = List.copyOf(blocks);
  }
}
