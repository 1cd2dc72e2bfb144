package org.zerofactory.domain.fleet;

import java.time.YearMonth;
import java.util.Map;

/**
 * What a rule found in a quarter hour.
 *
 * @param alarm as it stands after it; {@code cleared} is set if this ends it
 * @param ruleVersion version of the rule
 * @param waste what this adds, by local month
 */
public record AlarmStep(Alarm alarm, int ruleVersion, Map<YearMonth, WasteSum> waste) {

  public AlarmStep {
    waste = Map.copyOf(waste);
  }
}
