package org.zerofactory.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.datafile.DataSource;

class SiteFileTest {

  private static final DeviceTemplates TEMPLATES = DeviceTemplates.packaged();

  private static final String HEAD =
      """
      site: plant
      name: A plant
      zone: Europe/Berlin
      region: { country: DE, grid: national }
      sources:
        - { id: main, endpoint: "opc.tcp://10.0.0.5:4840", security: None }
      devices:
      """;

  @Test
  void aShortSiteFileGetsDefaults(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("site.yaml");
    Files.writeString(
        file,
        HEAD
            + """
              - { id: m, name: M, template: generic-energy-meter, source: main, role: load,
                  parameters: { energy-node: "ns=2;i=7", power-node: "ns=2;s=P;x" } }
            """);

    SiteConfiguration site = SiteFile.read(file, TEMPLATES);

    assertThat(site.simulated()).isFalse();
    assertThat(site.clock()).isEqualTo(SiteConfiguration.Clock.SYSTEM);
    assertThat(site.dataFolder()).isEqualTo(folder.resolve("data"));
    assertThat(site.rawRetentionDays()).isEqualTo(35);
    assertThat(site.lowDiskMegabytes()).isEqualTo(1_000);
    assertThat(site.historyFrom()).isEmpty();
    assertThat(site.centre()).isEmpty();
    assertThat(site.statusPagePort()).isEqualTo(OptionalInt.empty());
    assertThat(site.points())
        .extracting(PointConfiguration::node)
        .containsExactly("ns=2;i=7", "ns=2;s=P;x");
    assertThat(site.points().get(0).conversion().whole(1.5)).isEqualTo(1500);
    assertThat(site.points().get(0).span()).isEmpty();
  }

  @Test
  void aUserAndItsPasswordFileStandBesideTheSiteFile() {
    SiteConfiguration site =
        read(
            """
            site: plant
            name: A plant
            zone: Europe/Berlin
            region: { country: DE, grid: national }
            history-from: 2024-12-01T00:00:00+08:00
            data: /var/lib/zerofactory/data
            sources:
              - id: main
                endpoint: opc.tcp://meter.example.com
                security: Basic256Sha256
                user: { name: edge, password-file: ../main.password }
            devices:
              - { id: m, name: M, template: simulator-meter, source: main, role: load,
                  parameters: { path: m } }
            """);

    assertThat(site.sources().get(0))
        .isEqualTo(
            new SourceConfiguration(
                "main",
                "opc.tcp://meter.example.com",
                SourceConfiguration.Security.BASIC256SHA256,
                Optional.of(new SourceConfiguration.User("edge", Path.of("/etc/main.password")))));
    assertThat(site.dataFolder()).isEqualTo(Path.of("/var/lib/zerofactory/data"));
    assertThat(site.historyFrom()).contains(Instant.parse("2024-11-30T16:00:00Z"));
  }

  @Test
  void faultsOfAllKindsAreReportedTogetherWithTheirLines() {
    List<String> faults =
        faults(
            """
            site: Plant 1
            name: A plant
            zone: Asia/Shangai
            region: { country: China, grid: central }
            clock: source
            history-from: 2024-12-01
            centre: { url: "ftp://centre" }
            status-page: { port: 80900 }
            sources:
              - { id: main, endpoint: "http://10.0.0.5:4840", security: none }
              - { id: main, endpoint: "opc.tcp://10.0.0.6:0", security: None,
                  user: { name: edge, password-file: p } }
            devices:
              - { id: grid, name: Grid, template: simulator-grid-metre, source: main, role: grid }
              - { id: a, name: A, template: simulator-meter, source: mian, role: lod,
                  parent: gird, parameters: { path: a } }
            """);

    assertThat(faults)
        .containsExactly(
            "site.yaml:1:7 site expected an id of small letters, digits and hyphens"
                + " but was \"Plant 1\"",
            "site.yaml:3:7 zone expected a time zone such as Asia/Shanghai"
                + " but was \"Asia/Shangai\"; did you mean \"Asia/Shanghai\"?",
            "site.yaml:4:20 region.country expected a country code of two capitals (ISO 3166-1)"
                + " such as CN but was \"China\"",
            "site.yaml:5:8 clock expected system, because source is for sites with"
                + " \"simulated: true\" only, but was \"source\"",
            "site.yaml:6:15 history-from expected a time with offset such as"
                + " 2024-12-01T00:00:00+08:00 but was \"2024-12-01\"",
            "site.yaml:7:16 centre.url expected an address such as https://centre.example.com"
                + " but was \"ftp://centre\"",
            "site.yaml:8:22 status-page.port expected at most 65535 but was the number 80900",
            "site.yaml:10:27 sources[0].endpoint expected an address such as"
                + " opc.tcp://192.168.1.20:4840 but was \"http://10.0.0.5:4840\"",
            "site.yaml:10:61 sources[0].security expected one of None, Basic256Sha256"
                + " but was \"none\"; did you mean \"None\"?",
            "site.yaml:11:11 sources[1].id expected an id of its own, for site.yaml:10 has this"
                + " one already, but was \"main\"",
            "site.yaml:11:27 sources[1].endpoint expected an address such as"
                + " opc.tcp://192.168.1.20:4840 but was \"opc.tcp://10.0.0.6:0\"",
            "site.yaml:11:61 sources[1].security expected Basic256Sha256 where a user logs in,"
                + " so that no password goes in clear, but was \"None\"",
            "site.yaml:14:39 devices[0].template expected the name of a device template out of "
                + String.join(", ", TEMPLATES.names())
                + " but was \"simulator-grid-metre\"; did you mean \"simulator-grid-meter\"?",
            "site.yaml:15:58 devices[1].source expected the id of a source out of main"
                + " but was \"mian\"; did you mean \"main\"?",
            "site.yaml:15:70 devices[1].role expected one of grid, pv, load, gas, water, heat,"
                + " driver, reference-plan but was \"lod\"; did you mean \"load\"?",
            "site.yaml:16:15 devices[1].parent expected the id of a device of this file"
                + " but was \"gird\"; did you mean \"grid\"?");
  }

  @Test
  void aTemplatesParametersMustBeGivenAndNoOthers() {
    List<String> faults =
        faults(
            HEAD
                + """
                  - { id: a, name: A, template: simulator-meter, source: main, role: load }
                  - { id: b, name: B, template: simulator-meter, source: main, role: load,
                      parameters: { pahth: b } }
                  - { id: c, name: C, template: simulator-meter, source: main, role: load,
                      parameters: { path: 7 } }
                  - { id: d, name: D, template: generic-energy-meter, source: main, role: load,
                      parameters: { energy-node: "ns=2;i=x", power-node: "ns=2;i=2" } }
                """);

    assertThat(faults)
        .containsExactly(
            "site.yaml:8:5 devices[0].parameters.path expected a value for this parameter of"
                + " template simulator-meter but it is missing",
            "site.yaml:10:19 devices[1].parameters.path expected a value for this parameter of"
                + " template simulator-meter but it is missing",
            "site.yaml:10:21 devices[1].parameters.pahth expected one of the keys namespace, path"
                + " but was \"pahth\"; did you mean \"path\"?",
            "site.yaml:12:27 devices[2].parameters.path expected text but was the number 7",
            "site.yaml:14:19 devices[3].parameters expected parameters that make a node id such as"
                + " \"nsu=urn:example;s=Meter.Energy\" or \"ns=2;i=7\" for energy-import"
                + " but they make \"ns=2;i=x\"");
  }

  @Test
  void aDeviceAndANodeMayStandOnlyOnceInASite() {
    List<String> faults =
        faults(
            HEAD
                + """
                  - { id: a, name: A, template: simulator-replay-meter, source: main, role: load,
                      parameters: { path: a } }
                  - { id: a, name: A, template: simulator-replay-meter, source: main, role: load,
                      parameters: { path: b } }
                  - { id: c, name: C, template: simulator-replay-meter, source: main, role: load,
                      parameters: { path: a } }
                """);

    assertThat(faults)
        .containsExactly(
            "site.yaml:10:11 devices[1].id expected an id of its own, for site.yaml:8 has this one"
                + " already, but was \"a\"",
            "site.yaml:13:19 devices[2].parameters expected a node of its own for energy-import"
                + " but site.yaml:9 reads \"nsu=urn:zerofactory:plant-simulator;s=a.energy-import\""
                + " too");
  }

  @Test
  void parentsMayNotCircle() {
    List<String> faults =
        faults(
            HEAD
                + device("a", "load", "simulator-meter", "parent: b")
                + device("b", "load", "simulator-meter", "parent: a")
                + device("c", "load", "simulator-meter", "parent: c")
                + device("d", "load", "simulator-meter", "parent: a"));

    assertThat(faults)
        .containsExactly(
            "site.yaml:8:84 devices[0].parent expected parents that end, but they circle:"
                + " a -> b -> a",
            "site.yaml:9:84 devices[1].parent expected parents that end, but they circle:"
                + " b -> a -> b",
            "site.yaml:10:84 devices[2].parent expected parents that end, but they circle:"
                + " c -> c");
  }

  @Test
  void aRoleMustFitWhatTheTemplateMeasures() {
    List<String> faults =
        faults(
            HEAD
                + device("a", "pv", "simulator-replay-meter", "line: A")
                + device("b", "gas", "simulator-meter", "line: A")
                + device("c", "reference-plan", "simulator-meter", "of: A")
                + device("d", "reference-plan", "simulator-reference-plan", "of: B")
                + device("e", "load", "simulator-meter", "of: A"));

    assertThat(faults)
        .containsExactly(
            "site.yaml:8:77 devices[0].role expected a role that fits template"
                + " simulator-replay-meter, which has no active-power or energy-produced,"
                + " but was \"pv\"",
            "site.yaml:9:70 devices[1].role expected a role that fits template simulator-meter,"
                + " which has no gas-volume, but was \"gas\"",
            "site.yaml:10:70 devices[2].role expected a role that fits template simulator-meter,"
                + " which has no planned-energy, but was \"reference-plan\"",
            "site.yaml:11:99 devices[3].of expected the id or line of a device of this file, out"
                + " of A, a, b, c, d, e but was \"B\"",
            "site.yaml:12:80 devices[4].of expected no of, because only a reference-plan stands"
                + " for others");
  }

  private static String device(String id, String role, String template, String more) {
    return String.format(
        "  - { id: %1$s, name: X, template: %3$s, source: main, role: %2$s, %4$s,"
            + " parameters: { path: %1$s } }\n",
        id, role, template, more);
  }

  private static SiteConfiguration read(String text) {
    return SiteFile.read(new DataSource("site.yaml", text), Path.of("/etc/site"), TEMPLATES);
  }

  private static List<String> faults(String text) {
    var wrong = catchThrowableOfType(DataFileException.class, () -> read(text));
    return wrong.faults().stream().map(DataFault::toString).toList();
  }
}
