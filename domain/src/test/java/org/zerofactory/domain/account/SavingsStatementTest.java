package org.zerofactory.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.metering.EnergyBalance;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.savings.Waterfall;

/** A year of one month: 600 kWh bought, 300 kWh made of which 100 sold, and a measure that lost. */
final class SavingsStatementTest {

  // own use 300 - 100 = 200 kWh, of it 30 by load shifting; at 0.5 kg/kWh. The measure's 7 kWh of
  // loss come from two months of which one had another factor, so its carbon is not 7 x 0.5
  private static final Emissions EMISSIONS =
      new Emissions(kg(300), kg(150), kg(85), kg(200), kg(50), kg(-4), kg(15), List.of());

  @Test
  void linesStandInOneColumnEach() {
    SavingsStatement statement = statement();

    assertThat(statement.lines().stream().map(SavingLine::id))
        .containsExactly("pv-self-use", "load-shift", "compressor", "green-power");
    assertThat(statement.energy(Waterfall.Column.OWN_GENERATION)).isEqualTo(kwh(200));
    assertThat(statement.energy(Waterfall.Column.EFFICIENCY)).isEqualTo(kwh(-7));
    assertThat(statement.energy(Waterfall.Column.PROCUREMENT)).isEqualTo(kwh(400));
    assertThat(statement.energy(Waterfall.Column.NONE)).isEqualTo(Energy.ZERO);
  }

  @Test
  void carbonOfAColumnIsItsOwnSumAndNotDerivedFromEnergy() {
    SavingsStatement statement = statement();

    assertThat(statement.carbon(Waterfall.Column.OWN_GENERATION)).isEqualTo(kg(100));
    assertThat(statement.carbon(Waterfall.Column.EFFICIENCY)).isEqualTo(kg(-4));
    assertThat(statement.carbon(Waterfall.Column.PROCUREMENT)).isEqualTo(kg(200));
  }

  @Test
  void whatLoadShiftingAddsToSelfUseIsCountedThereOnly() {
    assertThat(line("pv-self-use").energy()).isEqualTo(kwh(170));
    assertThat(line("load-shift").energy()).isEqualTo(kwh(30));
  }

  // 1% of 300 and of 100 kWh in quadrature: 3.162278 kWh
  // measure: baseline 93 kWh from three meters, 100 drawn: sqrt(3 * 0.93^2 + 1^2) = 1.895969 kWh
  @Test
  void aBandIsStatedOrItsAbsenceExplained() {
    assertThat(line("pv-self-use").plusMinus()).contains(new Energy(3_162));
    assertThat(line("compressor").plusMinus()).contains(new Energy(1_896));
    assertThat(line("load-shift").plusMinus()).isEmpty();
    assertThat(statement().lines()).allMatch(line -> !line.uncertainty().isEmpty());
  }

  // reference 600 + 170 - 7 + 30 = 793 kWh and 300 + 85 - 4 + 15 = 396 kg
  @Test
  void theWaterfallShowsTheLossAsARise() {
    Waterfall of = statement().waterfall();

    assertThat(of.step("reference").energy()).isEqualTo(kwh(793));
    assertThat(of.step("reference").carbon()).isEqualTo(kg(396));
    assertThat(of.step("efficiency").energy()).isEqualTo(kwh(7));
    assertThat(of.step("efficiency").carbon()).isEqualTo(kg(4));
    assertThat(of.step("market-based").carbon()).isEqualTo(kg(150));
  }

  @Test
  void withoutAFactorThereIsNoStatement() {
    assertThat(SavingsStatement.of(year(Optional.empty()))).isEmpty();
  }

  private static SavingLine line(String id) {
    return statement().lines().stream()
        .filter(line -> line.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static SavingsStatement statement() {
    return SavingsStatement.of(year(Optional.of(EMISSIONS))).orElseThrow();
  }

  private static YearAccount year(Optional<Emissions> emissions) {
    YearMonth june = YearMonth.of(2025, 6);
    PeriodEnergy energy =
        new PeriodEnergy(
            kwh(600),
            kwh(100),
            kwh(300),
            new EnergyBalance(kwh(600), kwh(100), kwh(300)),
            kwh(400),
            Energy.ZERO,
            kwh(-7),
            kwh(30));
    PeriodAccount account = new PeriodAccount(energy, emissions, 0, Completeness.NONE, List.of());
    MeasuredMeasure measure =
        new MeasuredMeasure(
            "compressor",
            "Compressor",
            List.of("compressor/energy-import"),
            "air/air-volume",
            LocalDate.of(2024, 12, 1),
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2025, 1, 1),
            Optional.empty(),
            "IPMVP option B");
    AccountingRules rules =
        new AccountingRules(
            Optional.empty(), Optional.empty(), List.of(), List.of(measure), List.of());
    return new YearAccount(
        2025,
        ZoneId.of("Asia/Shanghai"),
        1,
        rules,
        List.of(new YearAccount.Month(june, account)),
        Map.of("compressor", new MeteredSaving(kwh(93), kwh(100))),
        List.of());
  }

  private static Energy kwh(long kilowattHours) {
    return new Energy(kilowattHours * 1_000);
  }

  private static Carbon kg(long kilograms) {
    return new Carbon(kilograms * 1_000_000_000);
  }
}
