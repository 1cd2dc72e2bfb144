package org.zerofactory.rules.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataFile;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.datafile.DataSchema;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.rules.expression.Vocabulary.Name;

final class ExpressionTest {

  private static final Vocabulary WORDS =
      Vocabulary.of(
          List.of(
              new Name("power_kw", ValueType.NUMBER, "kW"),
              new Name("rated_kw", ValueType.NUMBER, "kW"),
              new Name("energy_kwh", ValueType.NUMBER, "kWh"),
              new Name("window_h", ValueType.NUMBER, "h"),
              new Name("share", ValueType.NUMBER, "1"),
              new Name("pieces", ValueType.WHOLE, "1"),
              new Name("state", ValueType.TEXT, ""),
              new Name("running", ValueType.BOOL, ""),
              new Name("silent", ValueType.DURATION, ""),
              new Name("siblings_kw", ValueType.LIST, "kW"),
              new Name("carriers_kwh", ValueType.MAP, "kWh"),
              new Name("wh_per_kwh", ValueType.NUMBER, "Wh/kWh")));

  @Test
  void aConditionIsTrueOrFalseForItsValues() {
    var condition = condition("state == 'idle' && power_kw > 0.25 * rated_kw && pieces < 3");

    assertThat(condition.evaluate(idle(6)).isTrue()).isTrue();
    assertThat(condition.evaluate(idle(4)).isFalse()).isTrue();
    assertThat(condition.names()).containsExactly("pieces", "power_kw", "rated_kw", "state");
  }

  @Test
  void aNumberMayComeAsADecimalOrAWholeAndMixesWithWholes() {
    var formula = compile("share * 2 + pieces - 1", ValueType.NUMBER);

    assertThat(formula.evaluate(Map.of("share", new BigDecimal("1.5"), "pieces", 4)).number())
        .contains(6.0); // 1.5 * 2 + 4 - 1
    assertThat(compile("pieces * 1.5", ValueType.NUMBER).evaluate(Map.of("pieces", 3L)).number())
        .contains(4.5);
    assertThat(compile("pieces / 2", ValueType.WHOLE).evaluate(Map.of("pieces", 7)).number())
        .contains(3.0);
    assertThat(compile("pieces / 2.0", ValueType.NUMBER).evaluate(Map.of("pieces", 7)).number())
        .contains(3.5);
    assertThat(
            compile("max(abs(share), 0.5)", ValueType.NUMBER)
                .evaluate(Map.of("share", -2.0))
                .number())
        .contains(2.0);
  }

  @Test
  void listsMapsAndDurationsCanBeUsed() {
    var values =
        Map.of(
            "siblings_kw", List.of(1.0, 2.0, 3),
            "carriers_kwh", Map.of("steam", 7.0),
            "power_kw", 3.5,
            "silent", Duration.ofMinutes(20));

    assertThat(condition("siblings_kw.all(one, one < power_kw)").evaluate(values).isTrue())
        .isTrue();
    assertThat(condition("siblings_kw.exists(one, one > 3.5)").evaluate(values).isFalse()).isTrue();
    assertThat(condition("carriers_kwh['steam'] == 7.0").evaluate(values).isTrue()).isTrue();
    assertThat(condition("has(carriers_kwh.coal)").evaluate(values).isFalse()).isTrue();
    assertThat(condition("silent > duration('15m')").evaluate(values).isTrue()).isTrue();
    assertThat(condition("size(siblings_kw) == 3").evaluate(values).isTrue()).isTrue();
  }

  @Test
  void aMissingValueIsUnknownAndNeitherFalseNorZero() {
    var condition = condition("power_kw > 5.0");

    for (Outcome outcome :
        List.of(
            condition.evaluate(Map.of()),
            condition.evaluate(Map.of("power_kw", Optional.empty())),
            condition.evaluate(Map.of("power_kw", Double.NaN)))) {
      assertThat(outcome.isTrue()).isFalse();
      assertThat(outcome.isFalse()).isFalse();
      assertThat(((Outcome.Unknown) outcome).missing()).containsExactly("power_kw");
    }
    assertThat(condition("!(power_kw > 5.0)").evaluate(Map.of()))
        .isInstanceOf(Outcome.Unknown.class);
    assertThat(compile("power_kw + 1.0", ValueType.NUMBER).evaluate(Map.of()).number()).isEmpty();
  }

  @Test
  void aMissingValueDoesNotHinderWhatTheOtherSideDecides() {
    assertThat(condition("power_kw > 5.0 && running").evaluate(Map.of("running", false)).isFalse())
        .isTrue();
    assertThat(condition("power_kw > 5.0 || running").evaluate(Map.of("running", true)).isTrue())
        .isTrue();
    assertThat(condition("power_kw > 5.0 && running").evaluate(Map.of("running", true)))
        .isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void aDivisionByZeroAndAnAbsentKeyAreUnknown() {
    var zero = Map.of("power_kw", 1.0, "rated_kw", 0.0, "pieces", 0);

    assertThat(condition("power_kw / rated_kw > 0.2").evaluate(zero))
        .isInstanceOfSatisfying(
            Outcome.Unknown.class, unknown -> assertThat(unknown.reason()).contains("zero"));
    assertThat(condition("4 / pieces > 1").evaluate(zero)).isInstanceOf(Outcome.Unknown.class);
    assertThat(condition("power_kw / pieces > 1.0").evaluate(zero))
        .isInstanceOf(Outcome.Unknown.class);
    assertThat(condition("4 % pieces > 1").evaluate(zero)).isInstanceOf(Outcome.Unknown.class);
    assertThat(
            condition("carriers_kwh['coal'] > 1.0")
                .evaluate(Map.of("carriers_kwh", Map.of("steam", 1.0))))
        .isInstanceOf(Outcome.Unknown.class);
    assertThat(compile("power_kw * 1e308 * 100.0", ValueType.NUMBER).evaluate(zero))
        .isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void aValueOfAnotherTypeThanItsNameIsRefused() {
    assertThatThrownBy(() -> condition("power_kw > 5.0").evaluate(Map.of("power_kw", "six")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a number for power_kw but was six");
  }

  @Test
  void anUnknownNameIsRefusedWithItsPlaceAndTheNearestName() {
    assertThat(faults("power_kv > 5.0", ValueType.BOOL))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.toString())
                  .startsWith("rule.yaml:1:12 condition in \"power_kv > 5.0\" at character 1: ")
                  .contains("expected a name out of power_kw, rated_kw,")
                  .endsWith("but was \"power_kv\"; did you mean \"power_kw\"?");
            });
    assertThat(problem("absolute(share) > 1.0")).contains("\"absolute\"");
    assertThat(problem("sise(siblings_kw) > 1")).endsWith("did you mean \"size\"?");
  }

  @Test
  void aSyntaxErrorIsRefusedWithItsPlace() {
    assertThat(problem("power_kw >")).contains("at character 11: expected an expression but");
    assertThat(problem("")).contains("expected an expression but");
    assertThat(problem("power_kw > 1.0)")).contains("at character 15");
  }

  @Test
  void aWrongTypeIsRefused() {
    assertThat(problem("power_kw + 1.0")).endsWith("expected a bool but it gives a number");
    assertThat(problem("state > 5.0"))
        .contains("expected values that > can take but was (text, number)");
    assertThat(problem("power_kw && running"))
        .contains("expected values that && can take but was (number, bool)");
  }

  @Test
  void sumsAndComparisonsOfDifferentUnitsAreRefused() {
    assertThat(problem("power_kw > energy_kwh"))
        .contains("expected values of one unit but was kW with h*kW");
    assertThat(problem("power_kw + energy_kwh > 1.0")).contains("kW added to h*kW");
    assertThat(problem("share > power_kw")).contains("1 with kW");
    assertThat(problem("(running ? power_kw : energy_kwh) > 1.0")).contains("one unit");
    assertThat(problem("siblings_kw.exists(one, one > energy_kwh)")).contains("one unit");
    assertThat(problem("max(power_kw, share) > 1.0")).contains("the greater of kW and 1");
    assertThat(condition("power_kw * window_h > energy_kwh").names()).hasSize(3);
    assertThat(condition("power_kw / rated_kw > share").names()).hasSize(3);
  }

  @Test
  void theUnitOfAFormulaIsChecked() {
    var wanted = new Wanted(ValueType.NUMBER, "Wh");
    var faults = new DataFaults();
    String good = "power_kw * window_h * wh_per_kwh";

    assertThat(Expression.compile(good, WORDS, wanted, place(good), faults)).isPresent();
    assertThat(Expression.compile("energy_kwh", WORDS, wanted, place("energy_kwh"), faults))
        .isEmpty();
    assertThat(faults.sorted().get(0).problem())
        .endsWith("expected a number in Wh but it gives h*kW");
  }

  @Test
  void clocksPatternsAndUntypedValuesAreNotPartOfTheLanguage() {
    for (String text :
        List.of(
            "timestamp('2026-01-01T00:00:00Z') > timestamp('2025-01-01T00:00:00Z')",
            "state.matches('(a+)+$')",
            "dyn(power_kw) > 1.0",
            "type(power_kw) == double")) {
      assertThat(faults(text, ValueType.BOOL)).as(text).isNotEmpty();
    }
  }

  @Test
  void sizeAndStepsAreBounded() {
    assertThat(faults("running" + " && running".repeat(300), ValueType.BOOL)).isNotEmpty();
    assertThat(faults("(".repeat(200) + "running" + ")".repeat(200), ValueType.BOOL)).isNotEmpty();
    var many = new ArrayList<Double>();
    for (int i = 0; i < 200; i++) {
      many.add(1.0);
    }
    String blowUp = "siblings_kw.all(a, siblings_kw.all(b, siblings_kw.all(c, a + b + c > 0.0)))";

    assertThat(condition(blowUp).evaluate(Map.of("siblings_kw", many)))
        .isInstanceOfSatisfying(
            Outcome.Unknown.class, unknown -> assertThat(unknown.reason()).contains("teration"));
  }

  @Test
  void aVocabularyRefusesWhatItCannotUse() {
    assertThatThrownBy(() -> new Name("power-kw", ValueType.NUMBER, "kW"))
        .hasMessageContaining("power-kw");
    assertThatThrownBy(() -> new Name("power_kw", ValueType.NUMBER, ""))
        .hasMessage("power_kw: a number needs a unit");
    assertThatThrownBy(() -> new Name("state", ValueType.TEXT, "kW"))
        .hasMessage("state: a text has no unit");
    assertThatThrownBy(() -> WORDS.with(List.of(new Name("share", ValueType.NUMBER, "1"))))
        .hasMessageContaining("share");
  }

  private static Map<String, Object> idle(double powerKw) {
    return new HashMap<>(
        Map.of("state", "idle", "power_kw", powerKw, "rated_kw", 20.0, "pieces", 2));
  }

  private static Expression condition(String text) {
    return compile(text, ValueType.BOOL);
  }

  private static Expression compile(String text, ValueType type) {
    return Expression.compile(text, WORDS, type, place(text));
  }

  private static String problem(String text) {
    return faults(text, ValueType.BOOL).get(0).problem();
  }

  private static List<DataFault> faults(String text, ValueType type) {
    try {
      compile(text, type);
      return List.of();
    } catch (DataFileException refused) {
      return refused.faults();
    }
  }

  private static DataNode place(String text) {
    String yaml = "condition: \"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n";
    var schema =
        DataSchema.packaged(ExpressionTest.class, "/rules/schema/expression-test.schema.json");
    return DataFile.read(new DataSource("rule.yaml", yaml), schema).get("condition");
  }
}
