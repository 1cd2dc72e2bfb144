package org.zerofactory.edge.alarm;

import java.util.Locale;

/**
 * The same in both languages of the screens.
 *
 * @param english sentences, or the beginning of one
 * @param chinese the same in Chinese
 */
public record Wording(String english, String chinese) {

  public static final Wording NONE = new Wording("", "");

  /**
   * Both texts with the same values, in the form of {@link String#format}; {@code %2$s} where the
   * order differs.
   */
  public static Wording of(String english, String chinese, Object... values) {
    return new Wording(
        String.format(Locale.ROOT, english, values), String.format(Locale.ROOT, chinese, values));
  }

  public boolean isEmpty() {
    return english.isEmpty();
  }

  /** Another sentence after this one; whichever has no full stop yet gets one. */
  public Wording then(Wording next) {
    if (next.isEmpty()) {
      return this;
    }
    return isEmpty()
        ? next
        : new Wording(
            closed(english, ".", ".!?") + " " + next.english,
            closed(chinese, "。", "。！？") + next.chinese);
  }

  private static String closed(String text, String stop, String stops) {
    boolean ended = !text.isEmpty() && stops.indexOf(text.charAt(text.length() - 1)) >= 0;
    return ended ? text : text + stop;
  }

  /** The English text, for logs. */
  @Override
  public String toString() {
    return english;
  }
}
