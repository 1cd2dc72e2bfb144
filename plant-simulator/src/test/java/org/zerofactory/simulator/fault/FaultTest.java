package org.zerofactory.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest {

  private static final String WINDOW = "2026-01-05T10:00+08:00/2026-01-05T12:00:00+08:00";

  @Test
  void aFaultIsReadWithItsWindowAndParameter() {
    Fault fault = Fault.parse("drift:grid/energy-import:" + WINDOW + ":-2.5");

    assertThat(fault.kind()).isEqualTo(FaultKind.DRIFT);
    assertThat(fault.target()).isEqualTo("grid/energy-import");
    assertThat(fault.to() - fault.from()).isEqualTo(7200);
    assertThat(fault.parameter()).isEqualTo(-2.5);
  }

  @Test
  void aMissingParameterIsTheUsualOne() {
    assertThat(Fault.parse("strings:pv-3:" + WINDOW).parameter()).isEqualTo(0.125);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "melted:grid:2026-01-05T10:00Z/2026-01-05T12:00Z | kind 'melted'",
        "stuck:grid:2026-01-05T12:00Z/2026-01-05T12:00Z | later than the begin",
        "stuck:grid:2026-02-30T12:00Z/2026-03-01T12:00Z | time '2026-02-30T12:00Z'",
        "stuck:grid:2026-01-05T10:00Z/2026-01-05T12:00Z:5 | takes no parameter",
        "strings:pv-1:2026-01-05T10:00Z/2026-01-05T12:00Z:1.5 | share of 0 to 1",
        "drift:grid:2026-01-05T10:00Z/2026-01-05T12:00Z:- | expected a number",
        "stuck the grid | expected kind:device",
      })
  void aWrongTextIsRefusedWithWhatWasExpected(String text, String reason) {
    assertThatThrownBy(() -> Fault.parse(text))
        .isInstanceOf(BadFaultException.class)
        .hasMessageContaining(reason);
  }
}
