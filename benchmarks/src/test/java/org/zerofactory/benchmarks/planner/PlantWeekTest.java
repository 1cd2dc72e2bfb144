package org.zerofactory.benchmarks.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.schedule.Planner;
import org.zerofactory.schedule.PlannerSettings;
import org.zerofactory.schedule.Planning;
import org.zerofactory.schedule.grid.GridProblem;

final class PlantWeekTest {

  private static final int FEW = 6;

  @TempDir private Path folder;

  @Test
  void theSameSeedGivesTheSameWeek() throws IOException {
    Path one = folder.resolve("one.json");
    Path other = folder.resolve("other.json");

    PlantWeekFile.write(one, PlantWeek.of(60, 7).problem());
    PlantWeekFile.write(other, PlantWeek.of(60, 7).problem());

    assertThat(other).hasSameBinaryContentAs(one);
  }

  @Test
  void anotherSeedGivesAnotherWeek() throws IOException {
    Path one = folder.resolve("one.json");
    Path other = folder.resolve("other.json");

    PlantWeekFile.write(one, PlantWeek.of(60, 7).problem());
    PlantWeekFile.write(other, PlantWeek.of(60, 8).problem());

    assertThat(Files.mismatch(one, other)).isNotNegative();
  }

  @Test
  void aWeekHasExactlyTheOperationsAskedFor() {
    for (int operations : new int[] {2, 50, 101, 500}) {
      GridProblem problem = PlantWeek.of(operations, 1).problem();

      assertThat(problem.operations()).isEqualTo(operations);
      assertThat(problem.slots()).isEqualTo(operations <= 100 ? 288 : 672);
    }
  }

  @Test
  void tooFewOperationsAreRefused() {
    assertThatThrownBy(() -> PlantWeek.of(1, 1)).hasMessageContaining("2 to 100000, got 1");
  }

  @Test
  void simplePlannersKeepAllRulesAndTheirCostIsTheCheckers() throws IOException {
    GridProblem problem = PlantWeek.of(80, 3).problem();
    PlannerSettings settings = new PlannerSettings(60, 1, 1);

    double asTheyCome = checked(new DueDateOrder(), problem, settings);
    double inTheSun = checked(new SunFit(), problem, settings);

    assertThat(inTheSun).isLessThan(asTheyCome);
  }

  @Test
  void cpSatCountsTheSameMoneyAndItsBoundIsNotAboveIt() throws IOException {
    GridProblem problem = PlantWeek.of(FEW, 3).problem();
    PlannerSettings settings = PlannerSettings.ofSeconds(5, 1);
    double greedy = checked(new SunFit(), problem, settings);

    Planning planning = new CpSatPeer().plan(problem, Optional.empty(), settings);

    assertThat(planning.faults()).isEmpty();
    assertThat(planning.cost().total()).isLessThanOrEqualTo(greedy + 1e-6);
    assertThat(planning.lowerBound()).isPositive();
    assertThat(planning.lowerBound()).isLessThanOrEqualTo(planning.cost().total() + 1e-3);
  }

  @Test
  void whatHasBegunIsFixedWhenTheSunFails() throws IOException {
    PlantWeek week = PlantWeek.of(80, 3);
    Planning plan =
        new DueDateOrder().plan(week.problem(), Optional.empty(), PlannerSettings.ofSeconds(1, 1));

    Replanning replanning = Replanning.of(week, plan.plan(), 0);

    Path file = folder.resolve("problem.json");
    PlantWeekFile.write(file, replanning.problem());
    PlantWeekCheck.Verdict kept =
        PlantWeekCheck.of(file, PlantWeekFile.numbers(plan.plan().placements()));
    assertThat(kept.faults()).isEmpty();
    assertThat(kept.moved()).isZero();
    assertThat(kept.cost()).isGreaterThan(plan.cost().total());
    assertThat(replanning.free()).isBetween(1, 79);
  }

  private double checked(Planner planner, GridProblem problem, PlannerSettings settings)
      throws IOException {
    Path file = folder.resolve("problem.json");
    PlantWeekFile.write(file, problem);
    Planning planning = planner.plan(problem, Optional.empty(), settings);
    PlantWeekCheck.Verdict verdict =
        PlantWeekCheck.of(file, PlantWeekFile.numbers(planning.plan().placements()));
    assertThat(verdict.faults()).isEmpty();
    assertThat(verdict.cost()).isCloseTo(planning.cost().total(), within(1e-6));
    return verdict.cost();
  }
}
