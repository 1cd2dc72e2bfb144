package org.zerofactory.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.domain.instrument.Market;
import org.zerofactory.domain.instrument.MatchingRule;
import org.zerofactory.domain.inventory.SourceCategory;
import org.zerofactory.domain.inventory.Uncertainties;
import org.zerofactory.domain.ledger.UpstreamSeries;

class AccountsFolderTest {

  private static final EmissionFactors FACTORS = EmissionFactors.packaged();

  private static final String HEAD =
      """
      site: plant
      factors: { location: cn-region-central, residual: cn-national-excluding-market-traded-non-fossil }
      """;

  @Test
  void accountsWithFactorsAloneAreEnough() {
    SiteAccounts accounts = folder(HEAD).of("plant").orElseThrow();

    assertThat(accounts.locationSeries()).isEqualTo("cn-region-central");
    assertThat(accounts.greenPower()).isEmpty();
    assertThat(accounts.efficiencyMeasures()).isEmpty();
    assertThat(accounts.loadShifts()).isEmpty();
  }

  @Test
  void upstreamSeriesAreNamedByCarrierAndByFuel() {
    String text =
        HEAD
            + """
              upstream:
                electricity: [supply, losses]
                heat: [boiler]
                entries: { cn-fuel-diesel: [well-to-tank] }
              """;

    UpstreamSeries upstream = folder(text).of("plant").orElseThrow().upstream();

    assertThat(upstream.electricity()).containsExactly("supply", "losses");
    assertThat(upstream.naturalGas()).isEmpty();
    assertThat(upstream.heat()).containsExactly("boiler");
    assertThat(upstream.entries())
        .containsExactly(entry("cn-fuel-diesel", List.of("well-to-tank")));
    assertThat(folder(HEAD).of("plant").orElseThrow().upstream()).isEqualTo(UpstreamSeries.NONE);
  }

  @Test
  void anUpstreamSeriesThatWouldCountTwiceIsRefused() {
    String text = HEAD + "upstream:\n  electricity: [supply, supply]\n";

    assertThatThrownBy(() -> folder(text))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining(
            "a.accounts.yaml:4:25 upstream.electricity[1] expected each series once");
  }

  @Test
  void greenPowerIsWholeWattHoursForEachMonth() {
    String text =
        HEAD
            + """
              green-power:
                - { id: g, name: G, kind: certificate, from: 2025-11-01, to: 2026-02-01,
                    kg-per-kwh: "0.0125", monthly-mwh: [1, 2.000001, 0], source: Certificates }
              """;

    GreenPower power = folder(text).of("plant").orElseThrow().greenPower().get(0);

    assertThat(power.kind()).isEqualTo(GreenPower.Kind.CERTIFICATE);
    assertThat(power.microgramsPerWattHour()).isEqualTo(12_500);
    assertThat(power.wattHoursOf(YearMonth.of(2025, 11))).isEqualTo(1_000_000);
    assertThat(power.wattHoursOf(YearMonth.of(2025, 12))).isEqualTo(2_000_001);
    assertThat(power.wattHoursOf(YearMonth.of(2026, 2))).isZero();
    assertThat(power.period().to()).isEqualTo(LocalDate.of(2026, 2, 1));
  }

  @Test
  void unknownSeriesAndSeriesForAnotherUseAreRefused() {
    List<String> faults =
        faults(
            """
            site: plant
            factors: { location: cn-region-centre, residual: cn-national-average }
            """);

    assertThat(faults).hasSize(2);
    assertThat(faults.get(0))
        .startsWith(
            "a.accounts.yaml:2:22 factors.location expected a factor series for location-based"
                + " out of cn-national-average, cn-province-anhui, cn-province-beijing,")
        .endsWith("but was \"cn-region-centre\"; did you mean \"cn-region-central\"?");
    assertThat(faults.get(1))
        .isEqualTo(
            "a.accounts.yaml:2:50 factors.residual expected a factor series for residual out of"
                + " cn-national-excluding-market-traded-non-fossil"
                + " but was \"cn-national-average\"");
  }

  @Test
  void faultsOfAllPartsAreReportedTogether() {
    List<String> faults =
        faults(
            HEAD
                + """
                  green-power:
                    - { id: g, name: G, kind: ppa, from: 2025-01-15, to: 2026-01-01,
                        kg-per-kwh: 0, monthly-mwh: [1, 2], source: Contract }
                  efficiency-measures:
                    - { id: g, name: M, energy: [c-1/energy-imprt, c-2/air-volume],
                        driver: air/air-flow, baseline: { from: 2025-01-01, to: 2025-02-01 },
                        from: 2025-01-15, to: 2025-01-10, method: IPMVP option B }
                  load-shifts:
                    - { id: s, name: S, executed: [], reference: plan/energy-import }
                    - { id: t, name: T, executed: [c1, c-1/energy-import] }
                  """);

    assertThat(faults)
        .containsExactly(
            "a.accounts.yaml:4:40 green-power[0].from expected the first day of a month"
                + " but was \"2025-01-15\"",
            "a.accounts.yaml:5:19 green-power[0].kg-per-kwh expected a number in quotes with at"
                + " most 6 decimals such as \"0\" but was the number 0",
            "a.accounts.yaml:5:35 green-power[0].monthly-mwh expected 12 values, one for each"
                + " month, but were 2",
            "a.accounts.yaml:7:11 efficiency-measures[0].id expected an id of its own,"
                + " for a.accounts.yaml:4 has this one already, but was \"g\"",
            "a.accounts.yaml:7:32 efficiency-measures[0].energy[0] expected a point of"
                + " energy-import, energy-produced but was \"c-1/energy-imprt\";"
                + " did you mean \"c-1/energy-import\"?",
            "a.accounts.yaml:7:50 efficiency-measures[0].energy[1] expected a point of"
                + " energy-import, energy-produced but was \"c-2/air-volume\"",
            "a.accounts.yaml:8:15 efficiency-measures[0].driver expected a point of energy-import,"
                + " energy-export, energy-produced, reactive-energy, gas-volume, water-volume,"
                + " air-volume, heat,"
                + " output-count, planned-energy but was \"air/air-flow\";"
                + " did you mean \"air/air-volume\"?",
            "a.accounts.yaml:9:13 efficiency-measures[0].from expected a date not before the"
                + " baseline's end 2025-02-01 but was \"2025-01-15\"",
            "a.accounts.yaml:9:29 efficiency-measures[0].to expected a date after 2025-01-15"
                + " but was \"2025-01-10\"",
            "a.accounts.yaml:11:33 load-shifts[0].executed expected at least 1 items in the list"
                + " but were 0",
            "a.accounts.yaml:11:48 load-shifts[0].reference expected a point of planned-energy"
                + " but was \"plan/energy-import\"",
            "a.accounts.yaml:12:5 load-shifts[1].reference expected a point such as"
                + " compressor-1/energy-import but it is missing",
            "a.accounts.yaml:12:34 load-shifts[1].executed[0] expected a point such as"
                + " compressor-1/energy-import but was \"c1\"");
  }

  @Test
  void withoutAPartOnMatchingTheGuidanceInForceHolds() {
    MarketBasis market = folder(HEAD).of("plant").orElseThrow().market();

    assertThat(market).isEqualTo(MarketBasis.DEFAULT);
    assertThat(market.rule()).isEqualTo(MatchingRule.GUIDANCE_2015);
  }

  @Test
  void theRuleOfMatchingIsRead() {
    String text =
        HEAD
            + """
              scope2-market:
                interval: hour
                boundary: grid-region
                unmatched: fossil
                legacy-until: 2028-01-01
                load-profile-allowed: false
                exempt-below-mwh: 10000
                vintage-months: 0
                province: CN-HB
                claimants: [Plant Ltd.]
                grid-carbon-free: { shares: ["0.35"], source: Invented for this test }
              """;

    MarketBasis market = folder(text).of("plant").orElseThrow().market();

    assertThat(market.rule())
        .isEqualTo(
            new MatchingRule(
                MatchingRule.Match.HOUR,
                Market.Boundary.GRID_REGION,
                MatchingRule.Unmatched.FOSSIL,
                Optional.of(LocalDate.of(2028, 1, 1)),
                false,
                OptionalLong.of(10_000_000_000L),
                0));
    assertThat(market.province()).contains("CN-HB");
    assertThat(market.claimants()).containsExactly("Plant Ltd.");
    assertThat(market.gridMillionths()).containsExactly(350_000L);
  }

  @Test
  void aWrongRuleOfMatchingIsNamed() {
    String text =
        HEAD
            + """
              scope2-market:
                interval: week
                legacy-until: 2028-02-30
                grid-carbon-free: { shares: ["0.1", "0.2"], source: Invented }
              """;

    assertThat(faults(text))
        .anySatisfy(
            fault -> assertThat(fault).contains("interval", "one of year, month, hour", "week"))
        .anySatisfy(fault -> assertThat(fault).contains("legacy-until", "a date of the calendar"))
        .anySatisfy(fault -> assertThat(fault).contains("one share or 24", "but were 2"));
  }

  // root(0.5^2 + 0.5^2) = 0.7071 %
  @Test
  void classesOfAMeterAreItsUncertaintyBesideThatOfTheCategory() {
    String text =
        HEAD
            + """
              uncertainty-percent: { activity: { electricity: "3", yard: "4" } }
              meter-classes:
                grid: { meter: "0.5S", current-transformer: "0.5" }
                feeder: { meter: "1" }
              """;

    Uncertainties uncertainties = folder(text).of("plant").orElseThrow().uncertainties();

    assertThat(uncertainties.bySource())
        .containsExactly(
            entry("feeder", new BigDecimal("1.0000")),
            entry("grid", new BigDecimal("0.7071")),
            entry("yard", new BigDecimal("4")));
    assertThat(uncertainties.byCategory())
        .containsExactly(entry(SourceCategory.ELECTRICITY, new BigDecimal("3")));
  }

  @Test
  void wrongClassesAreNamedWithTheirPlace() {
    String text =
        HEAD
            + """
              meter-classes:
                a: { meter: 0.5 }
                b: { meter: "0.7" }
                c: { current-transformer: "0.5" }
                d: { meter: "1", voltage-transformer: "0.2S" }
                e: { meter: "1", transformer: "1" }
                F: { meter: "1" }
              """;

    assertThat(faults(text))
        .containsExactly(
            "a.accounts.yaml:4:15 meter-classes.a.meter expected one of 0.1, 0.1S, 0.2, 0.2S, 0.5,"
                + " 0.5S, 1, 2, 3 but was the number 0.5; did you mean \"0.5\"?",
            "a.accounts.yaml:5:15 meter-classes.b.meter expected one of 0.1, 0.1S, 0.2, 0.2S, 0.5,"
                + " 0.5S, 1, 2, 3 but was \"0.7\"; did you mean \"0.1\"?",
            "a.accounts.yaml:6:6 meter-classes.c.meter expected a class of a meter in quotes but it"
                + " is missing",
            "a.accounts.yaml:7:41 meter-classes.d.voltage-transformer expected one of 0.1, 0.2,"
                + " 0.5, 1, 3 but was \"0.2S\"; did you mean \"0.2\"?",
            "a.accounts.yaml:8:20 meter-classes.e.transformer expected one of the keys meter,"
                + " current-transformer, voltage-transformer but was \"transformer\"",
            "a.accounts.yaml:9:3 meter-classes.F expected as key a meter but was \"F\"");
  }

  @Test
  void theDoubtOfAMeterIsStatedOnce() {
    String text =
        HEAD
            + """
              uncertainty-percent: { activity: { grid: "3" } }
              meter-classes:
                grid: { meter: "1" }
              """;

    assertThat(faults(text))
        .containsExactly(
            "a.accounts.yaml:5:9 meter-classes.grid expected the uncertainty of grid once, but"
                + " a.accounts.yaml:3 states it in percent");
  }

  @Test
  void aSiteHasOneFileOnly(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.accounts.yaml"), HEAD);
    Path second = Files.writeString(folder.resolve("b.accounts.yaml"), HEAD);
    Files.writeString(folder.resolve("readme.txt"), "not a data file");

    assertThatThrownBy(() -> AccountsFolder.of(folder, FACTORS))
        .isInstanceOf(DataFileException.class)
        .hasMessage(
            second
                + ": expected one file for site plant but were ["
                + folder.resolve("a.accounts.yaml")
                + ", "
                + second
                + "]");
  }

  @Test
  void anEmptyFolderHasNoAccountsAndAMissingOneIsNamed(@TempDir Path folder) {
    assertThat(AccountsFolder.of(folder, FACTORS).of("plant")).isEmpty();
    assertThatThrownBy(() -> AccountsFolder.of(folder.resolve("none"), FACTORS))
        .hasMessage(folder.resolve("none") + ": expected a folder, but there is none");
  }

  private static AccountsFolder folder(String text) {
    return AccountsFolder.of(List.of(new DataSource("a.accounts.yaml", text)), FACTORS);
  }

  private static List<String> faults(String text) {
    var wrong = catchThrowableOfType(DataFileException.class, () -> folder(text));
    return wrong.faults().stream().map(DataFault::toString).toList();
  }
}
