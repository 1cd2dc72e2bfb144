package org.zerofactory.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.datafile.Utf8Text;
import org.zerofactory.datafile.table.RowFault;
import org.zerofactory.datafile.table.RowFaultsException;
import org.zerofactory.domain.forecast.Forecast;
import org.zerofactory.domain.journal.JsonFields;
import org.zerofactory.domain.journal.JsonFormatException;
import org.zerofactory.domain.journal.JsonParser;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.schedule.PlannedOperation;
import org.zerofactory.domain.schedule.PlanningProfile;
import org.zerofactory.domain.schedule.PlantModel;
import org.zerofactory.domain.schedule.ProductionOrder;
import org.zerofactory.domain.schedule.ProductionPlanJson;
import org.zerofactory.hardware.DeviceConfiguration;
import org.zerofactory.hardware.PlantConfiguration;
import org.zerofactory.hardware.PlantFile;
import org.zerofactory.hardware.SiteConfiguration;
import org.zerofactory.schedule.orders.ForecastTable;
import org.zerofactory.schedule.orders.JobOrderJson;
import org.zerofactory.schedule.orders.OrderTable;
import org.zerofactory.schedule.orders.PlanningTask;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The files of {@code schedule} as one planning task. */
final class ScheduleInputs {

  private static final int LARGEST_FILE = 8 << 20;

  @Option(
      names = "--site",
      required = true,
      paramLabel = "<site.yaml>",
      description = "site file (docs/formats.md, section 4)")
  private Path site = Path.of("site.yaml");

  @Option(
      names = "--plant",
      required = true,
      paramLabel = "<plant.yaml>",
      description = "plant file (docs/formats.md, section 16)")
  private Path plant = Path.of("plant.yaml");

  @Option(
      names = "--orders",
      required = true,
      paramLabel = "<file>",
      description = "orders: .csv, .xlsx or .json (docs/formats.md, section 17)")
  private Path orders = Path.of("orders.csv");

  @Option(
      names = "--from",
      required = true,
      paramLabel = "<time>",
      description = "a local day, or a quarter hour with offset")
  private String from = "";

  @Option(
      names = "--days",
      paramLabel = "<n>",
      defaultValue = "3",
      description = "length of the plan, 1 to 28 (default: 3)")
  private int days = 3;

  @Option(
      names = "--pv-forecast",
      paramLabel = "<file>",
      description = "sun in kW: time,p10,p50,p90 (default: none is expected)")
  private @Nullable Path pvForecast;

  @Option(
      names = "--load-forecast",
      paramLabel = "<file>",
      description = "what is not planned, in kW: time,p50 (default: none is expected)")
  private @Nullable Path loadForecast;

  @Option(
      names = "--profile",
      paramLabel = "<name>",
      description = "weights of the plant file (default: its first profile)")
  private @Nullable String profile;

  @Option(
      names = "--tariffs",
      paramLabel = "<folder>",
      description = "folder of tariffs, instead of those that come with the program")
  private @Nullable Path tariffs;

  @Option(
      names = "--previous",
      paramLabel = "<plan.json>",
      description = "the plan in force: what runs stays, what begins soon moves for a gain only")
  private @Nullable Path previous;

  @Mixin private FolderOptions folders = new FolderOptions();

  /**
   * @throws DataFileException if the site or plant file is wrong
   * @throws RowFaultsException if orders or forecasts are
   */
  PlanningTask task(CommandLine command) {
    SiteConfiguration siteFile = folders.site(site);
    PlantConfiguration plantFile = PlantFile.read(plant);
    PlantModel model = plantFile.plant();
    checkSite(siteFile, model);
    Interval horizon = horizon(command, model.zone());
    PlanningProfile chosen =
        profile == null
            ? model.profiles().get(0)
            : model
                .profile(profile)
                .orElseThrow(
                    () ->
                        wrong(
                            command,
                            "--profile",
                            model.profiles().stream()
                                .map(PlanningProfile::name)
                                .collect(Collectors.joining(", ", "one of ", "")),
                            profile));
    return new PlanningTask(
        model,
        orders(model, horizon.start()),
        horizon,
        forecast(pvForecast, "pv", horizon.start()),
        forecast(loadForecast, "load", horizon.start()),
        EnergyPrices.of(plantFile.energy(), Optional.ofNullable(tariffs), horizon),
        chosen,
        inForce());
  }

  /** Machines are named as in the site file, so that their meters are known. */
  private void checkSite(SiteConfiguration siteFile, PlantModel model) {
    List<DataFault> faults = new ArrayList<>();
    String file = plant.toString();
    if (!model.site().equals(siteFile.id()) || !model.zone().equals(siteFile.zone())) {
      faults.add(
          DataFault.ofFile(
              file,
              "expected site %s in %s as in %s but was %s in %s"
                  .formatted(siteFile.id(), siteFile.zone(), site, model.site(), model.zone())));
    }
    Set<String> devices =
        siteFile.devices().stream().map(DeviceConfiguration::id).collect(Collectors.toSet());
    model.equipment().stream()
        .filter(unit -> !devices.contains(unit.id()))
        .forEach(
            unit ->
                faults.add(
                    DataFault.ofFile(
                        file,
                        "equipment %s: expected a device of %s but there is none of this name"
                            .formatted(unit.id(), site))));
    if (!faults.isEmpty()) {
      throw new DataFileException(faults);
    }
  }

  private Interval horizon(CommandLine command, ZoneId zone) {
    if (days < 1 || days > PlanningTask.LONGEST.toDays()) {
      throw wrong(command, "--days", "1 to 28", String.valueOf(days));
    }
    try {
      LocalDate day = LocalDate.parse(from);
      return new Interval(
          day.atStartOfDay(zone).toInstant(), day.plusDays(days).atStartOfDay(zone).toInstant());
    } catch (DateTimeException noDay) {
      try {
        Instant start = OffsetDateTime.parse(from).toInstant();
        return new Interval(start, start.atZone(zone).plusDays(days).toInstant());
      } catch (DateTimeException malformed) {
        throw wrong(
            command, "--from", "a day such as 2026-06-30 or 2026-06-30T08:15:00+08:00", from);
      }
    }
  }

  private static CommandLine.ParameterException wrong(
      CommandLine command, String option, String expected, @Nullable String found) {
    return new CommandLine.ParameterException(
        command, option + ": expected " + expected + ", found \"" + found + "\"");
  }

  private List<ProductionOrder> orders(PlantModel model, Instant release) {
    byte[] bytes = bytes(orders);
    String name = orders.toString().toLowerCase(Locale.ROOT);
    return inFile(
        orders,
        () -> {
          if (name.endsWith(".xlsx")) {
            return OrderTable.xlsx(bytes, model, release);
          }
          return name.endsWith(".json")
              ? JobOrderJson.read(bytes, model, release)
              : OrderTable.csv(bytes, model, release);
        });
  }

  private static Optional<Forecast> forecast(@Nullable Path file, String subject, Instant madeAt) {
    return file == null
        ? Optional.empty()
        : Optional.of(inFile(file, () -> ForecastTable.csv(bytes(file), subject, madeAt)));
  }

  private List<PlannedOperation> inForce() {
    if (previous == null) {
      return List.of();
    }
    try {
      JsonFields json = JsonFields.of("plan", JsonParser.parse(Utf8Text.of(bytes(previous))));
      return ProductionPlanJson.read(json.has("plan") ? json.object("plan") : json).operations();
    } catch (JsonFormatException | CharacterCodingException wrong) {
      throw new DataFileException(
          List.of(DataFault.ofFile(previous.toString(), "expected a plan: " + wrong.getMessage())));
    }
  }

  /** Faults by row say which file they are in. */
  private static <T> T inFile(Path file, java.util.function.Supplier<T> read) {
    try {
      return read.get();
    } catch (RowFaultsException wrong) {
      throw new RowFaultsException(
          wrong.faults().stream()
              .map(
                  of ->
                      new RowFault(
                          of.row(),
                          of.column(),
                          of.value(),
                          of.expected() + " (" + file.getFileName() + ")"))
              .toList());
    }
  }

  private static byte[] bytes(Path file) {
    try (var stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(LARGEST_FILE + 1);
      if (bytes.length > LARGEST_FILE) {
        throw new DataFileException(
            List.of(
                DataFault.ofFile(
                    file.toString(), "expected at most 8 MiB but the file is larger")));
      }
      return bytes;
    } catch (NoSuchFileException missing) {
      throw new DataFileException(
          List.of(DataFault.ofFile(file.toString(), "expected a file, but there is none")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }
}
