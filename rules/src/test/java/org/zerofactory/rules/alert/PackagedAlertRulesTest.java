package org.zerofactory.rules.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zerofactory.rules.expression.Outcome;

/** Every packaged rule with values that must raise it and values that must not. */
final class PackagedAlertRulesTest {

  private static final AlertRules RULES = AlertRules.packaged();

  /**
   * @param wattHours expected waste of the quarter hour; -1 for a rule without waste
   */
  record Example(
      String rule, Map<String, Object> fires, Map<String, Object> not, double wattHours) {}

  static Stream<Example> examples() {
    return Stream.of(
        // 20 kW > 0.15 x 100 kW after an hour; a lunch break of 30 min is no waste
        new Example(
            "idle-machine",
            Map.of(
                "waiting_minutes", 60.0, "power_kw", 20.0, "running_kw", 100.0, "energy_wh", 5e3),
            Map.of(
                "waiting_minutes", 30.0, "power_kw", 20.0, "running_kw", 100.0, "energy_wh", 5e3),
            5_000),
        // 130 > 1.25 x 100; waste (130 - 100) kW x 0.25 h = 7,500 Wh
        new Example(
            "night-base-load",
            Map.of("night_base_kw", 130.0, "usual_night_base_kw", 100.0),
            Map.of("night_base_kw", 120.0, "usual_night_base_kw", 100.0),
            7_500),
        // 200 m3/h x 0.25 h x 110 Wh/m3 = 5,500 Wh
        new Example(
            "compressed-air-leak",
            Map.of("air_excess_share", 0.05, "air_excess_m3_per_h", 200.0),
            Map.of("air_excess_share", 0.02, "air_excess_m3_per_h", 200.0),
            5_500),
        // expected 10,000 Wh x 0.98, delivered 8,600 Wh: 1,200 Wh lost
        new Example(
            "pv-string-loss",
            Map.of(
                "lost_share", 0.12, "siblings_wh", 1e4, "usual_share", 0.98, "produced_wh", 8600.0),
            Map.of(
                "lost_share", 0.03, "siblings_wh", 1e4, "usual_share", 0.98, "produced_wh", 9500.0),
            1_200),
        new Example(
            "pv-underperformance",
            Map.of("yield_share", 0.8, "siblings_wh", 1e4, "produced_wh", 8e3),
            Map.of("yield_share", 0.95, "siblings_wh", 1e4, "produced_wh", 9500.0),
            2_000),
        new Example(
            "peak-demand",
            Map.of("import_kw", 1001.0, "contract_kw", 1000.0),
            Map.of("import_kw", 1000.0, "contract_kw", 1000.0),
            -1),
        // 0.8944 = 200 / sqrt(200² + 100²) < 0.90
        new Example(
            "power-factor",
            Map.of("power_factor", 0.8944, "month_import_wh", 2e8, "month_reactive_varh", 1e8),
            Map.of("power_factor", 0.9, "month_import_wh", 2e8, "month_reactive_varh", 9.6e7),
            -1),
        // 104,000 > 100,000 x 1.02 + 1,000
        new Example(
            "meter-disagreement",
            Map.of("below_wh", 104e3, "counted_wh", 100e3),
            Map.of("below_wh", 102e3, "counted_wh", 100e3),
            -1),
        new Example(
            "drifting-meter",
            Map.of("below_share", 0.95, "usual_below_share", 0.999),
            Map.of("below_share", 0.55, "usual_below_share", 0.6),
            -1),
        new Example("stuck-meter", stuck(60, 1.0, false), stuck(60, 1.0, true), -1),
        new Example(
            "faulty-clock", Map.of("clock_faulty", true), Map.of("clock_faulty", false), -1),
        new Example(
            "silent-meter",
            Map.of("missing_minutes", 60.0, "others_missing_share", 0.1),
            Map.of("missing_minutes", 60.0, "others_missing_share", 0.9),
            -1),
        // (120 - 100) Wh x 50 pieces
        new Example("intensity-above-baseline", intensity(120, 900), intensity(120, 500), 1_000));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aRuleFiresForItsExampleAndNotForItsCounterexample(Example example) {
    AlertRule rule = RULES.find(example.rule()).orElseThrow();

    assertThat(rule.condition().evaluate(values(rule, example.fires())).isTrue()).isTrue();
    assertThat(rule.condition().evaluate(values(rule, example.not())).isFalse()).isTrue();
    assertThat(rule.waste().isPresent()).isEqualTo(example.wattHours() >= 0);
    rule.waste()
        .ifPresent(
            waste ->
                assertThat(waste.evaluate(values(rule, example.fires())).number().orElseThrow())
                    .isCloseTo(example.wattHours(), org.assertj.core.data.Offset.offset(1e-6)));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aRuleSaysNothingWithoutValues(Example example) {
    AlertRule rule = RULES.find(example.rule()).orElseThrow();

    assertThat(rule.condition().evaluate(values(rule, Map.of())))
        .isInstanceOf(Outcome.Unknown.class);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void itsSentencesSayTheValuesInBothLanguages(Example example) {
    AlertRule rule = RULES.find(example.rule()).orElseThrow();
    Map<String, Object> values = values(rule, example.fires());
    values.put("subject", "smt-1");

    for (String sentence : List.of(rule.text().english(values), rule.text().chinese(values))) {
      assertThat(sentence).doesNotContain("{", "}");
    }
    assertThat(rule.text().chinese(values)).matches("(?s).*[\\u4e00-\\u9fff].*");
    assertThat(rule.advice().chinese(values)).matches("(?s).*[\\u4e00-\\u9fff].*");
  }

  @Test
  void everyPackagedRuleHasAnExample() {
    Set<String> tested =
        examples().map(Example::rule).collect(Collectors.toCollection(TreeSet::new));

    assertThat(RULES.all()).extracting(AlertRule::id).containsExactlyInAnyOrderElementsOf(tested);
  }

  private static Map<String, Object> values(AlertRule rule, Map<String, Object> given) {
    Map<String, Object> values = new HashMap<>(given);
    rule.parameters().forEach((name, value) -> value.ifPresent(it -> values.putIfAbsent(name, it)));
    values.put("wh_per_kwh", 1000.0);
    values.put("quarter_h", 0.25);
    return values;
  }

  private static Map<String, Object> stuck(double minutes, double usual, boolean otherMoves) {
    return Map.of(
        "still_minutes",
        minutes,
        "usual_moving_share",
        usual,
        "other_direction_moves",
        otherMoves,
        "role",
        "load",
        "siblings_moving_share",
        1.0,
        "running_minutes",
        0.0);
  }

  private static Map<String, Object> intensity(double now, double dayPieces) {
    return Map.of(
        "intensity_wh_per_piece", now,
        "usual_intensity_wh_per_piece", 100.0,
        "day_pieces", dayPieces,
        "usual_day_pieces", 1000.0,
        "pieces", 50.0);
  }
}
