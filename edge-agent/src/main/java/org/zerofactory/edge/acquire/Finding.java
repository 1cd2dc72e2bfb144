package org.zerofactory.edge.acquire;

import org.zerofactory.edge.alarm.Wording;

/**
 * One line of a check-up.
 *
 * @param what what was looked at: a source, a certificate, a point
 * @param detail what was found
 * @param advice what to do; empty if nothing
 */
public record Finding(String what, Level level, String detail, String advice) {

  /** How bad it is. */
  public enum Level {
    OK,
    WARN,
    FAIL
  }

  static Finding ok(String what, String detail) {
    return new Finding(what, Level.OK, detail, "");
  }

  static Finding warn(String what, String detail, String advice) {
    return new Finding(what, Level.WARN, detail, advice);
  }

  static Finding warn(String what, Wording detail, Wording advice) {
    return warn(what, detail.english(), advice.english());
  }

  static Finding fail(String what, Wording detail, Wording advice) {
    return fail(what, detail.english(), advice.english());
  }

  static Finding fail(String what, String detail, String advice) {
    return new Finding(what, Level.FAIL, detail, advice);
  }
}
