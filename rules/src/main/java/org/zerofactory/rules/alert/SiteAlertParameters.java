package org.zerofactory.rules.alert;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zerofactory.domain.waste.WasteOptions;

/**
 * What one site sets otherwise than the rules do.
 *
 * @param tariff id of the site's tariff
 * @param values parameter values by rule and name
 * @param off rules that are not applied
 */
public record SiteAlertParameters(
    String site,
    Optional<String> tariff,
    WasteOptions options,
    Map<String, Map<String, Double>> values,
    Set<String> off) {

  public SiteAlertParameters {
    values = Map.copyOf(values);
    off = Set.copyOf(off);
  }

  /** A site that sets nothing otherwise. */
  public static SiteAlertParameters none(String site) {
    return new SiteAlertParameters(
        site, Optional.empty(), WasteOptions.DEFAULT, Map.of(), Set.of());
  }

  /** The value of a rule's parameter at this site; empty if nobody gives one. */
  Optional<Double> value(AlertRule rule, String parameter) {
    Double own = values.getOrDefault(rule.id(), Map.of()).get(parameter);
    return own != null
        ? Optional.of(own)
        : rule.parameters().getOrDefault(parameter, Optional.empty());
  }
}
