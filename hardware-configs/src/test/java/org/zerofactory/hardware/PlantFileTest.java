package org.zerofactory.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.schedule.PlantModel;
import org.zerofactory.domain.schedule.SpeedMode;
import org.zerofactory.domain.schedule.WorkCalendar;

class PlantFileTest {

  private static final String HEAD =
      """
      site: plant
      zone: Europe/Berlin
      energy: { currency: EUR, tariff: t, feed-in-price: 0.08, grid-factor: de, source: contract }
      calendars:
        - id: day
          week:
            - { days: [monday, tuesday], shifts: ["06:00-14:00", "14:00-22:00"] }
      """;

  private static final String PROFILES =
      """
      profiles:
        - { name: p, carbon-per-tonne: 80, cost-factor: 1, move-penalty: 0, frozen-hours: 0,
            tardiness-per-hour: [9, 8, 7, 6, 5, 4, 3, 2, 1] }
      """;

  @Test
  void theDemoPlantHasTheSimulatorsMachinesShiftsAndPowers() {
    PlantConfiguration configuration = PlantFile.read(PlantFile.packaged("wuhan-demo"));

    PlantModel plant = configuration.plant();
    SiteConfiguration site =
        SiteFile.read(
            SiteFile.packaged("wuhan-demo"), java.nio.file.Path.of(""), DeviceTemplates.packaged());
    assertThat(plant.equipment()).hasSize(18);
    assertThat(site.devices())
        .extracting(DeviceConfiguration::id)
        .containsAll(plant.equipment().stream().map(unit -> unit.id()).toList());
    SpeedMode oven = plant.definition("laptop-14").orElseThrow().segments().get(0).modes().get(3);
    assertThat(oven.equipment()).isEqualTo("burn-in-4");
    assertThat(oven.minutes(4_800)).isEqualTo(300);
    assertThat(oven.kilowatts(1)).isEqualTo(365 * 1.6 + 10);
    assertThat(oven.kilowatts(2)).isEqualTo(375);
    assertThat(plant.calendar("assembly-week").orElseThrow().shiftsOn(LocalDate.of(2026, 6, 18)))
        .contains(new WorkCalendar.Shift(LocalTime.of(18, 30), LocalTime.of(23, 30)));
    assertThat(plant.calendar("smt-week").orElseThrow().shiftsOn(LocalDate.of(2026, 6, 19)))
        .isEmpty();
    assertThat(configuration.energy().connection().importLimitKw()).isEqualTo(9_000);
  }

  @Test
  void everyFaultOfMeaningIsNamedWithItsLineAndField() {
    DataFileException wrong =
        catchThrowableOfType(
            DataFileException.class,
            () ->
                read(
                    HEAD
                        + """
                        equipment:
                          - { id: press, name: Press, calendar: night }
                          - { id: press, name: Press, calendar: day }
                        products:
                          - id: part
                            segments:
                              - id: cut
                                after: [paint]
                                modes:
                                  - { equipment: [saw], minutes-per-unit: 1, run-kw: 5 }
                              - id: paint
                                after: [cut]
                                modes:
                                  - { equipment: [press], run-kw: 5 }
                        """
                        + PROFILES));

    assertThat(wrong.faults())
        .extracting(DataFault::line, DataFault::field)
        .contains(
            org.assertj.core.groups.Tuple.tuple(9, "equipment[0].calendar"),
            org.assertj.core.groups.Tuple.tuple(10, "equipment[1].id"),
            org.assertj.core.groups.Tuple.tuple(14, "products[0].segments"),
            org.assertj.core.groups.Tuple.tuple(17, "products[0].segments[0].modes"),
            org.assertj.core.groups.Tuple.tuple(21, "products[0].segments[1].modes"));
    assertThat(wrong)
        .hasMessageContaining("without a cycle but was \"cut after paint after cut\"")
        .hasMessageContaining("the id of a machine but was \"saw\"")
        .hasMessageContaining("a duration of more than 0 minutes but was \"0\"");
  }

  @Test
  void calendarsThatContradictThemselvesAreNamed() {
    DataFileException wrong =
        catchThrowableOfType(
            DataFileException.class,
            () ->
                read(
                    """
                    site: plant
                    zone: Europe/Berlin
                    energy: { currency: EUR, tariff: t, feed-in-price: 0, grid-factor: de, source: s }
                    calendars:
                      - id: day
                        week:
                          - { days: [monday], shifts: ["06:00-14:00", "13:00-22:00"] }
                        exceptions:
                          - { from: 2026-05-01, to: 2026-05-03, shifts: [], reason: Holiday }
                          - { from: 2026-05-02, shifts: ["08:00-12:00"], reason: Stocktaking }
                    equipment:
                      - { id: press, name: Press, calendar: day }
                    products:
                      - { id: part, segments: [ { id: cut, modes: [
                          { equipment: [press], minutes-per-unit: 1, run-kw: 5 } ] } ] }
                    """
                        + PROFILES));

    assertThat(wrong.faults()).hasSize(2);
    assertThat(wrong)
        .hasMessageContaining("a shift after 06:00-14:00 but was \"13:00-22:00\"")
        .hasMessageContaining("no other shifts than the exception of 2026-05-01 to 2026-05-03");
  }

  @Test
  void aNegativeDurationOrAPowerThatIsNoNumberBreaksTheSchema() {
    DataFileException wrong =
        catchThrowableOfType(
            DataFileException.class,
            () ->
                read(
                    HEAD
                        + """
                        equipment:
                          - { id: press, name: Press, calendar: day, standby-kw: .nan }
                        products:
                          - { id: part, segments: [ { id: cut, modes: [
                              { equipment: [press], minutes-per-unit: -1, run-kw: 5 } ] } ] }
                        """
                        + PROFILES));

    assertThat(wrong.faults())
        .extracting(DataFault::field)
        .contains("equipment[0].standby-kw", "products[0].segments[0].modes[0].minutes-per-unit");
  }

  @Test
  void batteriesAndLoadsThatMayWaitAreRead() {
    PlantModel plant =
        read(HEAD
                + """
                    equipment:
                      - { id: press, name: Press, calendar: day, maintenance: [
                          { from: "2026-05-04T06:00:00+02:00", to: "2026-05-04T08:00:00+02:00",
                            reason: Oil } ] }
                    products:
                      - { id: part, segments: [ { id: cut, modes: [
                          { equipment: [press], minutes-per-unit: 1, run-kw: 5 } ] } ] }
                    batteries:
                      - { id: b, minimum-kwh: 50, maximum-kwh: 500, initial-kwh: 100, final-kwh: 100,
                          charge-kw: 250, discharge-kw: 250, charge-efficiency: 0.95,
                          discharge-efficiency: 0.95, wear-cost: 0.03 }
                    flexible-loads:
                      - { id: ice, from: "20:00", to: "06:00", kwh-per-day: 800, maximum-kw: 120 }
                    """
                + PROFILES)
            .plant();

    assertThat(plant.batteries()).hasSize(1);
    assertThat(plant.flexibleLoads().get(0).to()).isEqualTo(LocalTime.of(6, 0));
    assertThat(plant.equipment().get(0).maintenance().get(0).from())
        .isEqualTo(Instant.parse("2026-05-04T04:00:00Z"));
    assertThat(
            plant
                .calendars()
                .get(0)
                .open(
                    new Interval(
                        Instant.parse("2026-05-03T22:00:00Z"),
                        Instant.parse("2026-05-04T22:00:00Z")),
                    plant.zone()))
        .isEqualTo(
            List.of(
                new Interval(
                    Instant.parse("2026-05-04T04:00:00Z"), Instant.parse("2026-05-04T20:00:00Z"))));
  }

  private static PlantConfiguration read(String text) {
    return PlantFile.read(new DataSource("plant.yaml", text));
  }
}
