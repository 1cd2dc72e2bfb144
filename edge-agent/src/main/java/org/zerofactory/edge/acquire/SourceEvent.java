package org.zerofactory.edge.acquire;

import java.time.Instant;
import java.util.Map;
import org.zerofactory.edge.alarm.Wording;

/**
 * Something that happened at a source.
 *
 * @param source source id of the site file
 * @param at by the clock of {@link Acquirer#clock()}
 * @param subject point id if it concerns one point, otherwise the source id
 * @param text what happened, with place, value and what was expected
 * @param advice what a person can do; empty if nothing
 * @param detail the same as data, for the journal
 */
public record SourceEvent(
    Kind kind,
    String source,
    Instant at,
    String subject,
    Wording text,
    Wording advice,
    Map<String, String> detail) {

  public SourceEvent {
    detail = Map.copyOf(detail);
  }

  /** What happened, in English. */
  public String message() {
    return text.english();
  }

  /** What happened; {@link #word()} is the word in journals. */
  public enum Kind {
    ONLINE("source-online"),
    OFFLINE("source-offline"),
    UNTRUSTED_CERTIFICATE("untrusted-certificate"),
    CERTIFICATE_WARNING("certificate-warning"),
    INSECURE("insecure"),
    BAD_NODE("bad-node"),
    NODE_BACK("node-back"),
    WRONG_TYPE("wrong-type"),
    WRONG_VALUE("wrong-value"),
    OVERFLOW("overflow"),
    LATE_SAMPLE("late-sample"),
    CLOCK_DRIFT("clock-drift"),
    CLOCK_RIGHT("clock-right"),
    CLOCK_STEP("clock-step"),
    HISTORY_REFUSED("history-refused"),
    GAP("gap");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
