package org.zerofactory.domain.journal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Small blocks for tests of the chain. */
final class BlockTestData {

  private BlockTestData() {}

  static Block event(long sequence, Hash previous) {
    Instant at = Instant.parse("2025-01-01T00:00:00Z");
    return new Block(
        "wuhan",
        sequence,
        at,
        Optional.empty(),
        new Payload.Event("e", at, "s", Map.of()),
        previous);
  }
}
