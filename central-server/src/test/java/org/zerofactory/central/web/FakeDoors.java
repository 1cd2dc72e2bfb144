package org.zerofactory.central.web;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.zerofactory.domain.journal.BatchVerdict;

/** Doors behind which there is nothing. */
final class FakeDoors {

  private FakeDoors() {}

  static Doors none() {
    return answering(new BatchVerdict.Busy(2));
  }

  /** Doors that give every batch the same verdict. */
  static Doors answering(BatchVerdict verdict) {
    return new Doors(
        site -> Optional.empty(),
        (site, body, isGzip) -> CompletableFuture.completedFuture(verdict),
        (site, body) -> false,
        () -> "{\"sites\":[]}",
        site -> Optional.empty(),
        (site, date) -> Optional.empty(),
        (site, year) -> Optional.empty(),
        site -> Optional.empty(),
        site -> Optional.empty(),
        () -> "{\"edges\":[]}",
        (site, from, limit) -> List.of(),
        () -> "",
        () -> 0L,
        ledger(),
        inventories(),
        certification());
  }

  private static CertificationDoors certification() {
    return new CertificationDoors(
        () -> "{}",
        (site, scheme, year) -> "{}",
        (site, year) -> "{}",
        (site, person, body) -> "{}",
        (site, id, person, body) -> "{}",
        (site, id, person, body) -> "{}",
        (site, year) -> "{}",
        (site, person, body) -> "{}",
        (site, id, person, body) -> "{}",
        (site, year) -> "{}",
        (site, person, body) -> "{}");
  }

  private static InventoryDoors inventories() {
    return new InventoryDoors(
        (site, settings) -> "{}",
        site -> "{}",
        (site, person, body) -> "{}",
        (site, id) -> "{}",
        (site, id) -> "{}",
        (site, id, with) -> "{}",
        (site, id, person) -> "{}",
        (site, id, person, body) -> "{}",
        (site, id, person) -> "{}",
        (site, id, person, body) -> "{}",
        site -> "{}",
        (site, person, body) -> "{}");
  }

  private static LedgerDoors ledger() {
    return new LedgerDoors(
        (person, type, bytes) -> "{}",
        hash -> Optional.empty(),
        (site, person, body) -> "{}",
        (site, person, type, body) -> "{}",
        (site, filter, limit) -> "{}",
        (site, id) -> "{}",
        (site, id, person) -> "{}",
        (site, id, person, body) -> "{}",
        (site, after, limit) -> "{}");
  }
}
