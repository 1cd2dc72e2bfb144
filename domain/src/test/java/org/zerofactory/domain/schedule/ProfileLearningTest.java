package org.zerofactory.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.product.ProductionRun;

class ProfileLearningTest {

  private static final Instant START = Instant.parse("2025-06-09T00:00:00Z");

  private final Map<Instant, Long> energies = new HashMap<>();
  private final List<ProductionRun> runs = new ArrayList<>();
  private Instant now = START;

  // Batches of an oven: 594 kW twice, then 375 kW; between them it stands by at 10 kW.
  @Test
  void theProfileOfAnOvenIsItsHeatUpAndItsHold() {
    for (int batch = 0; batch < 6; batch++) {
      idle(8, 10);
      run("laptop", 4_800 - 10 * batch, 594, 594, 375, 375, 375, 375, 375, 375);
    }

    LearnedProfile.Known learned = (LearnedProfile.Known) learn("laptop");

    assertThat(learned.runs()).isEqualTo(6);
    assertThat(learned.leadKw()).extracting(Learned::value).containsExactly(594.0, 594.0);
    assertThat(learned.runKw()).isEqualTo(new Learned(375, 375, 375, 24));
    assertThat(learned.minutesPerRun().value()).isEqualTo(120);
    assertThat(learned.isBatch()).isTrue();
    assertThat(learned.standbyKw().orElseThrow().value()).isEqualTo(10);
    assertThat(learned.offKw()).isEmpty();
    assertThat(learned.notes()).contains("off power: only one level of idle power was seen");
  }

  // A line stands by at 175 kW and is set up at 215 kW, or is off at 6 kW and warms up at 120 kW.
  @Test
  void standbyOffSetUpAndWarmUpAreToldApart() {
    for (int day = 0; day < 6; day++) {
      run("board", 1_150 * (day + 1), power(day + 1, 417));
      idle(6, 175);
      idle(1, 215);
      run("board", 1_150, power(1, 417));
      idle(20, 6);
      idle(2, 120);
    }
    run("board", 1_150, power(1, 417));

    LearnedProfile.Known learned = (LearnedProfile.Known) learn("board");

    assertThat(learned.isBatch()).isFalse();
    assertThat(learned.minutesPerUnit().value()).isEqualTo(60.0 / 1_150);
    assertThat(learned.leadKw()).isEmpty();
    assertThat(learned.standbyKw().orElseThrow().value()).isEqualTo(175);
    assertThat(learned.offKw().orElseThrow().value()).isEqualTo(6);
    assertThat(learned.setupKw().orElseThrow().value()).isEqualTo(215);
    assertThat(learned.warmUpKw().orElseThrow().value()).isEqualTo(120);
    assertThat(learned.warmUpMinutes().orElseThrow().value()).isEqualTo(30);
    assertThat(learned.notes()).isEmpty();
  }

  @Test
  void fewerThanFiveRunsAreRefusedWithTheReason() {
    for (int batch = 0; batch < 4; batch++) {
      run("laptop", 100, 375, 375);
    }

    assertThat(learn("laptop"))
        .isEqualTo(
            new LearnedProfile.Refused(
                "m", "laptop", "expected at least 5 runs with pieces of laptop on m, found 4"));
  }

  @Test
  void aRunWithAMissingQuarterHourTeachesNoPower() {
    for (int batch = 0; batch < 5; batch++) {
      run("laptop", 100, 375, 375);
    }
    energies.remove(START);

    assertThat(learn("laptop"))
        .isInstanceOfSatisfying(
            LearnedProfile.Refused.class,
            refused -> assertThat(refused.reason()).contains("all metered").endsWith("found 4"));
  }

  private LearnedProfile learn(String product) {
    return ProfileLearning.of("m", product, energies, runs);
  }

  private static double[] power(int hours, double kilowatts) {
    double[] powers = new double[4 * hours];
    java.util.Arrays.fill(powers, kilowatts);
    return powers;
  }

  private void run(String product, long pieces, double... kilowatts) {
    Instant from = now;
    for (double power : kilowatts) {
      idle(1, power);
    }
    String id = "r" + runs.size();
    runs.add(new ProductionRun(id, "o", product, "m", from, now, pieces, 0));
  }

  private void idle(int quarters, double kilowatts) {
    for (int quarter = 0; quarter < quarters; quarter++) {
      energies.put(now, Math.round(kilowatts * 250));
      now = now.plusSeconds(900);
    }
  }
}
