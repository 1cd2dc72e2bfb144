package org.zerofactory.edge;

import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.MerkleFrontier;
import org.zerofactory.edge.store.JournalStore;
import org.zerofactory.edge.store.StoredBlock;
import org.zerofactory.edge.sync.SyncedJournal;

/** The stored journal as sync reads it. */
record JournalForSync(JournalStore store) implements SyncedJournal {

  @Override
  public long newest() {
    return store.tip().sequence();
  }

  @Override
  public long acknowledged() {
    return store.acknowledged();
  }

  @Override
  public void acknowledge(long sequence) {
    store.acknowledge(sequence);
  }

  @Override
  public List<String> lines(long from, int limit) {
    return store.blocks(from, limit).stream().map(StoredBlock::line).toList();
  }

  @Override
  public Optional<Hash> hash(long sequence) {
    return sequence == 0 ? Optional.of(Hash.ZERO) : store.block(sequence).map(StoredBlock::hash);
  }

  @Override
  public MerkleFrontier frontier(long size) {
    return store.frontier(size);
  }

  @Override
  public String storeId() {
    return store.storeId();
  }
}
