package org.zerofactory.domain.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void equalWeightsGiveTheRestToTheFirstParts() {
    assertThat(Spread.of(10_001, new long[] {1, 1, 1})).containsExactly(3334, 3334, 3333);
  }

  @Test
  void largerRemaindersComeFirst() {
    // 10 x 1/6 = 1.67, 10 x 2/6 = 3.33, 10 x 3/6 = 5: the unit left over goes to the first
    assertThat(Spread.of(10, new long[] {1, 2, 3})).containsExactly(2, 3, 5);
  }

  @Test
  void weightsWithoutASumAreRefused() {
    assertThatThrownBy(() -> Spread.of(5, new long[] {0, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("positive in sum");
  }

  @Property
  void aPartOverTimeIsThatOfTheWholeSpread(
      @ForAll @LongRange(min = 0, max = 1_000_000_000L) long amount,
      @ForAll @IntRange(min = -40_000, max = 40_000) int from,
      @ForAll @IntRange(min = 1, max = 20_000) int seconds) {
    long first = Math.floorDiv(from, 900);
    int count = (int) (Math.floorDiv(from + seconds - 1, 900) - first) + 1;
    long[] weights = new long[count];
    for (int i = 0; i < count; i++) {
      long start = (first + i) * 900;
      weights[i] = Math.min(start + 900, from + seconds) - Math.max(start, from);
    }

    long[] expected = Spread.of(amount, weights);

    for (int i = 0; i < count; i++) {
      Interval quarter = QuarterHours.startingAt((first + i) * 900);
      assertThat(Spread.overTime(amount, from, from + seconds, quarter)).isEqualTo(expected[i]);
    }
    Interval outside = QuarterHours.startingAt((first + count) * 900);
    assertThat(Spread.overTime(amount, from, from + seconds, outside)).isZero();
  }

  @Property
  void thePartsSumToTheAmountAndNoneIsOffByAUnit(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long amount,
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 900) Integer> weights) {
    long[] asLongs = weights.stream().mapToLong(Integer::longValue).toArray();
    long sum = Arrays.stream(asLongs).sum();

    long[] parts = Spread.of(amount, asLongs);

    assertThat(Arrays.stream(parts).sum()).isEqualTo(amount);
    for (int i = 0; i < parts.length; i++) {
      double exact = (double) amount * asLongs[i] / sum;
      assertThat((double) parts[i]).isBetween(exact - 1.001, exact + 1.001);
    }
  }

  // 5 GWh over 3 GWh and 6 GWh: products of watt-hours exceed 2^63; a third is 1,666,666,666.67
  @Test
  void twoEnergiesOfALargeSiteAreSpreadExactly() {
    long[] parts = Spread.of(5_000_000_000L, new long[] {3_000_000_000L, 6_000_000_000L});

    assertThat(parts).containsExactly(1_666_666_667L, 3_333_333_333L);
  }
}
