package org.zerofactory.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.rules.alert.AlertChange;
import org.zerofactory.rules.alert.AlertParametersFolder;
import org.zerofactory.rules.alert.AlertRules;
import org.zerofactory.rules.alert.AlertWatch;
import org.zerofactory.rules.alert.Tariffs;

final class AlertRulesOverThePlantTest {

  private static final SiteDescription SITE = PlantBlocks.demoSite();
  private static final AlertRules RULES = AlertRules.packaged();
  private static final AlertParametersFolder PARAMETERS =
      AlertParametersFolder.packaged(RULES, Tariffs.packaged());

  @Test
  void explore() {
    Instant from = Instant.parse(System.getProperty("from", "2024-11-30T16:00:00Z"));
    Instant to = Instant.parse(System.getProperty("to", "2026-01-31T16:00:00Z"));
    String fault = System.getProperty("fault", "");
    long began = System.nanoTime();
    var changes = run(fault.isEmpty() ? List.of() : List.of(fault.split(",")), from, to);
    System.out.println("seconds " + (System.nanoTime() - began) / 1e9);
    Map<String, Integer> counts = new TreeMap<>();
    for (AlertChange change : changes) {
      if (change.kind() != AlertChange.Kind.UPDATED) {
        counts.merge(change.rule() + " " + change.kind(), 1, Integer::sum);
      }
    }
    System.out.println(counts);
    changes.stream()
        .filter(change -> change.kind() != AlertChange.Kind.UPDATED)
        .limit(60)
        .forEach(
            change ->
                System.out.println(
                    change.at()
                        + " "
                        + change.kind()
                        + " "
                        + change.rule()
                        + " "
                        + change.english()));
    assertThat(changes).isNotNull();
  }

  private static List<AlertChange> run(List<String> faults, Instant from, Instant to) {
    List<AlertChange> changes = new ArrayList<>();
    var watch = new AlertWatch(SITE, RULES, PARAMETERS.of(SITE.id()));
    new PlantBlocks(SITE, faults).each(from, to, block -> changes.addAll(watch.next(block)));
    return changes;
  }
}
