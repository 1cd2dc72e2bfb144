package org.zerofactory.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.metering.MachineState;

/** What production control reports agrees with what the machines' states and counters show. */
final class ProductionControlTest {

  /** Two weeks with a holiday, a moved workday and both weekends in them. */
  private static final Instant FROM = Instant.parse("2025-09-25T16:00:00Z");

  private static final Instant TO = Instant.parse("2025-10-09T16:00:00Z");
  private static final List<JobResponse> RESPONSES = new ProductionControl(1).ended(FROM, TO);

  @Test
  void aMachineRunsExactlyInTheTimesOfItsOrders() {
    Plant plant = new Plant(1, Plant.COMMISSIONED.getEpochSecond(), List.of());
    plant.extendTo(TO.getEpochSecond());
    Map<String, Integer> states = points(plant, "state");

    for (Map.Entry<String, Integer> machine : states.entrySet()) {
      List<JobResponse> own = of(machine.getKey());
      for (long second = FROM.getEpochSecond(); second < TO.getEpochSecond(); second += 5) {
        Instant now = Instant.ofEpochSecond(second);
        int state = (Integer) value(plant, machine.getValue(), second);
        boolean isOrdered = isWithin(own, now);
        if (state == MachineState.RUNNING.ordinal()) {
          assertThat(isOrdered).as("%s runs at %s", machine.getKey(), now).isTrue();
        } else if (state != MachineState.DOWN.ordinal()) {
          assertThat(isOrdered).as("%s does not run at %s", machine.getKey(), now).isFalse();
        }
      }
    }
  }

  // An agent that was away reads states from the history: they must be those that it missed.
  @Test
  void theHistoryOfStatesIsWhatTheTicksShowed() {
    Plant plant = new Plant(1, Plant.COMMISSIONED.getEpochSecond(), List.of());
    plant.extendTo(TO.getEpochSecond());

    for (int point : points(plant, "state").values()) {
      long[] recorded = plant.recorded(point, FROM.getEpochSecond(), TO.getEpochSecond());
      List<Long> changes = new ArrayList<>();
      Object before = value(plant, point, FROM.getEpochSecond() - 5);
      for (long second = FROM.getEpochSecond(); second < TO.getEpochSecond(); second += 5) {
        Object now = value(plant, point, second);
        if (!now.equals(before)) {
          changes.add(second);
        }
        before = now;
      }
      assertThat(java.util.Arrays.stream(recorded).boxed().toList()).containsAll(changes);
    }
  }

  @Test
  void thePiecesOfADaysOrdersAreWhatTheCounterCounted() {
    Plant plant = new Plant(1, Plant.COMMISSIONED.getEpochSecond(), List.of());
    plant.extendTo(TO.getEpochSecond() + 900);
    Map<String, Integer> counters = points(plant, "output-count");

    for (Map.Entry<String, Integer> machine : counters.entrySet()) {
      long pieces = of(machine.getKey()).stream().mapToLong(run -> run.good() + run.scrap()).sum();
      long before = (Long) value(plant, machine.getValue(), FROM.getEpochSecond());
      long after = (Long) value(plant, machine.getValue(), TO.getEpochSecond());
      assertThat(pieces).as(machine.getKey()).isEqualTo(after - before);
    }
  }

  @Test
  void runsHaveIdsOfTheirOwnAndNoMachineRunsTwoAtOnce() {
    assertThat(new HashSet<>(RESPONSES.stream().map(JobResponse::run).toList()))
        .hasSameSizeAs(RESPONSES);
    Map<String, Instant> busy = new HashMap<>();
    for (JobResponse run : RESPONSES) {
      assertThat(run.from()).isAfterOrEqualTo(busy.getOrDefault(run.machine(), Instant.MIN));
      assertThat(run.to()).isAfter(run.from());
      assertThat(run.good()).isNotNegative();
      assertThat(run.scrap()).isNotNegative();
      busy.put(run.machine(), run.to());
    }
  }

  @Test
  void aTimeThatIsAskedInPartsGivesEachOrderOnce() {
    List<JobResponse> parts = new ArrayList<>();
    for (Instant start = FROM; start.isBefore(TO); start = start.plusSeconds(7 * 3600)) {
      Instant end = start.plusSeconds(7 * 3600);
      parts.addAll(new ProductionControl(1).ended(start, end.isBefore(TO) ? end : TO));
    }

    assertThat(parts).containsExactlyInAnyOrderElementsOf(RESPONSES);
  }

  @Test
  void aSeedDecidesTheOrders() {
    assertThat(new ProductionControl(1).ended(FROM, TO)).isEqualTo(RESPONSES);
    assertThat(new ProductionControl(2).ended(FROM, TO)).isNotEqualTo(RESPONSES);
  }

  @Test
  void aLineOfCsvHasTheColumnsOfItsHeading() {
    JobResponse run = RESPONSES.get(0);

    assertThat(run.csv().split(",")).hasSameSizeAs(JobResponse.HEADING.split(","));
    assertThat(run.csv()).startsWith(run.run() + "," + run.order() + "," + run.product() + ",");
  }

  private static Object value(Plant plant, int point, long second) {
    return Objects.requireNonNull(plant.at(point, second).value());
  }

  private static List<JobResponse> of(String machine) {
    // orders that ended at the end itself are reported with the time after it
    return new ProductionControl(1)
        .ended(FROM.plusSeconds(1), TO.plusSeconds(1)).stream()
            .filter(run -> run.machine().equals(machine))
            .toList();
  }

  private static boolean isWithin(List<JobResponse> runs, Instant now) {
    return runs.stream().anyMatch(run -> !now.isBefore(run.from()) && now.isBefore(run.to()));
  }

  private static Map<String, Integer> points(Plant plant, String quantity) {
    Map<String, Integer> points = new HashMap<>();
    for (int index = 0; index < plant.points().size(); index++) {
      if (plant.points().get(index).quantity().equals(quantity)) {
        points.put(plant.points().get(index).device(), index);
      }
    }
    return points;
  }
}
