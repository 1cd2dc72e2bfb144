package org.zerofactory.domain.waste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.waste.WasteFixture.All;

final class FaultyClockTest {

  private static final Map<String, Long> AMOUNTS =
      Map.of("a/energy-import", 1L, "ab/energy-import", 1L);

  private final WasteFixture site =
      new WasteFixture(
          List.of(
              WasteFixture.meter("a", MeterRole.LOAD, Quantity.ENERGY_IMPORT),
              WasteFixture.meter("ab", MeterRole.LOAD, Quantity.ENERGY_IMPORT)),
          List.of(),
          Set.of());

  @ParameterizedTest
  @ValueSource(strings = {"clock-ahead", "clock-drift"})
  void aReportMarksTheDevicesRegistersAndNoOthers(String event) {
    site.quarter(AMOUNTS, "RUNNING");
    site.event(event, "a/energy-import");
    All now = site.quarter(AMOUNTS, "RUNNING");

    assertThat(now.flag("a/energy-import", "clock_faulty")).isTrue();
    assertThat(now.flag("ab/energy-import", "clock_faulty")).isFalse();
  }

  // reports come once an hour: 90 minutes bridge them; 7 quarter hours begin within 90 minutes
  @Test
  void itEndsNinetyMinutesAfterTheLastReport() {
    site.event("clock-ahead", "a/energy-import");
    site.quarters(4, AMOUNTS, "RUNNING");
    site.event("clock-ahead", "a/energy-import");
    All last = site.quarters(7, AMOUNTS, "RUNNING");
    All after = site.quarter(AMOUNTS, "RUNNING");

    assertThat(last.flag("a/energy-import", "clock_faulty")).isTrue();
    assertThat(after.flag("a/energy-import", "clock_faulty")).isFalse();
  }

  @Test
  void anotherEventOrAnUnknownDeviceSaysNothingOfClocks() {
    site.event("register-reset", "a/energy-import");
    site.event("clock-ahead", "c/energy-import");
    All now = site.quarter(AMOUNTS, "RUNNING");

    assertThat(now.flag("a/energy-import", "clock_faulty")).isFalse();
  }
}
