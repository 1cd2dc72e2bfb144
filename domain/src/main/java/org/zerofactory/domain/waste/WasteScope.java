package org.zerofactory.domain.waste;

import java.util.Locale;

/** What a rule looks at one by one. */
public enum WasteScope {
  MACHINE,
  METER,
  LINE,
  INVERTER,
  SITE;

  /** The word in rule files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
