package org.zerofactory.datafile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFileTest {

  private static final DataSchema SCHEMA =
      DataSchema.packaged(DataFileTest.class, "/example.schema.json");

  @Test
  void aValidFileGivesItsValuesWithoutPassingThroughFloatingPoint() {
    DataNode root =
        read(
            """
            site: wuhan
            simulated: true
            days: 35
            factor: 0.100000000000000000000000000001
            states: { 0: STOPPED, 3: RUNNING }
            devices:
              - { id: grid, role: grid, name: "5" }
            """);

    assertThat(root.text("site")).isEqualTo("wuhan");
    assertThat(root.flag("simulated", false)).isTrue();
    assertThat(root.flag("absent", true)).isTrue();
    assertThat(root.integer("days")).isEqualTo(35);
    assertThat(root.get("factor").decimal())
        .isEqualTo(new BigDecimal("0.100000000000000000000000000001"));
    assertThat(root.entries("states").keySet()).containsExactly("0", "3");
    assertThat(root.items("devices")).hasSize(1);
    assertThat(root.items("devices").get(0).text("name")).isEqualTo("5");
    assertThat(root.items("devices").get(0).get("role").location()).isEqualTo("site.yaml:7");
  }

  @Test
  void allFaultsAreReportedTogetherInTheOrderOfTheFile() {
    List<String> faults =
        faults(
            """
            site: Wuhan
            zoen: Asia/Shanghai
            simulated: yes
            days: 401
            factor: 0
            version: 2
            states: { x: STOPPED, 1: RUNING }
            devices:
              - { id: grid, rolle: grid }
              - { id: 7, role: gird, name: "" }
            """);

    assertThat(faults)
        .containsExactly(
            "site.yaml:1:7 site expected an id of small letters, digits and hyphens"
                + " but was \"Wuhan\"",
            "site.yaml:2:1 zoen expected one of the keys site, zone, simulated, days, factor,"
                + " version, states, devices but was \"zoen\"; did you mean \"zone\"?",
            "site.yaml:3:12 simulated expected true or false but was \"yes\"",
            "site.yaml:4:7 days expected at most 400 but was the number 401",
            "site.yaml:5:9 factor expected more than 0 but was the number 0",
            "site.yaml:6:10 version expected 1 but was the number 2",
            "site.yaml:7:11 states.x expected as key a whole number but was \"x\"",
            "site.yaml:7:26 states.1 expected one of STOPPED, RUNNING but was \"RUNING\";"
                + " did you mean \"RUNNING\"?",
            "site.yaml:9:5 devices[0].role expected one of grid, pv, load but it is missing",
            "site.yaml:9:17 devices[0].rolle expected one of the keys id, role, name"
                + " but was \"rolle\"; did you mean \"role\"?",
            "site.yaml:10:11 devices[1].id expected an id of small letters, digits and hyphens"
                + " but was the number 7",
            "site.yaml:10:20 devices[1].role expected one of grid, pv, load but was \"gird\";"
                + " did you mean \"grid\"?",
            "site.yaml:10:32 devices[1].name expected text of at least 1 letters but was \"\"");
  }

  @Test
  void aListMayBeTooShortOrTooLong() {
    assertThat(faults("site: a\ndevices: []\n"))
        .containsExactly("site.yaml:2:10 devices expected at least 1 items in the list but were 0");
    assertThat(faults("site: a\ndevices: [1, 2, 3, 4]\n"))
        .contains("site.yaml:2:10 devices expected at most 3 items in the list but were 4");
  }

  @Test
  void aMissingOrEmptyValueIsNotAcceptedAsOne() {
    assertThat(faults("site:\n"))
        .containsExactly(
            "site.yaml:1:1 devices expected a list but it is missing",
            "site.yaml:1:6 site expected an id of small letters, digits and hyphens"
                + " but was empty");
    assertThat(faults(""))
        .containsExactly("site.yaml:1:1 expected a mapping but the file is empty");
  }

  @Test
  void aKeyThatStandsTwiceIsNamedWithBothLines() {
    List<String> faults = faults("site: a\ndevices: [{ id: a, role: pv }]\nsite: b\n");

    assertThat(faults)
        .containsExactly(
            "site.yaml:3:1 site expected each key once, but it already stands in line 1");
  }

  @Test
  void wrongSyntaxIsNamedWithItsLine() {
    assertThat(faults("site: a\n  devices: b\n"))
        .containsExactly(
            "site.yaml:2:10 expected YAML 1.2, but mapping values are not allowed here");
    assertThat(faults("site: [a\n"))
        .first()
        .asString()
        .startsWith("site.yaml:2:1 expected YAML 1.2");
    assertThat(faults("site: \"a\u0007\"\n"))
        .containsExactly("site.yaml:1:9 expected printable characters but was U+0007");
    assertThat(faults("site: a\n---\nsite: b\n"))
        .containsExactly("site.yaml:2:1 expected one YAML document but a second one begins here");
  }

  @Test
  void tagsUnknownAnchorsAndKeysThatAreNoTextAreRefused() {
    assertThat(faults("site: !!java.net.URL [a]\n"))
        .containsExactly(
            "site.yaml:1:7 site expected a value without a tag"
                + " but was tagged \"tag:yaml.org,2002:java.net.URL\"");
    assertThat(faults("site: *a\n"))
        .containsExactly("site.yaml:1:7 site expected a finished anchor, but there is no \"&a\"");
    assertThat(faults("site: &a [*a]\n"))
        .containsExactly(
            "site.yaml:1:11 site[0] expected a finished anchor, but there is no \"&a\"");
    assertThat(faults("? [a]\n: b\n"))
        .containsExactly("site.yaml:1:3 expected a key of plain text");
  }

  @Test
  void anAliasIsTheSameValueUnderItsOwnName() {
    DataNode root =
        read("site: &a wuhan\ndevices: [{ id: *a, role: pv }, { id: x, role: &r load, name: *r }]");

    DataNode aliased = root.items("devices").get(0).get("id");
    assertThat(aliased.text()).isEqualTo("wuhan");
    assertThat(aliased.field()).isEqualTo("devices[0].id");
  }

  @Test
  void filesThatExplodeOrNestWithoutEndAreRefused() {
    String nested = "site: " + "[".repeat(100_000);
    String wide = "devices: [" + "1,".repeat(YamlTree.MAXIMUM_NODES) + "1]";
    var laughs = new StringBuilder("l0: &l0 [a, a, a, a, a, a, a, a, a, a]\n");
    for (int i = 1; i < 10; i++) {
      String before = "*l" + (i - 1);
      laughs.append("l" + i + ": &l" + i + " [" + (before + ", ").repeat(9) + before + "]\n");
    }

    assertThat(faults(nested)).first().asString().endsWith("expected at most 32 levels of nesting");
    assertThat(faults(wide)).first().asString().endsWith("expected at most 100000 values");
    assertThat(faults(laughs.toString())).first().asString().contains("expected at most 100");
    assertThat(faults("factor: 1e999999999"))
        .contains(
            "site.yaml:1:9 factor expected a number of at most 40 digits but was \"1e999999999\"");
    assertThat(faults("factor: .nan"))
        .contains("site.yaml:1:9 factor expected a number of at most 40 digits but was \".nan\"");
  }

  @Test
  void aFileThatIsMissingTooLargeOrNotTextIsNamed(@TempDir Path folder) throws IOException {
    Path missing = folder.resolve("missing.yaml");
    Path large = Files.write(folder.resolve("large.yaml"), new byte[DataSource.MAXIMUM_BYTES + 1]);
    Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {'a', (byte) 0xFF});

    assertThatThrownBy(() -> DataFile.read(missing, SCHEMA))
        .hasMessage(missing + ": expected a file, but there is none");
    assertThatThrownBy(() -> DataFile.read(large, SCHEMA))
        .hasMessage(large + ": expected at most 1048576 bytes but the file is larger");
    assertThatThrownBy(() -> DataFile.read(binary, SCHEMA))
        .hasMessage(binary + ": expected UTF-8 text but the bytes are not UTF-8");
  }

  @Test
  void gettersThatFindAnotherTypeNameThePlace() {
    DataNode root = read("site: a\nfactor: 0.5\ndevices: [{ id: a, role: pv }]\n");

    assertThatThrownBy(() -> root.text("factor"))
        .hasMessage("site.yaml:2:9 factor expected text but was the number 0.5");
    assertThatThrownBy(() -> root.get("factor").wholeNumber())
        .hasMessage("site.yaml:2:9 factor expected a whole number but was the number 0.5");
    assertThatThrownBy(() -> root.get("zone"))
        .hasMessage("site.yaml:1:1 zone expected a value but it is missing");
    assertThat(root.findText("factor")).isEmpty();
    assertThat(root.findDecimal("factor")).contains(new BigDecimal("0.5"));
  }

  @Test
  void aSchemaAsksNobodyForAnotherSchema() {
    assertThatThrownBy(() -> DataSchema.packaged(DataFileTest.class, "/remote.schema.json"))
        .hasStackTraceContaining("http://localhost:1/other.schema.json");
  }

  @Test
  void aPackagedFolderIsListedInOrder() {
    List<DataSource> files = DataFolder.packaged(DataFileTest.class, "/folder", ".yaml");

    assertThat(files)
        .extracting(DataSource::name)
        .containsExactly("folder/a.yaml", "folder/b/c.yaml");
  }

  @Test
  void aFolderInAJarIsListedInOrder() {
    List<DataSource> files = DataFolder.packaged(JsonSchema.class, "/draft/2020-12", "schema");

    assertThat(files).extracting(DataSource::name).containsExactly("draft/2020-12/schema");
  }

  // A demo starts edge and server in one process; both list the same jars.
  @Test
  void aJarCanBeListedByManyAtOnce() {
    List<Integer> counts =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(i -> DataFolder.packaged(JsonSchema.class, "/draft/2020-12", "schema").size())
            .toList();

    assertThat(counts).hasSize(64).containsOnly(1);
  }

  private static DataNode read(String text) {
    return DataFile.read(new DataSource("site.yaml", text), SCHEMA);
  }

  private static List<String> faults(String text) {
    var faults = new DataFaults();
    DataFile.read(new DataSource("site.yaml", text), SCHEMA, faults);
    return faults.sorted().stream().map(DataFault::toString).toList();
  }
}
