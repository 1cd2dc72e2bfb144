package org.zerofactory.schedule.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zerofactory.schedule.orders.SmallPlant.MONDAY;
import static org.zerofactory.schedule.orders.SmallPlant.order;
import static org.zerofactory.schedule.orders.SmallPlant.task;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.schedule.Connection;
import org.zerofactory.domain.schedule.PlannedOperation;
import org.zerofactory.domain.schedule.PlantModel;
import org.zerofactory.domain.schedule.ProductionOrder;
import org.zerofactory.domain.schedule.ProductionPlan;
import org.zerofactory.domain.schedule.ProductionPlan.Unplaceable;
import org.zerofactory.domain.schedule.ScheduleFaultsException;
import org.zerofactory.domain.schedule.SiteEnergy;
import org.zerofactory.domain.schedule.Storage;
import org.zerofactory.schedule.PlanFaults;
import org.zerofactory.schedule.PlannerSettings;
import org.zerofactory.schedule.Planning;
import org.zerofactory.schedule.ReferencePlanner;
import org.zerofactory.schedule.SolarPlanner;
import org.zerofactory.schedule.grid.GridMode;
import org.zerofactory.schedule.grid.GridOperation.Placement;
import org.zerofactory.schedule.grid.GridPlan;
import org.zerofactory.schedule.grid.GridProblem;

class TranslationTest {

  private static final PlannerSettings STEPS = new PlannerSettings(20, 20_000, 1);

  @Test
  void aRunTakesWholeQuarterHoursButItsEnergyIsNotRounded() {
    // 500 boards at 0.1 min are 50 min: four slots, the last of them a third worked
    GridProblem problem =
        Translation.of(task(List.of(order("A", "board-a", 500, 48)), 1)).problem();

    GridMode mode = problem.jobs().get(0).operations().get(0).modes().get(0);

    assertThat(mode.kilowatts()).hasSize(4);
    assertThat(mode.kilowatts()[0]).isEqualTo(100);
    assertThat(mode.kilowatts()[3])
        .isCloseTo(100.0 / 3 + 20.0 * 2 / 3, org.assertj.core.data.Offset.offset(1e-9));
  }

  @Test
  void aLargeOrderIsSplitIntoBatchesOfTheOven() {
    GridProblem problem =
        Translation.of(task(List.of(order("L", "laptop", 10_000, 48)), 2)).problem();

    assertThat(problem.jobs()).extracting(job -> job.id()).containsExactly("L#1", "L#2", "L#3");
    GridMode batch = problem.jobs().get(0).operations().get(0).modes().get(0);
    assertThat(batch.duration()).isEqualTo(20);
    assertThat(batch.kilowatts()).startsWith(584, 584, 365).endsWith(365);
  }

  @Test
  void shiftsAreCutInTheSitesZone() {
    GridProblem problem =
        Translation.of(task(List.of(order("A", "board-a", 500, 48)), 1)).problem();

    boolean[] open = problem.machines().get(0).open();

    assertThat(open[23]).isFalse();
    assertThat(open[24]).isTrue(); // 06:00
    assertThat(open[87]).isTrue();
    assertThat(open[88]).isFalse(); // 22:00
    assertThat(problem.resources().get(0).capacity()[24]).isEqualTo(4);
    assertThat(problem.resources().get(0).capacity()[88]).isZero();
  }

  @Test
  void theReferenceRunsOrdersByDueDateAtTheFastestSpeedAsSoonAsPossible() {
    Translation translation =
        Translation.of(
            task(List.of(order("B", "board-b", 600, 30), order("A", "board-a", 600, 24)), 1));

    ProductionPlan plan = reference(translation);

    // the line is set up for family a; a to b takes 20 min, which is two slots
    Instant six = MONDAY.plusSeconds(6 * 3_600);
    assertThat(plan.operations())
        .containsExactly(
            new PlannedOperation(
                "A", 1, "place", "line", "normal", six, six, six.plusSeconds(3_600), 600),
            new PlannedOperation(
                "B",
                1,
                "place",
                "line",
                "normal",
                six.plusSeconds(3_600),
                six.plusSeconds(3_600 + 1_800),
                six.plusSeconds(2 * 3_600 + 1_800),
                600));
    assertThat(plan.late()).isEmpty();
    assertThat(plan.roundedUpSeconds()).isZero();
  }

  @Test
  void figuresOfAPlanAreThoseCountedByHand() {
    // oven: (2 * 584 + 18 * 365) / 4 = 1934.5 kWh from midnight, then 19 h of 10 kW; line: 2 kW off
    Translation translation = Translation.of(task(List.of(order("L", "laptop", 4_800, 48)), 1));

    ProductionPlan plan = reference(translation);

    assertThat(plan.expected().plannedWh()).isEqualTo(1_934_500 + 190_000 + 48_000);
    // beside it 30 kW all day; under 400 kW of sun 358 kW are left for 5 h
    assertThat(plan.expected().exportWh()).isEqualTo(1_790_000);
    assertThat(plan.expected().importWh()).isEqualTo(1_934_500 + 5 * 32_000 + 14 * 42_000);
    assertThat(plan.expected().co2Grams()).isEqualTo(Math.round(2_682.5 * 536.6));
    assertThat(plan.expected().energyMicros())
        .isEqualTo(Math.round((2_682.5 * 0.65 - 1_790 * 0.25) * 1e6));
    assertThat(plan.littleSun().exportWh()).isEqualTo(1_040_000);
    assertThat(plan.expected().peakW()).isEqualTo(616_000);
  }

  @Test
  void thePlannerPutsTheOvenUnderTheSun() {
    Translation translation = Translation.of(task(List.of(order("L", "laptop", 4_800, 48)), 1));
    ProductionPlan reference = reference(translation);

    Planning planning = new SolarPlanner().plan(translation.problem(), translation.start(), STEPS);
    ProductionPlan plan = translation.plan(planning.plan(), MONDAY);

    assertThat(planning.feasible()).isTrue();
    assertThat(plan.operations().get(0).start()).isEqualTo(MONDAY.plusSeconds(10 * 3_600));
    assertThat(plan.expected().importWh()).isLessThan(reference.expected().importWh());
    assertThat(plan.expected().plannedWh()).isEqualTo(reference.expected().plannedWh());
    assertThat(plan.littleSun().importWh()).isGreaterThan(plan.expected().importWh());
  }

  @Test
  void whatRunsStaysAndWhatIsToComeIsHeldInTheFence() {
    List<ProductionOrder> orders =
        List.of(order("A", "board-a", 600, 24), order("B", "board-b", 600, 30));
    Instant seven = MONDAY.plusSeconds(7 * 3_600);
    List<PlannedOperation> inForce =
        List.of(
            new PlannedOperation(
                "A",
                1,
                "place",
                "line",
                "normal",
                seven.minusSeconds(1_800),
                seven.minusSeconds(1_800),
                seven.plusSeconds(1_800),
                600),
            new PlannedOperation(
                "B",
                1,
                "place",
                "line",
                "eco",
                seven.plusSeconds(5_400),
                seven.plusSeconds(7_200),
                seven.plusSeconds(11_700),
                600));

    Translation translation = Translation.of(task(orders, 1, seven, inForce));
    GridProblem problem = translation.problem();

    assertThat(problem.jobs().get(0).operations().get(0).fixed()).isEqualTo(new Placement(0, 0));
    assertThat(problem.jobs().get(0).operations().get(0).modes().get(0).duration()).isEqualTo(2);
    assertThat(problem.jobs().get(1).operations().get(0).previous()).isEqualTo(new Placement(1, 8));
    assertThat(problem.jobs().get(1).operations().get(0).moveCost()).isEqualTo(30);
    assertThat(translation.start()).isPresent();
    ProductionPlan kept = translation.plan(translation.start().orElseThrow(), seven);
    assertThat(kept.operations()).containsAll(inForce.subList(0, 1));
    assertThat(kept.operations().get(1).start()).isEqualTo(inForce.get(1).start());
  }

  @Test
  void whatHasEndedIsNotPlannedAgain() {
    PlannedOperation ended =
        new PlannedOperation(
            "A",
            1,
            "place",
            "line",
            "normal",
            MONDAY.minusSeconds(7_200),
            MONDAY.minusSeconds(7_200),
            MONDAY.minusSeconds(3_600),
            600);

    Translation translation =
        Translation.of(task(List.of(order("A", "board-a", 600, 24)), 1, MONDAY, List.of(ended)));

    assertThat(translation.problem().jobs()).isEmpty();
  }

  @Test
  void whatRunsHoldsItsMachineEvenIfTheRestOfItsOrderCannotFit() {
    // the first of two batches runs; the second must be done within a day but may begin after it
    ProductionOrder order =
        new ProductionOrder(
            "L",
            "laptop",
            9_600,
            MONDAY.plusSeconds(85_000),
            MONDAY.plusSeconds(200_000),
            false,
            5,
            List.of());
    PlannedOperation running =
        new PlannedOperation(
            "L",
            1,
            "burn-in",
            "oven",
            "normal",
            MONDAY.minusSeconds(3_600),
            MONDAY.minusSeconds(3_600),
            MONDAY.plusSeconds(14_400),
            4_800);

    Translation translation = Translation.of(task(List.of(order), 1, MONDAY, List.of(running)));

    assertThat(translation.unplaceable()).extracting(Unplaceable::limit).containsExactly("horizon");
    assertThat(translation.problem().operations()).isEqualTo(1);
    assertThat(reference(translation).operations()).containsExactly(running);
  }

  @Test
  void anOrderThatCannotFitIsNamedWithItsLimitAndExcess() {
    ProductionOrder firm =
        new ProductionOrder(
            "F",
            "board-a",
            1_200,
            MONDAY,
            MONDAY.plusSeconds(7 * 3_600 + 1_800),
            true,
            1,
            List.of());
    List<ProductionOrder> orders =
        List.of(
            firm,
            order("S", "board-a", 4, 24),
            order("H", "laptop", 24_000, 24),
            order("C", "board-a", 15_000, 24),
            order("fits", "board-a", 600, 24));

    Translation translation = Translation.of(task(orders, 1));

    assertThat(translation.unplaceable())
        .extracting(Unplaceable::order, Unplaceable::limit, Unplaceable::excess, Unplaceable::unit)
        .containsExactly(
            // two hours from 06:00, but due at 07:30
            org.assertj.core.groups.Tuple.tuple("F", "firm-due", 30L, "min"),
            org.assertj.core.groups.Tuple.tuple("S", "minimum-lot", 6L, "units"),
            // 1500 min of boards in a shift of 960 min
            org.assertj.core.groups.Tuple.tuple("C", "calendar", 540L, "min"));
    assertThat(translation.problem().jobs())
        .extracting(job -> job.id())
        .containsExactly("H#1", "H#2", "H#3", "H#4", "H#5", "fits");
  }

  @Test
  void anOrderThatDrawsMoreThanTheConnectionCarriesIsNamedWithTheWatts() {
    PlanningTask task = task(List.of(order("L", "laptop", 4_800, 24)), 1);
    Connection narrow = new Connection(0, 0, 200, Double.POSITIVE_INFINITY);

    Translation translation = Translation.of(with(task, task.plant(), narrow));

    // 584 kW of heating up, beside 30 kW less 400 kW of sun at noon, are 214 kW
    assertThat(translation.unplaceable())
        .extracting(Unplaceable::limit, Unplaceable::excess, Unplaceable::unit)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("import-limit", 14_000L, "W"));
  }

  @Test
  void batteriesAndLoadsThatMayWaitAreOnTheGrid() {
    PlanningTask task = task(List.of(order("A", "board-a", 600, 24)), 1);
    PlantModel old = task.plant();
    PlantModel plant =
        new PlantModel(
            old.site(),
            old.zone(),
            old.calendars(),
            old.crews(),
            old.buffers(),
            old.setups(),
            old.equipment(),
            old.definitions(),
            old.flowLines(),
            List.of(new Storage.Battery("b", 10, 100, 50, 50, 40, 40, 0.95, 0.95, 0.1)),
            List.of(
                new Storage.FlexibleLoad("ice", LocalTime.of(20, 0), LocalTime.of(4, 0), 400, 80)),
            old.profiles());

    Translation translation = Translation.of(with(task, plant, Connection.UNLIMITED));
    GridPlan reference =
        EarliestLoads.in(
            translation.problem(),
            new ReferencePlanner().plan(translation.problem(), Optional.empty(), STEPS).plan());

    // the window from 20 to 4 o'clock is cut by midnight twice: half of 400 kWh in each part
    assertThat(translation.problem().energy().flexibleLoads())
        .extracting(load -> load.id(), load -> load.fromSlot(), load -> load.energyKwh())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ice@2025-06-08", 0, 200.0),
            org.assertj.core.groups.Tuple.tuple("ice@2025-06-09", 80, 200.0));
    assertThat(reference.flexibleKw().get(1)).startsWith(new double[80]).endsWith(new double[6]);
    assertThat(reference.flexibleKw().get(1)[80]).isEqualTo(80);
    assertThat(reference.flexibleKw().get(1)[90]).isZero();
    assertThat(PlanFaults.of(translation.problem(), reference)).isEmpty();
    assertThat(translation.plan(reference, MONDAY).dispatches())
        .extracting(ProductionPlan.Dispatch::id)
        .containsExactly("b", "ice@2025-06-08", "ice@2025-06-09");
  }

  private static PlanningTask with(PlanningTask task, PlantModel plant, Connection connection) {
    SiteEnergy old = task.energy();
    return new PlanningTask(
        plant,
        task.orders(),
        task.horizon(),
        task.sun(),
        task.load(),
        new SiteEnergy(old.currency(), old.start(), old.quarterHours(), connection),
        task.profile(),
        task.inForce());
  }

  @Test
  void allFaultsOfATaskAreToldTogether() {
    List<ProductionOrder> orders =
        List.of(
            order("A", "unheard-of", 10, 24),
            order("A", "board-a", 0, 24),
            new ProductionOrder("C", "board-a", 10, MONDAY, MONDAY, false, 12, List.of()));

    assertThatThrownBy(() -> Translation.of(task(orders, 1)))
        .isInstanceOfSatisfying(
            ScheduleFaultsException.class, wrong -> assertThat(wrong.faults()).hasSize(5))
        .hasMessageContaining("order A, id: expected each id once")
        .hasMessageContaining(
            "order A, product: expected a product of the plant, found \"unheard-of\"")
        .hasMessageContaining("order A, quantity: expected 1 or more, found \"0\"")
        .hasMessageContaining("order C, due: expected a time after the release")
        .hasMessageContaining("order C, priority: expected 1 to 9, found \"12\"");
  }

  private static ProductionPlan reference(Translation translation) {
    Planning planning = new ReferencePlanner().plan(translation.problem(), Optional.empty(), STEPS);
    return translation.plan(planning.plan(), MONDAY);
  }
}
