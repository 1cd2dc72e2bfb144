package org.zerofactory.domain.schedule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zerofactory.domain.schedule.WorkCalendar.DayException;
import org.zerofactory.domain.schedule.WorkCalendar.Shift;

/** Everything in a plant model that contradicts itself or names what is not there. */
public final class PlantFaults {

  private static final String EQUIPMENT = "equipment";
  private static final String CALENDAR = "calendar";
  private static final String BATTERY = "battery";
  private static final double ROUNDING = 1e-9;

  private final PlantModel plant;
  private final FaultList faults = new FaultList();

  private PlantFaults(PlantModel plant) {
    this.plant = plant;
  }

  /** All faults, in the order of the model's parts; none if the plant can be planned with. */
  public static List<ScheduleFault> of(PlantModel plant) {
    return new PlantFaults(plant).all();
  }

  private List<ScheduleFault> all() {
    plant.calendars().forEach(this::calendar);
    Set<String> calendars = faults.ids(CALENDAR, plant.calendars().stream().map(WorkCalendar::id));
    for (Crew crew : plant.crews()) {
      faults.known("crew", crew.id(), CALENDAR, crew.calendar(), calendars, "the id of a calendar");
      faults.atLeast("crew", crew.id(), "headcount", crew.headcount(), 1);
    }
    faults.ids("crew", plant.crews().stream().map(Crew::id));
    faults.ids("buffer", plant.buffers().stream().map(Buffer::id));
    plant
        .buffers()
        .forEach(buffer -> faults.atLeast("buffer", buffer.id(), "capacity", buffer.capacity(), 1));
    plant.setups().forEach(this::setup);
    faults.ids("setup", plant.setups().stream().map(SetupMatrix::id));
    plant.equipment().forEach(unit -> workUnit(unit, calendars));
    Set<String> equipment = faults.ids(EQUIPMENT, plant.equipment().stream().map(WorkUnit::id));
    DefinitionFaults.add(plant, faults);
    for (int line = 0; line < plant.flowLines().size(); line++) {
      for (String unit : plant.flowLines().get(line)) {
        String id = String.valueOf(line + 1);
        faults.known("flow-line", id, EQUIPMENT, unit, equipment, "the id of a machine");
      }
    }
    faults.ids(BATTERY, plant.batteries().stream().map(Storage::id));
    plant.batteries().forEach(this::battery);
    faults.ids("flexible-load", plant.flexibleLoads().stream().map(Storage::id));
    plant.flexibleLoads().forEach(this::flexibleLoad);
    faults.ids("profile", plant.profiles().stream().map(PlanningProfile::name));
    plant.profiles().forEach(this::profile);
    return faults.list();
  }

  private void calendar(WorkCalendar calendar) {
    for (DayOfWeek day : DayOfWeek.values()) {
      List<Shift> shifts = calendar.week().getOrDefault(day, List.of());
      overlaps(calendar.id(), day.name().toLowerCase(java.util.Locale.ROOT), shifts);
      intoNextDay(calendar, day, shifts);
    }
    for (int first = 0; first < calendar.exceptions().size(); first++) {
      DayException exception = calendar.exceptions().get(first);
      String field = "exceptions[" + first + "]";
      overlaps(calendar.id(), field, exception.shifts());
      if (exception.to().isBefore(exception.from())) {
        faults.add(
            CALENDAR,
            calendar.id(),
            field + ".to",
            exception.to(),
            "a day from " + exception.from());
      }
      for (DayException other : calendar.exceptions().subList(0, first)) {
        boolean meet =
            !exception.from().isAfter(other.to()) && !other.from().isAfter(exception.to());
        if (meet && !exception.shifts().equals(other.shifts())) {
          faults.add(
              CALENDAR,
              calendar.id(),
              field,
              exception.from() + " to " + exception.to(),
              "no other shifts than the exception of %s to %s gives the same days"
                  .formatted(other.from(), other.to()));
        }
      }
    }
  }

  private void overlaps(String calendar, String field, List<Shift> shifts) {
    List<Shift> sorted = shifts.stream().sorted(Comparator.comparing(Shift::from)).toList();
    for (int next = 1; next < sorted.size(); next++) {
      Shift before = sorted.get(next - 1);
      if (before.endsNextDay() || before.to().isAfter(sorted.get(next).from())) {
        faults.add(
            CALENDAR, calendar, field, text(sorted.get(next)), "a shift after " + text(before));
      }
    }
  }

  private void intoNextDay(WorkCalendar calendar, DayOfWeek day, List<Shift> shifts) {
    Optional<LocalTime> end =
        shifts.stream().filter(Shift::endsNextDay).map(Shift::to).max(Comparator.naturalOrder());
    Optional<Shift> first =
        calendar.week().getOrDefault(day.plus(1), List.of()).stream()
            .min(Comparator.comparing(Shift::from));
    if (end.isPresent() && first.filter(next -> next.from().isBefore(end.get())).isPresent()) {
      String field = day.plus(1).name().toLowerCase(java.util.Locale.ROOT);
      faults.add(
          CALENDAR,
          calendar.id(),
          field,
          text(first.get()),
          "a shift after the night shift of the day before, which ends at " + end.get());
    }
  }

  private static String text(Shift shift) {
    return shift.from() + "-" + shift.to();
  }

  private void setup(SetupMatrix setup) {
    int size = setup.families().size();
    boolean square =
        setup.minutes().size() == size
            && setup.minutes().stream().allMatch(row -> row.size() == size);
    if (!square) {
      faults.add(
          "setup", setup.id(), "minutes", setup.minutes(), size + " rows of " + size + " minutes");
    }
    faults.ids("setup", setup.families().stream().map(family -> setup.id() + "/" + family));
    setup.minutes().stream()
        .flatMap(List::stream)
        .filter(minutes -> minutes < 0)
        .forEach(minutes -> faults.add("setup", setup.id(), "minutes", minutes, "0 or more"));
  }

  private void workUnit(WorkUnit unit, Set<String> calendars) {
    String id = unit.id();
    faults.known(EQUIPMENT, id, CALENDAR, unit.calendar(), calendars, "the id of a calendar");
    Optional<SetupMatrix> setup = unit.setup().flatMap(plant::setup);
    if (unit.setup().isPresent() && setup.isEmpty()) {
      faults.add(EQUIPMENT, id, "setup", unit.setup().get(), "the id of a set-up matrix");
    }
    unit.initialFamily()
        .filter(family -> setup.filter(of -> of.families().contains(family)).isEmpty())
        .ifPresent(
            family ->
                faults.add(EQUIPMENT, id, "initialFamily", family, "a family of its set-ups"));
    faults.amount(EQUIPMENT, id, "setupKw", unit.setupKw());
    faults.amount(EQUIPMENT, id, "standbyKw", unit.standbyKw());
    faults.amount(EQUIPMENT, id, "offKw", unit.offKw());
    faults.amount(EQUIPMENT, id, "warmUpKw", unit.warmUpKw());
    faults.atLeast(EQUIPMENT, id, "warmUpMinutes", unit.warmUpMinutes(), 0);
    for (WorkUnit.Maintenance window : unit.maintenance()) {
      if (!window.to().isAfter(window.from())) {
        faults.add(EQUIPMENT, id, "maintenance", window.to(), "a time after " + window.from());
      }
    }
  }

  private void battery(Storage.Battery battery) {
    String id = battery.id();
    faults.amount(BATTERY, id, "minimumKwh", battery.minimumKwh());
    faults.amount(BATTERY, id, "chargeKw", battery.chargeKw());
    faults.amount(BATTERY, id, "dischargeKw", battery.dischargeKw());
    faults.amount(BATTERY, id, "wearCost", battery.wearCost());
    between(id, "maximumKwh", battery.maximumKwh(), battery.minimumKwh(), Double.MAX_VALUE);
    between(id, "initialKwh", battery.initialKwh(), battery.minimumKwh(), battery.maximumKwh());
    between(id, "finalKwh", battery.finalKwh(), battery.minimumKwh(), battery.maximumKwh());
    between(id, "chargeEfficiency", battery.chargeEfficiency(), Double.MIN_VALUE, 1);
    between(id, "dischargeEfficiency", battery.dischargeEfficiency(), Double.MIN_VALUE, 1);
  }

  private void between(String id, String field, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      String range = most == Double.MAX_VALUE ? least + " or more" : least + " to " + most;
      String expected = least == Double.MIN_VALUE ? "more than 0 to " + most : range;
      faults.add(BATTERY, id, field, value, expected);
    }
  }

  private void flexibleLoad(Storage.FlexibleLoad load) {
    faults.amount("flexible-load", load.id(), "kwhPerDay", load.kwhPerDay());
    faults.amount("flexible-load", load.id(), "maximumKw", load.maximumKw());
    int minutes = load.to().toSecondOfDay() / 60 - load.from().toSecondOfDay() / 60;
    double hours = (minutes <= 0 ? minutes + 24 * 60 : minutes) / 60.0;
    if (load.kwhPerDay() > load.maximumKw() * hours) {
      faults.add(
          "flexible-load",
          load.id(),
          "kwhPerDay",
          load.kwhPerDay(),
          "at most %s kW for %s h, %s kWh"
              .formatted(load.maximumKw(), hours, load.maximumKw() * hours));
    }
  }

  private void profile(PlanningProfile profile) {
    String id = profile.name();
    faults.amount("profile", id, "carbonPerTonne", profile.carbonPerTonne());
    faults.amount("profile", id, "costFactor", profile.costFactor());
    faults.amount("profile", id, "movePenalty", profile.movePenalty());
    faults.amount("profile", id, "frozenHours", profile.frozenHours());
    profile.tardinessPerHour().forEach(of -> faults.amount("profile", id, "tardinessPerHour", of));
    int prices = profile.tardinessPerHour().size();
    if (prices != ProductionOrder.LOWEST_PRIORITY) {
      faults.add("profile", id, "tardinessPerHour", prices, "9 prices, one for each priority");
    }
    PlanningProfile.Weights weights = profile.weights();
    faults.amount("profile", id, "weights.p10", weights.p10());
    faults.amount("profile", id, "weights.p90", weights.p90());
    double sum = weights.p10() + weights.p50() + weights.p90();
    if (!(Math.abs(sum - 1) <= ROUNDING && weights.p50() > 0)) {
      faults.add("profile", id, "weights", weights, "a sum of 1, and more than 0 for p50");
    }
  }
}
