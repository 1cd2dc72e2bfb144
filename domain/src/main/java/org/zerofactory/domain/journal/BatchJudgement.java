package org.zerofactory.domain.journal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides about a batch from what the centre holds: the protocol's table as one pure function.
 *
 * <p>A batch is judged as a whole; of one with a fault nothing is applied.
 */
public final class BatchJudgement {

  private final SiteState state;
  private final BlockBatch batch;

  private BatchJudgement(SiteState state, BlockBatch batch) {
    this.state = state;
    this.batch = batch;
  }

  /**
   * The verdict; never {@code TooLarge} or {@code Busy}, which are found before a batch is read.
   */
  public static BatchVerdict of(SiteState state, BlockBatch batch) {
    try {
      return new BatchJudgement(state, batch).verdict();
    } catch (BrokenChainException broken) {
      return new BatchVerdict.Invalid(broken.sequence(), String.valueOf(broken.getMessage()));
    } catch (BrokenBlockException broken) {
      return new BatchVerdict.Invalid(broken.sequence, String.valueOf(broken.getMessage()));
    } catch (JsonFormatException malformed) {
      return new BatchVerdict.Invalid(batch.to(), String.valueOf(malformed.getMessage()));
    }
  }

  private BatchVerdict verdict() {
    checkHeader();
    Optional<BatchVerdict> harmless = repeatedOrGap();
    if (harmless.isPresent()) {
      return harmless.get(); // applies nothing, so it needs no trust
    }
    VerificationKey signer = signer();
    if (!Checkpoint.namesKey(batch.checkpoint(), batch.site(), signer)) {
      return new BatchVerdict.UnknownKey(
          declaredKey().map(VerificationKey::fingerprint).orElse(""));
    }
    Checkpoint checkpoint = Checkpoint.verified(batch.checkpoint(), signer);
    checkCheckpoint(checkpoint);
    if (!isTrusted(signer)) {
      return new BatchVerdict.UnknownKey(signer.fingerprint());
    }
    Optional<BatchVerdict> misplaced = forkOrOverlap();
    if (misplaced.isPresent()) {
      return misplaced.get();
    }
    return follow(checkpoint, signer);
  }

  private void checkHeader() {
    if (!batch.site().equals(state.site())) {
      throw broken(batch.from(), "expected site " + state.site() + ", found " + batch.site());
    }
    if (batch.from() < 1 || batch.to() < batch.from()) {
      throw broken(
          batch.from(), "expected 1 <= from <= to, found " + batch.from() + " to " + batch.to());
    }
    batch
        .fault()
        .ifPresent(
            fault -> {
              throw broken(fault.sequence(), fault.expected());
            });
    long expected = batch.to() - batch.from() + 1;
    if (batch.blocks().size() != expected) {
      throw broken(
          batch.from() + batch.blocks().size(),
          "expected " + expected + " blocks, found " + batch.blocks().size());
    }
    for (int i = 0; i < batch.blocks().size(); i++) {
      long sequence = batch.from() + i;
      if (batch.blocks().get(i).block().sequence() != sequence) {
        throw broken(
            sequence,
            "expected sequence "
                + sequence
                + ", found "
                + batch.blocks().get(i).block().sequence());
      }
    }
  }

  /**
   * The key that the checkpoint must be signed with: the newest that a block names, or the held.
   */
  private VerificationKey signer() {
    return declaredKey()
        .or(state::key)
        .orElseThrow(
            () -> broken(batch.from(), "expected a journal that begins with a block of kind site"));
  }

  /** The key of the batch's last site block that lies beyond the held journal. */
  private Optional<VerificationKey> declaredKey() {
    Optional<VerificationKey> key = Optional.empty();
    for (SealedBlock sealed : batch.blocks()) {
      boolean isNew = sealed.block().sequence() > state.tip().sequence();
      if (isNew && sealed.block().payload() instanceof Payload.Site site) {
        key = Optional.of(site.key());
      }
    }
    return key;
  }

  /** The first key of a site is trusted on first use; every other needs a person's approval. */
  private boolean isTrusted(VerificationKey signer) {
    return state.key().isEmpty()
        || state.key().get().equals(signer)
        || state.approvedKeys().contains(signer.fingerprint());
  }

  private void checkCheckpoint(Checkpoint checkpoint) {
    if (!checkpoint.site().equals(batch.site()) || checkpoint.size() != batch.to()) {
      throw broken(
          batch.to(),
          "expected a checkpoint of "
              + batch.site()
              + " with size "
              + batch.to()
              + ", found "
              + checkpoint.site()
              + " with size "
              + checkpoint.size());
    }
  }

  private Optional<BatchVerdict> repeatedOrGap() {
    long mark = state.tip().sequence();
    if (batch.from() > mark + 1) {
      return Optional.of(new BatchVerdict.Gap(mark + 1));
    }
    if (batch.to() <= mark && firstDifference() < 0) {
      return Optional.of(new BatchVerdict.Repeated(state.tip()));
    }
    return Optional.empty();
  }

  private Optional<BatchVerdict> forkOrOverlap() {
    long mark = state.tip().sequence();
    List<SealedBlock> blocks = batch.blocks();
    int different = firstDifference();
    if (different >= 0) {
      Hash held = state.heldHashes().get(different);
      return Optional.of(fork(batch.from() + different, held, blocks.get(different).hash()));
    }
    if (batch.from() <= mark) {
      return Optional.of(new BatchVerdict.Overlap(mark + 1));
    }
    Hash previous = blocks.get(0).block().previous();
    if (mark > 0 && !previous.equals(state.tip().hash())) {
      // it continues a block that is not the one held: two histories, signed by the same agent
      return Optional.of(fork(mark, state.tip().hash(), previous));
    }
    return Optional.empty();
  }

  /** Index of the first block whose hash is not the held one; -1 if all that are held agree. */
  private int firstDifference() {
    int common = Math.min(batch.blocks().size(), state.heldHashes().size());
    for (int i = 0; i < common; i++) {
      if (!batch.blocks().get(i).hash().equals(state.heldHashes().get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static BatchVerdict fork(long sequence, Hash held, Hash found) {
    return new BatchVerdict.Fork(sequence, held.hex(), found.hex());
  }

  private BatchVerdict follow(Checkpoint checkpoint, VerificationKey signer) {
    JournalTip tip = state.tip();
    long epoch = state.epoch();
    Set<Instant> starts = new HashSet<>();
    for (SealedBlock sealed : batch.blocks()) {
      Block block = sealed.block();
      tip = tip.append(sealed);
      if (!block.site().equals(batch.site())) {
        throw broken(block, "expected site " + batch.site() + ", found " + block.site());
      }
      if (block.sequence() == 1 && !(block.payload() instanceof Payload.Site)) {
        throw broken(block, "expected kind site, found " + block.payload().kind().word());
      }
      if (block.payload() instanceof Payload.Site site) {
        epoch = epochAfter(block, site, epoch);
      }
      BlockSchema.check(block);
      checkSealedOnce(block, starts);
    }
    if (batch.epoch() != epoch) {
      throw broken(batch.to(), "expected epoch " + epoch + ", found " + batch.epoch());
    }
    if (!checkpoint.root().equals(tip.frontier().root())) {
      throw broken(
          batch.to(),
          "expected a checkpoint over root "
              + tip.frontier().root()
              + ", found "
              + checkpoint.root());
    }
    return new BatchVerdict.Accepted(tip, epoch, signer);
  }

  private static long epochAfter(Block block, Payload.Site site, long epoch) {
    boolean isFirst = block.sequence() == 1;
    boolean isNext = !isFirst && site.epoch() == epoch + 1;
    if (site.epoch() != epoch && !isNext) {
      throw broken(block, "expected epoch " + epoch + " or the next, found " + site.epoch());
    }
    return site.epoch();
  }

  private void checkSealedOnce(Block block, Set<Instant> starts) {
    block
        .interval()
        .ifPresent(
            interval -> {
              if (!starts.add(interval.start()) || state.isSealed().test(interval.start())) {
                throw broken(
                    block,
                    "expected a quarter hour that was not sealed before, found "
                        + interval.start()
                        + "; what changes it is a correction");
              }
            });
  }

  private static BrokenBlockException broken(Block block, String problem) {
    return broken(block.sequence(), problem);
  }

  private static BrokenBlockException broken(long sequence, String problem) {
    return new BrokenBlockException(sequence, "block " + sequence + ": " + problem);
  }
}
