package org.zerofactory.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.domain.metering.Quantity;

class DeviceTemplatesTest {

  private static final String HEAD =
      """
      device: my-meter
      name: My meter
      kind: electricity-meter
      parameters: [path]
      source: { document: Data sheet, page: "7", checked: false }
      points:
      """;

  @Test
  void aTemplateOfTheUserStandsBesideThePackagedOnes(@TempDir Path folder) throws IOException {
    String point =
        "  - { quantity: energy-import, node: \"ns=2;s={path}.E\", unit: kWh, scale: 0.01,"
            + " span: 99999999 }\n";
    Files.writeString(folder.resolve("my-meter.yaml"), HEAD + point);

    DeviceTemplates templates = DeviceTemplates.withFolder(folder);

    DeviceTemplate template = templates.find("my-meter").orElseThrow();
    assertThat(template.checked()).isFalse();
    assertThat(template.points().get(0).quantity()).isEqualTo(Quantity.ENERGY_IMPORT);
    assertThat(template.points().get(0).samplingSeconds()).isEqualTo(1.0);
    assertThat(template.points().get(0).conversion().whole(99_999_999)).isEqualTo(999_999_990L);
    assertThat(templates.names()).contains("simulator-meter");
  }

  @Test
  void aNameMayStandOnlyOnce() {
    String text = HEAD + "  - { quantity: heat, node: \"ns=2;i=1\", unit: kJ }\n";

    List<String> faults = faults(text, text);

    assertThat(faults)
        .containsExactly(
            "t1.yaml:1:9 device expected a name of its own, for t0.yaml:1 has this one already,"
                + " but was \"my-meter\"");
  }

  @Test
  void faultsOfAllKindsAndFilesAreReportedTogether() {
    List<String> faults =
        faults(
            HEAD
                + """
                  - { quantity: energy-import, node: "ns=2;s={pat}.E", unit: kVAh }
                  - { quantity: energy-import, node: "ns=2;s={path.E", unit: kW }
                  - { quantity: active-power, node: "{path}.P", span: 10, states: { 0: IDLE } }
                  - { quantity: state, node: "ns=2;i=9", unit: kW }
                  - { quantity: voltage, node: "ns=2;i=9" }
                """,
            HEAD
                + """
                  - { quantity: energy-import, node: "ns=2;i=1", unit: Wh, scale: 0.3, span: 5 }
                  - { quantity: energy-export, node: "ns=2;i=2", unit: Wh, scale: 0,
                      sampling-seconds: 0.01, deadband: 1 }
                """);

    assertThat(faults)
        .containsExactly(
            "t0.yaml:7:38 points[0].node expected only parameters out of path in braces"
                + " but was \"ns=2;s={pat}.E\"",
            "t0.yaml:7:62 points[0].unit expected one of Wh, kWh, MWh, varh, kvarh, Mvarh, W,"
                + " kW, MW, L, m3, Nm3, kJ, MJ, GJ, pcs, degC, W/m2, m3/h but was \"kVAh\"",
            "t0.yaml:8:17 points[1].quantity expected each quantity once, for t0.yaml:7 has this"
                + " one already, but was \"energy-import\"",
            "t0.yaml:8:38 points[1].node expected braces in pairs but was \"ns=2;s={path.E\"",
            "t0.yaml:8:62 points[1].unit expected one of MWh, Wh, kWh for energy-import"
                + " but was \"kW\"",
            "t0.yaml:9:5 points[2].unit expected one of MW, W, kW for active-power"
                + " but it is missing",
            "t0.yaml:9:37 points[2].node expected a node id such as"
                + " \"nsu=urn:example;s=Meter.Energy\" or \"ns=2;i=7\" but was \"{path}.P\"",
            "t0.yaml:9:55 points[2].span expected no span for active-power",
            "t0.yaml:9:67 points[2].states expected no states for active-power",
            "t0.yaml:10:5 points[3].states expected a mapping from the device's numbers to states"
                + " but it is missing",
            "t0.yaml:10:48 points[3].unit expected no unit for state",
            "t0.yaml:11:17 points[4].quantity expected one of energy-import, energy-export,"
                + " energy-produced, reactive-energy, gas-volume, water-volume, air-volume, heat,"
                + " output-count, planned-energy, active-power, state, temperature, irradiance, air-flow"
                + " but was \"voltage\"",
            "t1.yaml:7:78 points[0].span expected a span that is a whole number of Wh"
                + " but was the number 5",
            "t1.yaml:8:67 points[1].scale expected more than 0 but was the number 0",
            "t1.yaml:9:25 points[1].sampling-seconds expected at least 0.1 but was the number 0.01",
            "t1.yaml:9:41 points[1].deadband expected no deadband for energy-export");
  }

  @Test
  void everyQuantityOfTheDomainCanStandInATemplate() {
    String points =
        Arrays.stream(Quantity.values()).map(DeviceTemplatesTest::point).reduce("", String::concat);

    DeviceTemplates templates =
        DeviceTemplates.of(List.of(new DataSource("t.yaml", HEAD + points)));

    assertThat(templates.all().get(0).points())
        .extracting(TemplatePoint::quantity)
        .containsExactly(Quantity.values());
  }

  private static String point(Quantity quantity) {
    String how =
        quantity == Quantity.STATE
            ? "states: { 0: IDLE }"
            : "unit: " + UnitConversion.unitsOf(quantity).get(0);
    String text = "  - { quantity: %s, node: \"ns=2;i=%d\", %s }\n";
    return String.format(text, quantity.word(), quantity.ordinal(), how);
  }

  private static List<String> faults(String... texts) {
    List<DataSource> files =
        IntStream.range(0, texts.length)
            .mapToObj(i -> new DataSource("t" + i + ".yaml", texts[i]))
            .toList();
    var wrong = catchThrowableOfType(DataFileException.class, () -> DeviceTemplates.of(files));
    return wrong.faults().stream().map(DataFault::toString).toList();
  }
}
