package org.zerofactory.edge.acquire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ulong;

import java.time.Instant;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.metering.Sample;

class SampleConversionTest {

  private static final Instant TIME = Instant.parse("2025-01-01T00:00:00Z");

  @Test
  void registersBecomeWholeStoredUnitsWhateverTheirType() {
    assertThat(register("1000", 123.4565f).value()).isEqualTo(123_456.0); // 123456.5 half-even
    assertThat(register("1000", 0.1 + 0.2).value()).isEqualTo(300.0);
    assertThat(register("0.1", uint(4_294_967_295L)).value()).isEqualTo(429_496_730.0);
    assertThat(register("1", ulong(9_007_199_254_740_991L)).value())
        .isEqualTo(9_007_199_254_740_991.0);
    assertThat(register("1", (short) 7).value()).isEqualTo(7.0);
  }

  @Test
  void aRegisterThatCannotBeIsNoNumberAndSaysWhy() {
    for (Object impossible : new Object[] {-1L, 1L << 53, Double.NaN, 1e300, ulong(-1L)}) {
      Sample sample = register("1", impossible);

      assertThat(sample.value()).as("%s", impossible).isNaN();
      assertThat(sample.statusCode()).isEqualTo(StatusCodes.Bad_OutOfRange);
    }
  }

  @Test
  void textIsATypeMismatchAndNothingIsNoNumber() {
    assertThat(register("1", "12").statusCode()).isEqualTo(StatusCodes.Bad_TypeMismatch);
    assertThat(sample("1", new DataValue(Variant.NULL_VALUE)).value()).isNaN();
  }

  @Test
  void theServersBadStatusIsKeptAndItsValueIsNot() {
    DataValue bad =
        new DataValue(
            new Variant(5L), new StatusCode(StatusCodes.Bad_NoCommunication), new DateTime(TIME));

    assertThat(sample("1", bad))
        .satisfies(sample -> assertThat(sample.value()).isNaN())
        .returns(StatusCodes.Bad_NoCommunication, Sample::statusCode);
  }

  private static Sample register(String factor, Object raw) {
    return sample(factor, new DataValue(new Variant(raw)));
  }

  private static Sample sample(String factor, DataValue value) {
    var point = TestSite.site().register("m", "m", factor).at("opc.tcp://h:1").points().get(0);
    return new SampleConversion(point).sample(value, TIME, TIME);
  }
}
