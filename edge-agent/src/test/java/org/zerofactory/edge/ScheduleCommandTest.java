package org.zerofactory.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.domain.schedule.ProductionPlan;
import org.zerofactory.domain.schedule.ProductionPlanJson;

/** The demo plant's files, a day of orders, and the sun of a clear day. */
class ScheduleCommandTest {

  private static final Path FILES = Path.of("..", "hardware-configs");
  private static final Instant MIDNIGHT = Instant.parse("2026-06-07T16:00:00Z");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeForecasts() throws IOException {
    StringBuilder sun = new StringBuilder("time,p10,p50,p90\n");
    StringBuilder load = new StringBuilder("time,p50\n");
    for (int quarter = 0; quarter < 96; quarter++) {
      Instant time = MIDNIGHT.plusSeconds(900L * quarter);
      double shine = Math.max(0, 1 - Math.abs(quarter - 49) / 25.0);
      sun.append("%s,%.1f,%.1f,%.1f%n".formatted(time, 2000 * shine, 4000 * shine, 4500 * shine));
      load.append(time + ",500\n");
    }
    Files.writeString(folder.resolve("pv.csv"), sun);
    Files.writeString(folder.resolve("load.csv"), load);
  }

  @Test
  void aPlanUnderTheSunTakesLessFromTheGridThanOrdersAsTheyCome() throws IOException {
    orders(
        """
        order,product,quantity,due
        W-1,laptop-14,9600,2026-06-09T00:00:00
        W-2,mainboard-a,4000,2026-06-09T00:00:00
        """);

    int code = schedule("--json");

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    JsonNode json = JsonMapper.builder().build().readTree(out.toString());
    ProductionPlan plan = ProductionPlanJson.read(json.get("plan").toString());
    ProductionPlan reference = ProductionPlanJson.read(json.get("reference").toString());
    assertThat(plan.operations()).hasSize(3);
    assertThat(plan.expected().importWh()).isLessThan(reference.expected().importWh());
    assertThat(plan.expected().co2Grams()).isLessThan(reference.expected().co2Grams());
    assertThat(plan.littleSun().importWh()).isGreaterThan(plan.expected().importWh());
    assertThat(breaks(json)).isEmpty();
  }

  @Test
  void theTableShowsPlanAndReferenceAndAnOrderThatCannotFit() throws IOException {
    orders(
        """
        order,product,quantity,due,firm
        W-1,laptop-14,4800,2026-06-09T00:00:00,no
        W-2,laptop-16,4800,2026-06-08T03:00:00,yes
        """);

    int code = schedule();

    assertThat(code).isEqualTo(ScheduleCommand.INCOMPLETE);
    assertThat(out.toString())
        .contains("W-1/1 burn-in", "from the grid, kWh", "If the sun gives only its P10")
        .contains("Cannot fit: order W-2 can end at 2026-06-07T21:00:00Z at the earliest")
        .contains("(firm-due, 120 min too much)");
  }

  @Test
  void thePlanInForceIsKeptWhereItRuns() throws IOException {
    orders("order,product,quantity,due\nW-1,laptop-14,4800,2026-06-09T00:00:00\n");
    String plan =
        """
        {"currency":"CNY","dispatches":[],"expected":%1$s,"from":%2$d,"late":[],"littleSun":%1$s,
         "madeAt":%2$d,"operations":[{"end":%4$d,"equipment":"burn-in-2","lot":1,"mode":"normal",
         "order":"W-1","segment":"burn-in","setupStart":%3$d,"start":%3$d,"units":4800}],
         "profile":"balanced","roundedUpSeconds":0,"site":"wuhan-demo","to":%4$d,"unplaceable":[],
         "version":1}
        """
            .formatted(
                """
                {"co2Grams":0,"curtailedWh":0,"energyMicros":0,"exportWh":0,"importWh":0,
                 "modeMicros":0,"overLimitW":0,"peakMicros":0,"peakW":0,"plannedWh":0,
                 "tardinessMicros":0}""",
                MIDNIGHT.minusSeconds(7_200).getEpochSecond(),
                MIDNIGHT.minusSeconds(3_600).getEpochSecond(),
                MIDNIGHT.plusSeconds(14_400).getEpochSecond());
    Path previous = Files.writeString(folder.resolve("plan.json"), plan);

    int code = schedule("--previous", previous.toString());

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(out.toString()).contains("06-07 23:00  06-08 04:00          burn-in-2");
  }

  @Test
  void faultsOfOrdersAreToldByRowAndColumnWithTheFile() throws IOException {
    orders("order,product,quantity,due\nW-1,laptop-15,-2,soon\n");

    int code = schedule();

    assertThat(code).isEqualTo(ExitCodes.CONFIG_INVALID);
    assertThat(err.toString().lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).startsWith("zerofactory schedule: row 2, "))
        .allSatisfy(line -> assertThat(line).contains("(orders.csv)"));
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aForecastThatEndsTooEarlyIsNamed() throws IOException {
    orders("order,product,quantity,due\nW-1,laptop-14,4800,2026-06-09T00:00:00\n");

    int code = schedule("--days", "2");

    assertThat(code).isEqualTo(ExitCodes.CONFIG_INVALID);
    assertThat(err.toString())
        .contains("energy sun, quarterHours: expected values from 2026-06-07T16:00:00Z to")
        .contains("energy load, quarterHours");
  }

  @Test
  void anUnknownProfileIsWrongUsage() throws IOException {
    orders("order,product,quantity,due\nW-1,laptop-14,4800,2026-06-09T00:00:00\n");

    int code = schedule("--profile", "greenest");

    assertThat(code).isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString())
        .contains("--profile: expected one of balanced, least-carbon, least-cost, on-time");
  }

  private void orders(String csv) throws IOException {
    Files.writeString(folder.resolve("orders.csv"), csv);
  }

  private int schedule(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "schedule",
                "--site=" + FILES.resolve("sites/wuhan-demo.yaml"),
                "--plant=" + FILES.resolve("plants/wuhan-demo.plant.yaml"),
                "--orders=" + folder.resolve("orders.csv"),
                "--from=2026-06-08",
                "--pv-forecast=" + folder.resolve("pv.csv"),
                "--load-forecast=" + folder.resolve("load.csv"),
                "--seconds=0.5"));
    if (!List.of(more).contains("--days")) {
      arguments.add("--days=1");
    }
    arguments.addAll(List.of(more));
    return EdgeCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(String[]::new));
  }

  private static List<String> breaks(JsonNode json) throws IOException {
    String schema = Files.readString(Path.of("..", "docs", "production-plan.schema.json"));
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(schema)
        .validate(json)
        .stream()
        .map(Object::toString)
        .toList();
  }
}
