package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a CSV file on the command line to a factor that the server answers with. */
class ImportFactorsCommandTest {

  private static final List<String> OPTIONS =
      List.of(
          "--set", "xx-grid",
          "--edition", "agency-2025",
          "--title", "Electricity",
          "--publisher", "An agency",
          "--document", "A report",
          "--published", "2025-04",
          "--use", "location-based",
          "--gas-basis", "CO2e",
          "--boundary", "generation",
          "--unit", "g/kWh",
          "--zone", "Europe/Berlin");

  @TempDir Path folder;

  @Test
  void anImportedSetIsServed() throws IOException {
    Path csv =
        Files.writeString(
            folder.resolve("in.csv"),
            "id,series,region,data-year,value,place\nxx-1,xx-average,DE,2024,363.5,table 1\n");

    Output output = run(csv, List.of());

    assertThat(output.code()).as(output.text()).isZero();
    assertThat(output.text()).contains("xx-grid.yaml: 1 factor, version ");
    ServerOptions options = ServerOptions.in(folder.resolve("data")).withPort(0);
    try (var client =
        new HttpFixture(CentralServer.start(options.withFactors(folder.resolve("out"))))) {
      JsonNode factor = client.json("/api/v1/factors/xx-1");
      assertThat(factor.at("/gases/0/microgramsPerUnit").asText()).isEqualTo("363500");
      assertThat(factor.path("verification").asText()).isEqualTo("unverified");
      assertThat(factor.path("set").asText()).isEqualTo("xx-grid");
      assertThat(output.text()).contains(factor.path("setVersion").asText());
      assertThat(client.json("/api/v1/factors?region=DE&year=2024").path("total").asInt())
          .isEqualTo(1);
      assertThat(client.json("/api/v1/factors").path("factors")).hasSizeGreaterThan(200);
    }
  }

  @Test
  void anHourlyFileNamesItsMissingHours() throws IOException {
    Path csv =
        Files.writeString(
            folder.resolve("in.csv"), "t,g\n2023-03-01T00:00Z,100.5\n2023-03-01T02:00Z,90\n");

    Output output =
        run(
            csv,
            List.of(
                "--time-column",
                "t",
                "--value-column",
                "g",
                "--series",
                "xx-hourly",
                "--region",
                "DE"));

    assertThat(output.code()).as(output.text()).isZero();
    assertThat(output.text())
        .contains("2 factors")
        .contains("1 hour has no value and is refused in use: 2023-03-01T01:00:00Z");
  }

  @Test
  void aFaultIsToldByRowAndColumn() throws IOException {
    Path csv =
        Files.writeString(
            folder.resolve("in.csv"),
            "id,series,region,data-year,value,place\nxx-1,xx-average,DE,2024,\"363,5\",table 1\n");

    Output output = run(csv, List.of());

    assertThat(output.code()).isEqualTo(CentralServer.CONFIGURATION_INVALID);
    assertThat(output.text())
        .contains("in.csv:2:5 value expected a number in quotes such as \"0.5568\" but was");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private record Output(int code, String text) {}

  private Output run(Path csv, List<String> more) {
    List<String> arguments = new ArrayList<>(List.of("import-factors", csv.toString()));
    arguments.addAll(OPTIONS);
    arguments.addAll(List.of("--out", folder.resolve("out").toString()));
    arguments.addAll(more);
    StringWriter text = new StringWriter();
    var command = CentralServer.commandLine().setErr(new PrintWriter(text, true));
    int code = command.execute(arguments.toArray(String[]::new));
    return new Output(code, text.toString());
  }
}
