package org.zerofactory.hardware;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataNode;

/** Faults of meaning in a site file's own settings and sources; devices have their own checks. */
final class SiteChecks {

  private static final int HIGHEST_PORT = 65_535;

  private SiteChecks() {}

  static void check(DataNode root, DeviceTemplates templates, DataFaults faults) {
    checkZone(root, faults);
    checkClock(root, faults);
    checkHistory(root, faults);
    root.find("centre")
        .flatMap(centre -> centre.find("url"))
        .ifPresent(url -> checkAddress(url, Set.of("http", "https"), faults));
    Map<String, DataNode> sources = new HashMap<>();
    for (DataNode source : root.items("sources")) {
      checkOnce(source, "id", sources, faults);
      checkSource(source, faults);
    }
    new DeviceChecks(templates, sources.keySet(), faults).check(root.items("devices"));
  }

  /** Reports a text that another node has under the same key already. */
  static void checkOnce(DataNode owner, String key, Map<String, DataNode> seen, DataFaults faults) {
    Optional<String> text = owner.findText(key);
    if (text.isEmpty()) {
      return;
    }
    DataNode earlier = seen.putIfAbsent(text.get(), owner.get(key));
    if (earlier != null) {
      String where = earlier.location();
      faults.add(
          owner
              .get(key)
              .fault("an " + key + " of its own, for " + where + " has this one already,"));
    }
  }

  private static void checkZone(DataNode root, DataFaults faults) {
    Set<String> zones = ZoneId.getAvailableZoneIds();
    if (root.findText("zone").filter(zone -> !zones.contains(zone)).isPresent()) {
      faults.add(root.get("zone").unknown("a time zone such as Asia/Shanghai", zones));
    }
  }

  private static void checkClock(DataNode root, DataFaults faults) {
    boolean isSource = root.findText("clock").filter("source"::equals).isPresent();
    boolean isSimulated = root.find("simulated").filter(SiteChecks::isTrue).isPresent();
    if (isSource && !isSimulated) {
      String expected = "system, because source is for sites with \"simulated: true\" only,";
      faults.add(root.get("clock").fault(expected));
    }
  }

  private static boolean isTrue(DataNode node) {
    return node.asFlag().orElse(false);
  }

  private static void checkHistory(DataNode root, DataFaults faults) {
    try {
      root.findText("history-from").ifPresent(SiteFile::instant);
    } catch (DateTimeException wrong) {
      faults.add(
          root.get("history-from").fault("a time with offset such as 2024-12-01T00:00:00+08:00"));
    }
  }

  private static void checkSource(DataNode source, DataFaults faults) {
    source
        .find("endpoint")
        .ifPresent(endpoint -> checkAddress(endpoint, Set.of("opc.tcp"), faults));
    boolean isOpen = source.findText("security").filter("None"::equals).isPresent();
    if (isOpen && source.find("user").isPresent()) {
      String expected = "Basic256Sha256 where a user logs in, so that no password goes in clear,";
      faults.add(source.get("security").fault(expected));
    }
  }

  private static void checkAddress(DataNode node, Set<String> schemes, DataFaults faults) {
    Optional<String> text = node.asText();
    if (text.isPresent() && !isAddress(text.get(), schemes)) {
      String example =
          schemes.contains("opc.tcp")
              ? "opc.tcp://192.168.1.20:4840"
              : "https://centre.example.com";
      faults.add(node.fault("an address such as " + example));
    }
  }

  private static boolean isAddress(String text, Set<String> schemes) {
    try {
      var address = new URI(text);
      return address.getScheme() != null
          && schemes.contains(address.getScheme())
          && address.getHost() != null
          && address.getUserInfo() == null
          && address.getPort() <= HIGHEST_PORT
          && address.getPort() != 0;
    } catch (URISyntaxException wrong) {
      return false;
    }
  }
}
