package org.zerofactory.edge.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.JournalTip;
import org.zerofactory.domain.journal.MerkleFrontier;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.Interval;

/** Chains payloads into blocks that follow a tip. */
final class JournalWriter {

  private final String site;
  private JournalTip tip;
  private Instant lastSealed;
  private List<SealedBlock> blocks = new ArrayList<>();

  JournalWriter(String site, JournalTip tip, Instant lastSealed) {
    this.site = site;
    this.tip = tip;
    this.lastSealed = lastSealed;
  }

  void append(Payload payload, Optional<Interval> interval, Instant now) {
    Instant sealed = now.isAfter(lastSealed) ? now : lastSealed;
    Block block = new Block(site, tip.sequence() + 1, sealed, interval, payload, tip.hash());
    String line = block.line();
    Hash hash = Block.hash(line);
    tip = new JournalTip(block.sequence(), hash, tip.frontier().append(MerkleFrontier.leaf(line)));
    lastSealed = sealed;
    blocks.add(new SealedBlock(block, hash, line));
  }

  List<SealedBlock> take() {
    List<SealedBlock> taken = blocks;
    blocks = new ArrayList<>();
    return taken;
  }

  int waiting() {
    return blocks.size();
  }

  JournalTip tip() {
    return tip;
  }

  Instant lastSealed() {
    return lastSealed;
  }
}
