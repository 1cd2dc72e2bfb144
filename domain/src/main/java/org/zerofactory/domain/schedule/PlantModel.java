package org.zerofactory.domain.schedule;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A plant as planning sees it. It is checked as a whole by {@link PlantFaults}, so that all faults
 * are reported together; whoever plans with it may rely on none being left.
 *
 * @param site id
 * @param zone in which calendars and windows are cut
 * @param flowLines lists of work units which all lots pass in the same order
 */
public record PlantModel(
    String site,
    ZoneId zone,
    List<WorkCalendar> calendars,
    List<Crew> crews,
    List<Buffer> buffers,
    List<SetupMatrix> setups,
    List<WorkUnit> equipment,
    List<OperationsDefinition> definitions,
    List<List<String>> flowLines,
    List<Storage.Battery> batteries,
    List<Storage.FlexibleLoad> flexibleLoads,
    List<PlanningProfile> profiles) {

  public PlantModel {
    calendars = List.copyOf(calendars);
    crews = List.copyOf(crews);
    buffers = List.copyOf(buffers);
    setups = List.copyOf(setups);
    equipment = List.copyOf(equipment);
    definitions = List.copyOf(definitions);
    flowLines = flowLines.stream().map(List::copyOf).toList();
    batteries = List.copyOf(batteries);
    flexibleLoads = List.copyOf(flexibleLoads);
    profiles = List.copyOf(profiles);
  }

  public Optional<WorkCalendar> calendar(String id) {
    return calendars.stream().filter(calendar -> calendar.id().equals(id)).findFirst();
  }

  public Optional<WorkUnit> workUnit(String id) {
    return equipment.stream().filter(unit -> unit.id().equals(id)).findFirst();
  }

  public Optional<SetupMatrix> setup(String id) {
    return setups.stream().filter(setup -> setup.id().equals(id)).findFirst();
  }

  public Optional<OperationsDefinition> definition(String product) {
    return definitions.stream().filter(of -> of.product().equals(product)).findFirst();
  }

  public Optional<PlanningProfile> profile(String name) {
    return profiles.stream().filter(profile -> profile.name().equals(name)).findFirst();
  }
}
