package org.zerofactory.domain.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.metering.Interval;

class TimelineTest {

  private static final Instant START = Instant.parse("2022-01-01T00:00:00Z");
  private static final long MONTH = 30L * 86_400;

  private record Value(String id, Interval validity, String published) {}

  private static final Timeline.Reading<Value> READING =
      new Timeline.Reading<>(Value::id, Value::validity, Value::published);

  // The definition, read off directly: of all values valid at an instant the newest published.
  @Property(tries = 300)
  void atEveryInstantTheNewestPublishedValueHolds(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 40) Integer> starts,
      @ForAll @IntRange(min = 1, max = 15) int length,
      @ForAll long seed) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      String published = String.valueOf(2000 + i); // each its own publication
      values.add(value("v" + i, starts.get(i), starts.get(i) + length + i % 3, published));
    }
    List<Value> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, new Random(seed));

    Timeline<Value> timeline = Timeline.of(shuffled, READING);

    int end = values.stream().mapToInt(v -> hour(v.validity().end())).max().orElseThrow();
    for (int hour = 0; hour < end; hour++) {
      Instant instant = START.plusSeconds(hour * 3600L);
      Optional<Value> expected =
          values.stream()
              .filter(value -> value.validity().contains(instant))
              .max(Comparator.comparing(Value::published));
      assertThat(timeline.at(instant).map(Timeline.Choice::value)).isEqualTo(expected);
    }
  }

  @Test
  void aYearOfHoursIsFoundHourByHour() {
    List<Value> hours = new ArrayList<>();
    for (int hour = 0; hour < 8760; hour++) {
      if (hour != 4000) {
        hours.add(value("h" + hour, hour, hour + 1, "2023"));
      }
    }

    Timeline<Value> timeline = Timeline.of(hours, READING);

    for (int hour = 0; hour < 8760; hour++) {
      Optional<String> found =
          timeline.at(START.plusSeconds(hour * 3600L + 2700)).map(choice -> choice.value().id());
      assertThat(found).isEqualTo(hour == 4000 ? Optional.empty() : Optional.of("h" + hour));
    }
    assertThat(timeline.at(START.plusSeconds(8760 * 3600L))).isEmpty();
    assertThat(timeline.at(START.minusSeconds(1))).isEmpty();
  }

  @Test
  void onlyAValueOfAMonthOrMoreStandsInForTheTimeAfterIt() {
    Value month = new Value("m", new Interval(START, START.plusSeconds(MONTH)), "2023");
    Value day = new Value("d", new Interval(START, START.plusSeconds(86_400)), "2023");

    assertThat(Timeline.of(List.of(month), READING).at(START.plusSeconds(MONTH)))
        .contains(new Timeline.Choice<>(month, true));
    assertThat(Timeline.of(List.of(day), READING).at(START.plusSeconds(86_400))).isEmpty();
  }

  @Test
  void twoValuesOfOnePublicationDoNotOverlap() {
    assertThatThrownBy(
            () ->
                Timeline.of(List.of(value("a", 0, 10, "2023"), value("b", 9, 12, "2023")), READING))
        .hasMessage("validities overlap: a and b");
    assertThatThrownBy(() -> Timeline.of(List.of(), READING))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static int hour(Instant instant) {
    return (int) ((instant.getEpochSecond() - START.getEpochSecond()) / 3600);
  }

  private static Value value(String id, int from, int to, String published) {
    return new Value(
        id,
        new Interval(START.plusSeconds(from * 3600L), START.plusSeconds(to * 3600L)),
        published);
  }
}
