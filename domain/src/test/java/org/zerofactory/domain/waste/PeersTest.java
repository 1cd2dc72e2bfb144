package org.zerofactory.domain.waste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.Quantity;

final class PeersTest {

  // of a's peers b and c one moves; d hangs elsewhere, e is silent
  @Test
  void theShareIsThatOfTheOthersBelowTheSameParent() {
    List<MeterDescription> meters = new ArrayList<>();
    for (String id : List.of("a", "b", "c", "e")) {
      meters.add(WasteFixture.meter(id, MeterRole.LOAD, Optional.of("f"), Quantity.ENERGY_IMPORT));
    }
    meters.add(WasteFixture.meter("d", MeterRole.LOAD, Quantity.ENERGY_IMPORT));
    var site = new WasteFixture(meters, List.of(), Set.of());

    var now =
        site.quarter(
            Map.of(
                "a/energy-import", 9L,
                "b/energy-import", 7L,
                "c/energy-import", 0L,
                "d/energy-import", 1L),
            "RUNNING");

    assertThat(now.known("a/energy-import", "siblings_moving_share")).isEqualTo(0.5);
    assertThat(now.known("c/energy-import", "siblings_moving_share")).isEqualTo(1);
    assertThat(now.known("e/energy-import", "siblings_moving_share")).isEqualTo(2.0 / 3);
    assertThat(now.number("d/energy-import", "siblings_moving_share")).isEmpty();
  }
}
