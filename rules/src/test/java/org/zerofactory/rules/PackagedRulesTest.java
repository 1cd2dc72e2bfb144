package org.zerofactory.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    assertThat(yamlFiles(root.resolve("sites"))).hasSize(1);
  }

  private static List<Path> yamlFiles(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
