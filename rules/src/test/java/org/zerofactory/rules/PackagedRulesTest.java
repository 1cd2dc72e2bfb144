package org.zerofactory.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.domain.carbon.EmissionFactor;
import org.zerofactory.domain.carbon.FactorSeries;

/** Every file that is packaged, against the values of its source. */
class PackagedRulesTest {

  private static final EmissionFactors FACTORS = EmissionFactors.packaged();

  // Values of the announcements of the Ministry of Ecology and Environment, kg/kWh.
  @ParameterizedTest
  @CsvSource({
    "cn-national-average-2021, 556800, true",
    "cn-national-average-2022, 536600, true",
    "cn-national-average-2023, 530600, true",
    "cn-national-excluding-market-traded-non-fossil-2022, 585600, false",
    "cn-national-excluding-market-traded-non-fossil-2023, 609600, false",
    "cn-national-fossil-2023, 827300, false",
    "cn-region-north-2023, 636100, true",
    "cn-region-northeast-2023, 512200, true",
    "cn-region-east-2023, 550000, true",
    "cn-region-central-2023, 527100, true",
    "cn-region-northwest-2023, 554300, true",
    "cn-region-south-2023, 404200, true",
    "cn-region-southwest-2023, 247200, true"
  })
  void everyPublishedFactorIsReadExactly(String id, long microgramsPerWattHour, boolean verified) {
    EmissionFactor factor = FACTORS.factor(id).orElseThrow();

    assertThat(factor.microgramsPerWattHour()).isEqualTo(microgramsPerWattHour);
    assertThat(factor.verified()).isEqualTo(verified);
    assertThat(factor.source().publisher()).startsWith("Ministry of Ecology and Environment");
  }

  // Hand-typed from the tables of standards.md, sections 1, 5 and 6; kg/kWh x 10^6.
  @ParameterizedTest
  @CsvSource({
    "cn-national-excluding-market-traded-non-fossil-2021, 594200, false",
    "cn-national-fossil-2021, 842600, false",
    "cn-national-fossil-2022, 832500, false",
    "cn-region-north-2021, 712000, false",
    "cn-region-north-2022, 677600, true",
    "cn-region-northeast-2021, 601200, false",
    "cn-region-northeast-2022, 556400, true",
    "cn-region-east-2021, 599200, false",
    "cn-region-east-2022, 561700, true",
    "cn-region-central-2021, 535400, false",
    "cn-region-central-2022, 539500, true",
    "cn-region-northwest-2021, 595100, false",
    "cn-region-northwest-2022, 585700, true",
    "cn-region-south-2021, 432600, false",
    "cn-region-south-2022, 386900, true",
    "cn-region-southwest-2021, 211300, false",
    "cn-region-southwest-2022, 226800, true",
    "cn-province-hubei-2021, 367200, false",
    "cn-province-hubei-2022, 436400, false",
    "cn-emissions-trading-2022, 570300, false",
    "cn-footprint-average-2023, 620500, true",
    "cn-footprint-average-2024, 577700, true",
    "cn-footprint-transmission-2024, 32700, false",
    "gb-electricity-2024, 207050, true",
    "gb-electricity-2025, 177000, true",
    "us-egrid-2023-us, 349667, false",
    "us-egrid-2023-camx, 195037, false",
    "us-egrid-2023-rfce, 271779, false",
    "eu-electricity-2018, 281000, false",
    "eu-sdes-average-2020, 252000, false",
    "eu-sdes-germany-2020, 344000, false",
    "eu-sdes-poland-2020, 686000, false"
  })
  void otherElectricityFactorsAreReadExactly(
      String id, long microgramsPerWattHour, boolean verified) {
    EmissionFactor factor = FACTORS.factor(id).orElseThrow();

    assertThat(factor.microgramsPerWattHour()).isEqualTo(microgramsPerWattHour);
    assertThat(factor.verified()).isEqualTo(verified);
  }

  // eGRID publishes lb/MWh: 770.884 x 0.45359237 / 1000 = 0.34966710..., and so on.
  @ParameterizedTest
  @CsvSource({
    "us-egrid-2023-us, 770.884",
    "us-egrid-2023-camx, 429.983",
    "us-egrid-2023-rfce, 599.170"
  })
  void poundsAreConvertedOnceAndRoundedToWholeMicrograms(String id, BigDecimal poundsPerMwh) {
    BigDecimal exact = poundsPerMwh.multiply(new BigDecimal("0.45359237")).movePointRight(3);

    assertThat(FACTORS.factor(id).orElseThrow().microgramsPerWattHour())
        .isEqualTo(exact.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
  }

  // The changes against 2022 that the announcement of 2023 publishes, in percent.
  @ParameterizedTest
  @CsvSource({
    "cn-national-average, -1.12",
    "cn-national-excluding-market-traded-non-fossil, 4.10",
    "cn-national-fossil, -0.62",
    "cn-region-north, -6.12",
    "cn-region-northeast, -7.94",
    "cn-region-east, -2.08",
    "cn-region-central, -2.30",
    "cn-region-northwest, -5.36",
    "cn-region-south, 4.47",
    "cn-region-southwest, 8.99"
  })
  void thePublishedChangesOf2023AreThoseOfTheValues(String series, BigDecimal percent) {
    BigDecimal of2022 =
        BigDecimal.valueOf(FACTORS.factor(series + "-2022").orElseThrow().microgramsPerWattHour());
    BigDecimal of2023 =
        BigDecimal.valueOf(FACTORS.factor(series + "-2023").orElseThrow().microgramsPerWattHour());

    assertThat(
            of2023
                .subtract(of2022)
                .multiply(new BigDecimal(100))
                .divide(of2022, 2, RoundingMode.HALF_EVEN))
        .isEqualByComparingTo(percent);
  }

  @Test
  void aFactorIsValidForItsDataYearInChinaAndProvisionalAfterTheNewest() {
    FactorSeries average = FACTORS.series("cn-national-average");

    assertThat(average.at(Instant.parse("2021-12-31T15:59:59Z")).factor().dataYear())
        .isEqualTo(2021);
    assertThat(average.at(Instant.parse("2021-12-31T16:00:00Z")).factor().dataYear())
        .isEqualTo(2022);
    assertThat(average.at(Instant.parse("2025-06-01T00:00:00Z")).factor().dataYear())
        .isEqualTo(2023);
    assertThat(average.at(Instant.parse("2025-06-01T00:00:00Z")).provisional()).isTrue();
    assertThat(average.at(Instant.parse("2023-06-01T00:00:00Z")).provisional()).isFalse();
  }

  @Test
  void anUnknownSeriesNamesThoseThereAre() {
    assertThatThrownBy(() -> FACTORS.series("cn-average"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cn-national-average, cn-national-excluding")
        .hasMessageEndingWith("but was \"cn-average\"");
  }

  @Test
  void theDemoSitesAccountsAreRead() {
    SiteAccounts accounts = AccountsFolder.packaged(FACTORS).of("wuhan-demo").orElseThrow();

    assertThat(accounts.locationSeries()).isEqualTo("cn-national-average");
    assertThat(accounts.residualSeries())
        .isEqualTo("cn-national-excluding-market-traded-non-fossil");
    assertThat(accounts.greenPower()).hasSize(2);
    for (GreenPower contract : accounts.greenPower()) {
      assertThat(contract.monthlyWattHours().stream().mapToLong(Long::longValue).sum())
          .isEqualTo(19_890_000_000L);
      assertThat(contract.microgramsPerWattHour()).isZero();
    }
    assertThat(accounts.greenPower().get(0).wattHoursOf(YearMonth.of(2025, 1)))
        .isEqualTo(1_800_000_000L);
    assertThat(accounts.greenPower().get(0).wattHoursOf(YearMonth.of(2024, 12))).isZero();
    assertThat(accounts.greenPower().get(0).wattHoursOf(YearMonth.of(2026, 1))).isZero();
    assertThat(accounts.efficiencyMeasures().get(0).energyPoints()).hasSize(3);
    assertThat(accounts.efficiencyMeasures().get(0).to()).isEmpty();
    assertThat(accounts.loadShifts().get(0).referencePoint())
        .isEqualTo("burn-in-plan/planned-energy");
  }

  @Test
  void aSiteWithoutAnAccountsFileHasNone() {
    assertThat(AccountsFolder.packaged(FACTORS).of("elsewhere")).isEmpty();
  }

  // What lies in the source tree but is not packaged would be read by nobody.
  @Test
  void everyDataFileOfTheSourceTreeIsPackaged() {
    Path root = Path.of(System.getProperty("project.root"), "rules");

    assertThat(yamlFiles(root.resolve("emission-factors")))
        .hasSameSizeAs(FactorLibrary.packaged().sets());
    for (String folder : List.of("alerts", "certification", "sites", "tariffs")) {
      assertThat(yamlFiles(root.resolve(folder)))
          .as(folder)
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(
                          PackagedRulesTest.class.getResource(
                              "/rules/" + folder + "/" + file.getFileName()))
                      .isNotNull());
    }
  }

  private static List<Path> yamlFiles(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
