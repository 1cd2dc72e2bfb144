package org.zerofactory.domain.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RunChecksTest {

  private static final Equipment EQUIPMENT = new Equipment(Plants.plant());

  @Test
  void aRunThatIsHeldIsNoChange() {
    ProductionRun run = Plants.run("a", "press", 0, 900, 5);

    RunChecks.Result result = check(List.of(run), List.of(run));

    assertThat(result.faults()).isEmpty();
    assertThat(result.added()).isEmpty();
    assertThat(result.unchanged()).isEqualTo(1);
  }

  @Test
  void aRunOfTheSameIdThatSaysSomethingElseIsRefused() {
    RunChecks.Result result =
        check(
            List.of(Plants.run("a", "press", 0, 900, 6)),
            List.of(Plants.run("a", "press", 0, 900, 5)));

    assertThat(result.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.row()).isEqualTo(2);
              assertThat(fault.column()).isEqualTo("run");
              assertThat(fault.detail()).contains("5 good");
            });
  }

  @Test
  void runsOnOneMachineMustNotOverlapInTheFileOrWithThoseHeld() {
    RunChecks.Result result =
        check(
            List.of(
                Plants.run("a", "press", 0, 900, 1),
                Plants.run("b", "press", 899, 1800, 1),
                Plants.run("c", "oven", 0, 900, 1),
                Plants.run("d", "press", 2000, 2500, 1)),
            List.of(Plants.run("e", "press", 1900, 3000, 1)));

    assertThat(result.faults()).extracting(RunFault::row).containsExactly(3L, 5L);
    assertThat(result.faults().get(0).detail()).contains("press").contains("beside run a/press/0");
    assertThat(result.faults().get(1).detail()).contains("beside run e/press/1900");
  }

  @Test
  void aRunThatContainsManyCollidesWithEach() {
    RunChecks.Result result =
        check(
            List.of(
                Plants.run("a", "press", 0, 9000, 1),
                Plants.run("b", "press", 100, 200, 1),
                Plants.run("c", "press", 300, 400, 1)),
            List.of());

    assertThat(result.faults()).extracting(RunFault::row).containsExactly(3L, 4L);
  }

  @Test
  void aLineIsAllItsMachines() {
    RunChecks.Result result =
        check(
            List.of(Plants.run("a", "hall", 0, 900, 1), Plants.run("b", "oven", 0, 100, 1)),
            List.of());

    assertThat(result.faults()).extracting(RunFault::row).containsExactly(3L);
  }

  @Test
  void unknownEquipmentIsRefusedWithWhatIsKnown() {
    RunChecks.Result result = check(List.of(Plants.run("a", "pres", 0, 900, 1)), List.of());

    assertThat(result.faults())
        .singleElement()
        .extracting(RunFault::detail)
        .asString()
        .contains("hall, oven, press")
        .contains("\"pres\"");
  }

  @Test
  void quantitiesAndTimesAreCheckedByTheRunItself() {
    Instant from = Plants.START;

    assertThatThrownBy(() -> run(from, from.plusSeconds(9), -1)).hasMessageContaining("-1 good");
    assertThatThrownBy(() -> run(from, from, 1)).hasMessageContaining("end after it begins");
    assertThatThrownBy(() -> run(from, from.plusSeconds(32 * 86_400L), 1))
        .hasMessageContaining("31 days");
    assertThatThrownBy(() -> run(from, from.plusMillis(1500), 1)).hasMessageContaining("whole");
  }

  @Test
  void aRunOverMidnightYieldsItsPiecesOnBothDays() {
    // 14:00Z to 17:00Z is 22:00 to 01:00 in Shanghai: two of three hours on the first day
    ProductionRun run =
        new ProductionRun(
            "r",
            "a",
            "board",
            "press",
            Instant.parse("2025-06-02T14:00:00Z"),
            Instant.parse("2025-06-02T17:00:00Z"),
            100,
            4);

    var days = RunDays.of(run, ZoneId.of("Asia/Shanghai"));

    // 66 2/3 and 33 1/3; 2 2/3 and 1 1/3
    assertThat(days)
        .isEqualTo(
            Map.of(
                java.time.LocalDate.of(2025, 6, 2), new Output(67, 3),
                java.time.LocalDate.of(2025, 6, 3), new Output(33, 1)));
  }

  private static ProductionRun run(Instant from, Instant to, long good) {
    return new ProductionRun("r", "a", "board", "press", from, to, good, 0);
  }

  /** Rows count from 2, as below a heading. */
  private static RunChecks.Result check(List<ProductionRun> runs, List<ProductionRun> held) {
    List<RunRow> rows =
        java.util.stream.IntStream.range(0, runs.size())
            .mapToObj(index -> new RunRow(index + 2, runs.get(index)))
            .toList();
    return RunChecks.of(rows, EQUIPMENT, held);
  }
}
