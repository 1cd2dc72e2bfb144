package org.zerofactory.central.web;

import java.util.List;
import java.util.Map;
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
        (site, year) -> Optional.empty(),
        site -> Optional.empty(),
        new AlarmDoors(
            (site, query) -> Optional.empty(),
            (site, number, person, note) ->
                new AlarmDoors.Answer(AlarmDoors.Kind.NO_SUCH_ALARM, ""),
            (site, year) -> Optional.empty()),
        () -> "{\"edges\":[]}",
        (site, from, limit) -> List.of(),
        () -> "",
        () -> 0L,
        ledger(),
        inventories(),
        new OrganisationDoors(() -> "{}", organisation -> false, inventories()),
        new FactorDoors(query -> "{\"total\":0,\"factors\":[]}", id -> Optional.empty()),
        instruments(),
        ProductDoors.NONE,
        certification());
  }

  private static InstrumentDoors instruments() {
    InstrumentDoors.Change nothing = new InstrumentDoors.Change(Optional.empty(), List.of());
    return new InstrumentDoors(
        (after, limit) -> "{}",
        id -> Optional.empty(),
        id -> Optional.empty(),
        (instruments, person) -> Map.of(),
        (wanted, person) -> nothing,
        (id, allocation, retirement, person) -> nothing,
        (site, year) -> Optional.empty());
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
