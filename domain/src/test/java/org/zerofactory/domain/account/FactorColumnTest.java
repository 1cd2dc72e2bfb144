package org.zerofactory.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.TestFactors;
import org.zerofactory.domain.carbon.EmissionFactor;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.carbon.LocationBasedScope2;
import org.zerofactory.domain.factor.Citation;
import org.zerofactory.domain.factor.MissingFactorException;
import org.zerofactory.domain.factor.Verification;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.quantity.Energy;

final class FactorColumnTest {

  private static final long START = Instant.parse("2025-06-01T00:00:00Z").getEpochSecond();

  // 1000 Wh x 500000 ug/Wh + 2000 Wh x 700000 ug/Wh = 1.9e9 ug
  @Test
  void eachQuarterHourIsMultipliedWithTheFactorOfItsTime() {
    FactorColumn column = FactorColumn.of(hourly(500_000, 700_000), hours(2));

    long micrograms = column.times(START + 2700, new long[] {1000, 2000}, 2).micrograms();

    assertThat(micrograms).isEqualTo(1_900_000_000L);
  }

  @Test
  void energyInAnHourWithoutAFactorIsRefusedWithItsTime() {
    FactorColumn column = FactorColumn.of(hourly(500_000), hours(2));
    long[] amounts = {1, 1, 1, 1, 0, -1, 7};

    assertThat(column.times(START, amounts, 6).micrograms()).isEqualTo(2_000_000);
    assertThatThrownBy(() -> column.times(START, amounts, 7))
        .isInstanceOf(MissingFactorException.class)
        .hasMessageContaining("2025-06-01T01:30:00Z");
  }

  // import 600 of a load of 600 + 300 - 100 = 800: 500000 x 600 / 800 = 375000 ug/Wh
  @Test
  void behindTheConnectionOwnSunCountsAsZero() {
    FactorColumn column = FactorColumn.of(hourly(500_000), hours(1));

    FactorColumn supply =
        column.behind(List.of(quarter(0, 600, 100, 300), quarter(1, 600, 900, 300)));

    assertThat(supply.times(START, new long[] {80}, 1).micrograms()).isEqualTo(80 * 375_000);
    // more export than production: the meters contradict each other, so all counts as imported
    assertThat(supply.times(START + 900, new long[] {80}, 1).micrograms()).isEqualTo(80 * 500_000);
    // nothing is known of the third quarter hour
    assertThat(supply.times(START + 1800, new long[] {80}, 1).micrograms()).isEqualTo(80 * 500_000);
  }

  // 500001 ug/Wh x 1 / 2 = 250000.5 ug/Wh; x 1 Wh = 250000.5, half to even
  @Test
  void halfAMicrogramGoesToTheEvenOne() {
    FactorColumn column = FactorColumn.of(hourly(500_001), hours(1));

    FactorColumn supply = column.behind(List.of(quarter(0, 1, 0, 1)));

    assertThat(supply.times(START, new long[] {1}, 1).micrograms()).isEqualTo(250_000);
    assertThat(supply.times(START, new long[] {3}, 1).micrograms()).isEqualTo(750_002);
  }

  @Test
  void aBigConnectionDoesNotOverflowTheShare() {
    FactorColumn column = FactorColumn.of(hourly(999_999_999), hours(1));

    FactorColumn supply = column.behind(List.of(quarter(0, 10_000_000_000L, 0, 10_000_000_000L)));

    assertThat(supply.times(START, new long[] {2}, 1).micrograms()).isEqualTo(999_999_999);
  }

  @Test
  void onlyATimeWithAnotherFactorIsDifferent() {
    FactorColumn one = FactorColumn.of(hourly(1, 2, 3), hours(3));
    FactorColumn other = FactorColumn.of(hourly(1, 2, 4), hours(3));

    assertThat(one.isSameIn(hours(2), other)).isTrue();
    assertThat(one.isSameIn(hours(3), other)).isFalse();
  }

  // a later edition for the second hour alone: 100 before and after, 300 in it
  @Test
  void aLaterEditionCountsWhereItIsValidAndNowhereElse() {
    EmissionFactor old = factor("old", hours(3), 100);
    Interval second = new Interval(hours(1).end(), hours(2).end());
    EmissionFactor newer =
        new EmissionFactor(
            "newer",
            "hourly",
            old.key(),
            second,
            300,
            new Citation("test", "test", "2025-02", "test"),
            Verification.ORIGINAL);

    FactorColumn column =
        FactorColumn.of(new FactorSeries("hourly", List.of(old, newer)), hours(3));

    long[] oneAnHour = {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0};
    assertThat(column.times(START, oneAnHour, 12).micrograms()).isEqualTo(500);
  }

  @Property(tries = 200)
  void itIsTheScopeTwoOfTheSameImports(
      @ForAll @Size(min = 1, max = 96) List<@LongRange(min = 0, max = 10_000_000) Long> amounts) {
    FactorSeries series =
        hourly(
            532_000, 441_111, 0, 999_999, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17,
            18, 19, 20);
    List<LocationBasedScope2.GridImport> imports = new ArrayList<>();
    for (int i = 0; i < amounts.size(); i++) {
      imports.add(
          new LocationBasedScope2.GridImport(
              QuarterHours.startingAt(START + 900L * i), new Energy(amounts.get(i))));
    }
    long[] column = amounts.stream().mapToLong(Long::longValue).toArray();

    assertThat(FactorColumn.of(series, hours(24)).times(START, column, column.length))
        .isEqualTo(LocationBasedScope2.of(imports, series));
  }

  private static QuarterHourBalance quarter(int index, long in, long out, long produced) {
    return new QuarterHourBalance(
        Instant.ofEpochSecond(START + 900L * index),
        OptionalLong.of(in),
        OptionalLong.of(out),
        OptionalLong.of(produced),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Flag.MEASURED);
  }

  private static Interval hours(int count) {
    return new Interval(Instant.ofEpochSecond(START), Instant.ofEpochSecond(START + 3600L * count));
  }

  private static FactorSeries hourly(long... microgramsPerWattHour) {
    List<EmissionFactor> factors = new ArrayList<>();
    for (int i = 0; i < microgramsPerWattHour.length; i++) {
      Interval hour =
          new Interval(
              Instant.ofEpochSecond(START + 3600L * i),
              Instant.ofEpochSecond(START + 3600L * (i + 1)));
      factors.add(factor("h" + i, hour, microgramsPerWattHour[i]));
    }
    // what lies after the last hour has no factor, while a series goes on with its newest one
    Interval later = new Interval(hours(100_000).end().minusSeconds(3600), hours(100_000).end());
    factors.add(factor("later", later, 1));
    return new FactorSeries("hourly", factors);
  }

  private static EmissionFactor factor(String id, Interval validity, long micrograms) {
    return TestFactors.grid(id, "hourly", validity, micrograms);
  }
}
