package org.zerofactory.rules.alert;

import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.fleet.Alarm;
import org.zerofactory.domain.waste.WasteScope;
import org.zerofactory.rules.expression.Expression;

/**
 * One rule.
 *
 * @param parameters value by name; empty where the site must give one
 * @param condition true while something is wrong
 * @param waste Wh wasted in a quarter hour in which the condition holds
 * @param raiseAfter quarter hours until it is raised
 * @param clearAfter quarter hours until it is cleared
 */
public record AlertRule(
    String id,
    int version,
    WasteScope scope,
    Alarm.Severity severity,
    Map<String, Optional<Double>> parameters,
    Expression condition,
    Optional<Expression> waste,
    int raiseAfter,
    int clearAfter,
    AlertText text,
    AlertText advice) {

  public AlertRule {
    parameters = Map.copyOf(parameters);
  }
}
