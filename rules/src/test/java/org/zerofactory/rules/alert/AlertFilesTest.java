package org.zerofactory.rules.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.datafile.DataSource;

final class AlertFilesTest {

  private static final String RULE =
      """
      id: my-rule
      version: 1
      scope: machine
      severity: info
      parameters:
        limit_kw: { value: "5", unit: kW, meaning: most power }
      condition: power_kw > limit_kw
      waste-wh: energy_wh
      raise-after: 2
      clear-after: 2
      text: { en: "{subject} draws {power_kw:1} kW", zh: "功率 {power_kw:1} kW" }
      advice: { en: "Look", zh: "检查" }
      """;

  @Test
  void aSoundRuleIsRead() {
    AlertRule rule = AlertRules.of(List.of(new DataSource("my.yaml", RULE))).all().get(0);

    assertThat(rule.id()).isEqualTo("my-rule");
    assertThat(rule.condition().names()).containsExactly("limit_kw", "power_kw");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "power_kw > limit_kw | powr_kw > limit_kw | 7:12 condition | did you mean \"power_kw\"",
        "power_kw > limit_kw | power_kw > energy_wh | 7:12 condition | one unit but was kW with W*h",
        "power_kw > limit_kw | power_kw + | 7:12 condition | expected an expression",
        "power_kw > limit_kw | power_kw | 7:12 condition | expected a bool but it gives a number",
        "waste-wh: energy_wh | waste-wh: power_kw | 8:11 waste-wh | a number in Wh but it gives kW",
        "scope: machine | scope: plant | 3:8 scope | plant",
        "scope: machine | scope: inverter | 7:12 condition | produced_wh",
        "severity: info | severity: loud | 4:11 severity | loud",
        "raise-after: 2 | raise-after: 0 | 9:14 raise-after | 0",
        "{power_kw:1} kW\" | {powr_kw:1} kW\" | 11:13 text.en | did you mean \"power_kw\"",
        "{power_kw:1} kW\" | {power_kw:9} kW\" | 11:13 text.en | form {power_kw:1}",
        "unit: kW | unit: k W | 6:33 parameters.limit_kw.unit | expected a unit",
        "limit_kw: { | power_kw: { | 6:33 parameters.power_kw.unit | expected a name that is no feature",
        "value: \"5\" | value: \"5,0\" | 6:22 parameters.limit_kw.value | \"5,0\"",
      })
  void aFaultNamesPlaceValueAndWhatWasExpected(
      String from, String to, String place, String expected) {
    String broken = RULE.replace(from, to);

    assertThatThrownBy(() -> AlertRules.of(List.of(new DataSource("my.yaml", broken))))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("my.yaml:" + place)
        .hasMessageContaining(expected);
  }

  @Test
  void twoRulesOfOneIdAreRefused() {
    var files = List.of(new DataSource("a.yaml", RULE), new DataSource("b.yaml", RULE));

    assertThatThrownBy(() -> AlertRules.of(files)).hasMessageContaining("a.yaml has my-rule");
  }

  // 8:30 local on 2 June is a peak hour, 3:00 the valley; 20:00 UTC is 4:00 of the next day
  @Test
  void thePriceFollowsTheLocalHour() {
    Tariff tariff = Tariffs.packaged().find("synthetic-cn-time-of-use").orElseThrow();

    assertThat(tariff.synthetic()).isTrue();
    assertThat(tariff.nanoYuanPerWattHour(Instant.parse("2025-06-02T00:30:00Z")))
        .hasValue(1_050_000);
    assertThat(tariff.nanoYuanPerWattHour(Instant.parse("2025-06-01T20:00:00Z"))).hasValue(320_000);
    assertThat(tariff.nanoYuanPerWattHour(Instant.parse("2025-07-02T10:30:00Z")))
        .hasValue(1_260_000);
    assertThat(tariff.nanoYuanPerWattHour(Instant.parse("2033-01-02T10:30:00Z"))).isEmpty();
  }

  @Test
  void aTariffWithoutAMonthOrWithAnUnknownPriceIsRefused() {
    String hours = "a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, ";
    String head =
        "id: t\ncurrency: CNY\nsynthetic: true\nsource: none\nprices: { a: \"0.5\" }\n"
            + "validity: { from: 2025-01-01, to: 2026-01-01, zone: Asia/Shanghai }\nseasons:\n";
    String months = "  - { months: [1,2,3,4,5,6,7,8,9,10,11], hours: [" + hours + "a] }\n";
    String unknown = "  - { months: [12], hours: [" + hours + "aa] }\n";

    assertThatThrownBy(() -> Tariffs.of(List.of(new DataSource("t.yaml", head + months))))
        .hasMessageContaining("every month but 12 is missing");
    assertThatThrownBy(() -> Tariffs.of(List.of(new DataSource("t.yaml", head + months + unknown))))
        .hasMessageContaining("name of a price")
        .hasMessageContaining("\"aa\"");
  }

  @Test
  void aSiteThatSetsWhatNoRuleKnowsIsRefused() {
    AlertRules rules = AlertRules.packaged();
    var file =
        new DataSource(
            "x.alert-parameters.yaml",
            "site: x\ntariff: none\nnight: { from-hour: 5, to-hour: 5 }\n"
                + "rules:\n  idle-machine: { idle_shar: \"0.2\" }\n");

    assertThatThrownBy(() -> AlertParametersFolder.of(List.of(file), rules, Tariffs.packaged()))
        .hasMessageContaining("2:9 tariff")
        .hasMessageContaining("3:33 night.to-hour")
        .hasMessageContaining("did you mean \"idle_share\"");
  }
}
