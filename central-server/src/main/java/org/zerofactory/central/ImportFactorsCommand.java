package org.zerofactory.central;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zerofactory.rules.FactorImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a checked factor set of a CSV file, or says by row and column what is wrong with it. */
@Command(
    name = "import-factors",
    description = "Makes a checked factor set of a CSV file.",
    mixinStandardHelpOptions = true)
final class ImportFactorsCommand implements Callable<Integer> {

  private static final int MOST_HOURS_SHOWN = 10;

  @Parameters(paramLabel = "FILE.csv", description = "first line: names of the columns")
  private Path csv = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "folder for the set; give it to the server as --factors")
  private Path folder = Path.of("");

  @Option(names = "--set", required = true, description = "id of the set, and name of its file")
  private String set = "";

  @Option(names = "--edition", required = true, description = "such as agency-2026-01")
  private String edition = "";

  @Option(names = "--title", required = true, description = "what the set is, in words")
  private String title = "";

  @Option(names = "--publisher", required = true, description = "who published the document")
  private String publisher = "";

  @Option(names = "--document", required = true, description = "title of the document")
  private String document = "";

  @Option(names = "--published", required = true, description = "date such as 2026-01")
  private String published = "";

  @Option(
      names = "--verification",
      description = "original, two-sources, one-source or unverified (default: unverified)")
  private String verification = "unverified";

  @Option(names = "--place", description = "table or page of all values")
  private @Nullable String place;

  @Option(names = "--use", description = "what the factors are for, such as location-based")
  private @Nullable String use;

  @Option(names = "--region", description = "such as CN, CN-HB, US-CAMX or world")
  private @Nullable String region;

  @Option(names = "--data-year", description = "the year that the factors describe")
  private @Nullable String dataYear;

  @Option(names = "--validity", description = "always: for defaults without a year")
  private @Nullable String validity;

  @Option(names = "--from", description = "first day of validity, instead of the data year")
  private @Nullable String from;

  @Option(names = "--to", description = "day after the last of validity")
  private @Nullable String to;

  @Option(names = "--zone", description = "time zone of days and years, such as Asia/Shanghai")
  private @Nullable String zone;

  @Option(names = "--unit", description = "such as kg/kWh or g/kWh")
  private @Nullable String unit;

  @Option(names = "--gas-basis", description = "CO2 or CO2e")
  private @Nullable String gasBasis;

  @Option(names = "--boundary", description = "such as generation, combustion or life-cycle")
  private @Nullable String boundary;

  @Option(names = "--note", description = "what users of the factors must know")
  private @Nullable String note;

  @Option(names = "--series", description = "id of the series, for an hourly file")
  private @Nullable String series;

  @Option(
      names = "--time-column",
      paramLabel = "COLUMN",
      description = "column with the start of each hour; makes it an hourly file")
  private @Nullable String timeColumn;

  @Option(
      names = "--value-column",
      paramLabel = "COLUMN",
      description = "column with the numbers (default: value)")
  private String valueColumn = "value";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    FactorImport.Result result =
        FactorImport.run(
            csv,
            new FactorImport.Request(settings(), Optional.ofNullable(timeColumn), valueColumn),
            folder);
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    int count = result.set().factors().size();
    err.println(
        result.file()
            + ": "
            + count
            + (count == 1 ? " factor, version " : " factors, version ")
            + result.set().version());
    List<String> missing = result.missingHours();
    if (!missing.isEmpty()) {
      err.println(
          missing.size()
              + (missing.size() == 1
                  ? " hour has no value and is refused in use: "
                  : " hours have no value and are refused in use: ")
              + String.join(", ", missing.stream().limit(MOST_HOURS_SHOWN).toList())
              + (missing.size() > MOST_HOURS_SHOWN ? ", ..." : ""));
    }
    return CentralServer.OK;
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("set", set);
    settings.put("edition", edition);
    settings.put("title", title);
    settings.put("publisher", publisher);
    settings.put("document", document);
    settings.put("published", published);
    settings.put("verification", verification);
    put(settings, "place", place);
    put(settings, "use", use);
    put(settings, "region", region);
    put(settings, "data-year", dataYear);
    put(settings, "validity", validity);
    put(settings, "from", from);
    put(settings, "to", to);
    put(settings, "zone", zone);
    put(settings, "unit", unit);
    put(settings, "gas-basis", gasBasis);
    put(settings, "boundary", boundary);
    put(settings, "note", note);
    put(settings, "series", series);
    return settings;
  }

  private static void put(Map<String, String> settings, String key, @Nullable String value) {
    if (value != null) {
      settings.put(key, value);
    }
  }
}
