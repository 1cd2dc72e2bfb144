package org.zerofactory.rules.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with values: <code>{power_kw:1}</code> is the value of a name with one decimal, <code>
 * {share:%}</code> a share as per cent, <code>{subject}</code> what the alarm is about.
 *
 * @param english in the form above
 * @param chinese likewise
 */
public record AlertText(String english, String chinese) {

  private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z0-9_]*)(?::([0-6]|%))?\\}");

  /** The names that stand in the sentence. */
  static List<String> names(String sentence) {
    List<String> names = new ArrayList<>();
    Matcher places = PLACE.matcher(sentence);
    while (places.find()) {
      names.add(places.group(1));
    }
    return names;
  }

  /** Whether braces are left that are no place for a value. */
  static boolean hasBrokenPlace(String sentence) {
    return PLACE.matcher(sentence).replaceAll("").matches("(?s).*[{}].*");
  }

  String english(Map<String, ?> values) {
    return filled(english, values);
  }

  String chinese(Map<String, ?> values) {
    return filled(chinese, values);
  }

  private static String filled(String sentence, Map<String, ?> values) {
    return PLACE
        .matcher(sentence)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    shown(values.get(place.group(1)), String.valueOf(place.group(2)))));
  }

  private static String shown(@org.jspecify.annotations.Nullable Object value, String form) {
    if (value == null) {
      return "?";
    }
    if (!(value instanceof Double number)) {
      return value.toString();
    }
    if (form.equals("%")) {
      return rounded(number * 100, 1) + " %";
    }
    return rounded(number, form.equals("null") ? 0 : Integer.parseInt(form));
  }

  private static String rounded(double number, int decimals) {
    return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }
}
