package org.zerofactory.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zerofactory.simulator.plant.Plant;
import org.zerofactory.simulator.point.Point;
import org.zerofactory.simulator.point.Quality;
import org.zerofactory.simulator.point.Sample;

class InstrumentsTest {

  private static final long FROM = Instant.parse("2024-01-10T02:00:00Z").getEpochSecond();
  private static final long TO = FROM + 7200;
  private static final String WINDOW = "2024-01-10T02:00Z/2024-01-10T04:00Z";

  private final Instruments sound = instruments();
  private final Instruments faulty = instruments();
  private final int meter = number("smt-1", "energy-import");

  @Test
  void aStuckRegisterHoldsItsValueAndThenCatchesUp() {
    faulty.add(Fault.parse("stuck:smt-1/energy-import:" + WINDOW));

    assertThat(value(faulty, FROM + 3600)).isEqualTo(value(sound, FROM));
    assertThat(value(faulty, TO)).isEqualTo(value(sound, TO));
  }

  @Test
  void aRegisterThatRollsOverStartsAgainFromZeroBelowItsSpan() {
    faulty.add(Fault.parse("rollover:smt-1:" + WINDOW + ":100000000"));

    assertThat(value(faulty, FROM)).isZero();
    assertThat(value(faulty, FROM - 900))
        .isEqualTo(100_000_000 - (value(sound, FROM) - value(sound, FROM - 900)));
    assertThat(value(faulty, TO + 900)).isEqualTo(value(sound, TO + 900) - value(sound, FROM));
  }

  @Test
  void aResetRegisterCountsOnFromZero() {
    faulty.add(Fault.parse("reset:smt-1:" + WINDOW));

    assertThat(value(faulty, FROM - 5)).isEqualTo(value(sound, FROM - 5));
    assertThat(value(faulty, FROM)).isZero();
    assertThat(value(faulty, TO)).isEqualTo(value(sound, TO) - value(sound, FROM));
  }

  @Test
  void aGapIsSilentAndABadDeviceSaysSo() {
    faulty.add(Fault.parse("gap:smt-1:" + WINDOW));
    faulty.add(Fault.parse("bad:smt-2:" + WINDOW));

    Sample silent = faulty.at(meter, FROM);
    Sample bad = faulty.at(number("smt-2", "active-power"), FROM);

    assertThat(silent.quality()).isEqualTo(Quality.SILENT);
    assertThat(bad.quality()).isEqualTo(Quality.BAD);
    assertThat(bad.value()).isNull();
    assertThat(faulty.at(meter, TO).quality()).isEqualTo(Quality.GOOD);
  }

  @Test
  void aDriftingClockGainsSecondsPerHour() {
    faulty.add(Fault.parse("drift:smt-1:" + WINDOW + ":12"));

    assertThat(faulty.at(meter, FROM + 3600).sourceMillis()).isEqualTo((FROM + 3612) * 1000);
    assertThat(faulty.at(meter, TO).sourceMillis()).isEqualTo(TO * 1000);
  }

  @Test
  void theRunningPlantsPastDoesNotChange() {
    Fault leak = Fault.parse("leak:compressed-air:" + WINDOW);

    assertThatThrownBy(() -> faulty.addWhileRunning(leak, FROM + 5))
        .isInstanceOf(BadFaultException.class)
        .hasMessageContaining("past cannot change");
  }

  @Test
  void aFaultOfNoDeviceIsRefusedByName() {
    assertThatThrownBy(() -> faulty.add(Fault.parse("stuck:smt-9:" + WINDOW)))
        .hasMessageContaining("there is no 'smt-9'");
    assertThatThrownBy(() -> faulty.add(Fault.parse("leak:smt-1:" + WINDOW)))
        .hasMessageContaining("expected device compressed-air");
    assertThatThrownBy(() -> faulty.add(Fault.parse("strings:pv-9:" + WINDOW)))
        .hasMessageContaining("pv-1 to pv-8");
    assertThatThrownBy(() -> faulty.add(Fault.parse("reset:weather:" + WINDOW)))
        .hasMessageContaining("a register");
  }

  private long value(Instruments instruments, long second) {
    return (Long) Objects.requireNonNull(instruments.at(meter, second).value());
  }

  private int number(String device, String quantity) {
    List<Point> points = sound.points();
    for (int number = 0; number < points.size(); number++) {
      if (points.get(number).isMeantBy(device + "/" + quantity)) {
        return number;
      }
    }
    throw new IllegalArgumentException(device + "/" + quantity);
  }

  private static Instruments instruments() {
    Plant plant = new Plant(1, Plant.COMMISSIONED.getEpochSecond(), List.of());
    Instruments instruments = new Instruments(Optional.of(plant), List.of());
    instruments.extendTo(TO + 86_400);
    return instruments;
  }
}
