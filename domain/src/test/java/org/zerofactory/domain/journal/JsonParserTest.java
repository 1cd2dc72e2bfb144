package org.zerofactory.domain.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\"a\":1,\"a\":2} ~ each key once",
        "{\"a\":1.5} ~ without fraction",
        "{\"a\":1e3} ~ without fraction or exponent",
        "[1,2 ~ more text",
        "{\"a\" 1} ~ ':'",
        "[01] ~ numbers being integers",
        "[-0] ~ numbers being integers",
        "[9007199254740992] ~ within +-(2^53 - 1)",
        "[tru] ~ a JSON value",
        "[1] x ~ the end of the text",
        "\"\\ud800\" ~ no lone surrogate",
        "\"\\x\" ~ an escape of JSON",
        "\"abc ~ a closing quote",
      })
  void whatIsNotJournalJsonIsRefusedWithThePlace(String text, String expected) {
    assertThatThrownBy(() -> JsonParser.parse(text))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageStartingWith("JSON at character ")
        .hasMessageContaining(expected);
  }

  @Test
  void deepNestingIsRefusedAndDoesNotExhaustTheStack() {
    assertThatThrownBy(() -> JsonParser.parse("[".repeat(1_000_000)))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining("nesting of at most 32");
  }

  // RFC 8785, 3.2.3: keys are sorted by UTF-16 code units, not by code points.
  @Test
  void keysAreSortedByTheirUtf16CodeUnits() {
    var parsed =
        JsonParser.parse(
            "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6}");

    assertThat(parsed.canonical())
        .isEqualTo("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
  }

  @Property
  void anyTextComesBackAsItWas(@ForAll String text) {
    String whole = text.replaceAll("[\ud800-\udfff]", "");

    var read = JsonParser.parse(new Json.Text(whole).canonical());

    assertThat(read).isEqualTo(new Json.Text(whole));
  }

  @Property
  void noInputCausesAnythingButAFormatException(@ForAll String text) {
    try {
      JsonParser.parse(text);
    } catch (JsonFormatException e) {
      assertThat(e).hasMessageStartingWith("JSON at character ");
    }
  }
}
