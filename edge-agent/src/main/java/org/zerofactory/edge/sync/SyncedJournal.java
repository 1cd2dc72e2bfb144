package org.zerofactory.edge.sync;

import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.MerkleFrontier;

/** The journal as sync reads it; safe for use by several threads. */
public interface SyncedJournal {

  /** Sequence of the newest block, 0 for none. */
  long newest();

  /** Sequence up to which the centre confirmed all, 0 for none. */
  long acknowledged();

  void acknowledge(long sequence);

  /** Canonical lines from a sequence on, at most the limit. */
  List<String> lines(long from, int limit);

  /** Hash of a block; the zero hash for 0, empty if there is no such block. */
  Optional<Hash> hash(long sequence);

  /** The tree over the first blocks. */
  MerkleFrontier frontier(long size);

  /** 32 hex digits that name this journal file. */
  String storeId();
}
