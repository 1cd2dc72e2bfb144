package org.zerofactory.hardware;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zerofactory.domain.metering.Quantity;

/**
 * What one product offers over OPC UA.
 *
 * @param device the name that site files use
 * @param kind such as {@code electricity-meter}
 * @param parameters names that a site file fills in
 * @param defaults values of parameters that a site file may leave out
 * @param document where the points are described
 * @param page page or section of the document
 * @param checked whether the template was compared with the document
 */
public record DeviceTemplate(
    String device,
    String name,
    String kind,
    List<String> parameters,
    Map<String, String> defaults,
    String document,
    String page,
    boolean checked,
    List<TemplatePoint> points) {

  static final Pattern PARAMETER = Pattern.compile("\\{([^{}]*)}");

  public DeviceTemplate {
    parameters = List.copyOf(parameters);
    defaults = Map.copyOf(defaults);
    points = List.copyOf(points);
  }

  /** All parameters that a site file may give, sorted. */
  public Set<String> knownParameters() {
    var known = new TreeSet<>(parameters);
    known.addAll(defaults.keySet());
    return known;
  }

  /** The parameters that a site file must give, in the order of the template. */
  public List<String> requiredParameters() {
    return parameters.stream().filter(name -> !defaults.containsKey(name)).toList();
  }

  Set<Quantity> quantities() {
    return points.stream().map(TemplatePoint::quantity).collect(Collectors.toUnmodifiableSet());
  }

  /** A node id with its parameters filled in; every one must be given or have a default. */
  String node(TemplatePoint point, Map<String, String> given) {
    return PARAMETER
        .matcher(point.node())
        .replaceAll(
            found -> {
              String name = found.group(1);
              String value = given.getOrDefault(name, defaults.getOrDefault(name, ""));
              return Matcher.quoteReplacement(value);
            });
  }
}
