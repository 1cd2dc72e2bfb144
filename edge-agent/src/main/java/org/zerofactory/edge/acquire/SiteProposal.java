package org.zerofactory.edge.acquire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zerofactory.hardware.DeviceTemplate;
import org.zerofactory.hardware.DeviceTemplates;
import org.zerofactory.hardware.TemplatePoint;

/**
 * A first site file from what a server offers: devices whose nodes fit a template. What only a
 * person knows (parent, line, roles that could be otherwise) stands there as comments.
 */
public final class SiteProposal {

  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z0-9-]+)}");

  private final DeviceTemplates templates;

  public SiteProposal(DeviceTemplates templates) {
    this.templates = templates;
  }

  /** A device that a template describes with these parameters, and the nodes that it takes. */
  private record Candidate(
      DeviceTemplate template, Map<String, String> parameters, Set<String> nodes) {

    boolean isWhole() {
      return nodes.size() == template.points().size();
    }
  }

  /**
   * @param site id and name of the new site
   * @param security {@code None} or {@code Basic256Sha256}
   * @param user name of the user, empty for anonymous access
   */
  public String proposeSiteFile(
      Browser.Listing listing, String site, String security, Optional<String> user) {
    List<Candidate> devices = choose(candidates(listing));
    Set<String> taken = new HashSet<>();
    devices.forEach(device -> taken.addAll(device.nodes()));
    StringBuilder text = new StringBuilder();
    text.append("# Proposed from what ").append(listing.endpoint()).append(" offers.\n");
    text.append(
        "# Check every role; fill in parent (whose meter also counts this one) and line.\n");
    text.append("site: ").append(slug(site)).append('\n');
    text.append("name: ").append(quoted(site)).append('\n');
    text.append("zone: Asia/Shanghai\n");
    text.append("region: { country: CN, grid: central }\n");
    text.append("data: data\n");
    text.append("# history-from: 2026-01-01T00:00:00+08:00\n");
    text.append("# centre: { url: \"http://localhost:8080\" }\n");
    text.append("status-page: { port: 8090 }\n\n");
    text.append("sources:\n  - id: plant\n    endpoint: ").append(listing.endpoint());
    text.append("\n    security: ").append(security).append('\n');
    user.ifPresent(
        name ->
            text.append("    user: { name: ")
                .append(quoted(name))
                .append(", password-file: plant.password }\n"));
    text.append('\n');
    text.append(devices.isEmpty() ? "devices: []\n" : "devices:\n");
    if (devices.isEmpty()) {
      text.append(GenericMeters.comment(listing));
    }
    Set<String> ids = new HashSet<>();
    devices.forEach(device -> append(text, device, ids));
    appendRest(text, listing, taken);
    return text.toString();
  }

  private List<Candidate> candidates(Browser.Listing listing) {
    List<Candidate> candidates = new ArrayList<>();
    for (DeviceTemplate template : templates.all()) {
      Map<Map<String, String>, Set<String>> found = new LinkedHashMap<>();
      for (TemplatePoint point : template.points()) {
        Pattern pattern = pattern(template, point);
        for (Browser.Entry entry : listing.entries()) {
          Matcher matcher = pattern.matcher(entry.node());
          if (entry.variable() && matcher.matches()) {
            found
                .computeIfAbsent(parameters(template, point, matcher), key -> new HashSet<>())
                .add(entry.node());
          }
        }
      }
      found.forEach(
          (parameters, nodes) -> candidates.add(new Candidate(template, parameters, nodes)));
    }
    return candidates;
  }

  /** Parameters become groups; those with a default have it, for nobody needs to fill them in. */
  private static Pattern pattern(DeviceTemplate template, TemplatePoint point) {
    StringBuilder regex = new StringBuilder();
    Matcher matcher = PARAMETER.matcher(point.node());
    int end = 0;
    while (matcher.find()) {
      regex.append(Pattern.quote(point.node().substring(end, matcher.start())));
      String fixed = template.defaults().get(matcher.group(1));
      regex.append(fixed == null ? "([^;]+?)" : Pattern.quote(fixed));
      end = matcher.end();
    }
    return Pattern.compile(regex.append(Pattern.quote(point.node().substring(end))).toString());
  }

  private static Map<String, String> parameters(
      DeviceTemplate template, TemplatePoint point, Matcher found) {
    Map<String, String> parameters = new TreeMap<>();
    Matcher names = PARAMETER.matcher(point.node());
    int group = 1;
    while (names.find()) {
      if (!template.defaults().containsKey(names.group(1))) {
        parameters.put(names.group(1), found.group(group++));
      }
    }
    return parameters;
  }

  /** Whole devices with the most points first; each node belongs to one device. */
  private static List<Candidate> choose(List<Candidate> candidates) {
    List<Candidate> ordered = new ArrayList<>(candidates);
    ordered.removeIf(candidate -> !candidate.isWhole());
    ordered.sort(
        Comparator.comparing((Candidate candidate) -> -candidate.nodes().size())
            .thenComparing(candidate -> candidate.template().device())
            .thenComparing(candidate -> candidate.parameters().toString()));
    Set<String> taken = new HashSet<>();
    List<Candidate> chosen = new ArrayList<>();
    for (Candidate candidate : ordered) {
      if (candidate.nodes().stream().noneMatch(taken::contains)) {
        taken.addAll(candidate.nodes());
        chosen.add(candidate);
      }
    }
    return chosen;
  }

  private static void append(StringBuilder text, Candidate device, Set<String> ids) {
    String wanted = slug(String.join("-", device.parameters().values()).replaceAll(".*[./|:]", ""));
    String id = wanted;
    for (int number = 2; !ids.add(id); number++) {
      id = wanted + "-" + number;
    }
    text.append("  - { id: ").append(id).append(", name: ").append(quoted(id));
    text.append(", template: ").append(device.template().device());
    text.append(", source: plant, role: ").append(role(device.template())).append(",\n");
    text.append("      parameters: {");
    String separator = " ";
    for (Map.Entry<String, String> parameter : device.parameters().entrySet()) {
      text.append(separator).append(parameter.getKey()).append(": ");
      text.append(quoted(parameter.getValue()));
      separator = ", ";
    }
    text.append(" } }  # parent: , line:\n");
  }

  private static String role(DeviceTemplate template) {
    return switch (template.kind()) {
      case "inverter" -> "pv";
      case "gas-meter" -> "gas";
      case "water-meter" -> "water";
      case "heat-meter" -> "heat";
      case "air-meter", "weather-station" -> "driver";
      case "plan" -> "reference-plan";
      default -> template.device().contains("grid") ? "grid" : "load";
    };
  }

  private static void appendRest(StringBuilder text, Browser.Listing listing, Set<String> taken) {
    List<Browser.Entry> rest =
        listing.entries().stream()
            .filter(entry -> entry.variable() && !taken.contains(entry.node()))
            .filter(entry -> !entry.node().startsWith("i="))
            .toList();
    if (!rest.isEmpty()) {
      text.append("\n# Variables that fit no template:\n");
      rest.forEach(
          entry ->
              text.append("#   ")
                  .append(entry.node().replaceAll("\\p{Cntrl}", " "))
                  .append("  ")
                  .append(entry.type())
                  .append(' ')
                  .append(entry.unit())
                  .append('\n'));
    }
  }

  private static String slug(String text) {
    String slug =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "site" : slug.substring(0, Math.min(60, slug.length()));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
