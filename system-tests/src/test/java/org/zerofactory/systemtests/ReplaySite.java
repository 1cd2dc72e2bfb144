package org.zerofactory.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.zerofactory.simulator.PlantSimulator;
import org.zerofactory.simulator.RunningSimulator;
import org.zerofactory.simulator.SimulatorOptions;

/** A site with one grid meter whose quarter hours a test knows: a made series, replayed. */
final class ReplaySite {

  static final String SITE = "replay-test";
  private static final int QUARTER_HOUR = 900;
  private static final long SEED = 20_261_123;

  private final Path folder;
  private final Instant start;
  private final List<Long> wattHours = new ArrayList<>();

  /**
   * @param start of the series, on a quarter hour
   * @param quarterHours how many
   */
  ReplaySite(Path folder, Instant start, int quarterHours) {
    this.folder = folder;
    this.start = start;
    Random random = new Random(SEED);
    List<String> rows = new ArrayList<>(List.of("end,Wh"));
    for (int quarter = 1; quarter <= quarterHours; quarter++) {
      long amount = random.nextInt(1, 250_000);
      wattHours.add(amount);
      rows.add(start.plusSeconds((long) quarter * QUARTER_HOUR) + "," + amount);
    }
    try {
      Files.write(folder.resolve("series.csv"), rows);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  Instant end() {
    return start.plusSeconds((long) wattHours.size() * QUARTER_HOUR);
  }

  /** What the series says of the quarter hour that begins at an instant. */
  long wattHours(Instant quarterHour) {
    return wattHours.get(
        Math.toIntExact((quarterHour.getEpochSecond() - start.getEpochSecond()) / QUARTER_HOUR));
  }

  /** The simulator, its clock at the end of the series: all of it is history. */
  RunningSimulator simulator() {
    return PlantSimulator.start(
        SimulatorOptions.in(folder.resolve("simulator"))
            .withAddress("127.0.0.1", 0)
            .withTime(Optional.empty(), start)
            .withReplays(
                false,
                List.of(
                    "file=%s,device=meter,column=Wh,unit=Wh,timestamp=end"
                        .formatted(folder.resolve("series.csv")))));
  }

  /** A site file that reads the simulator's meter and sends to a centre on loopback. */
  Path siteFile(String endpoint, int centrePort) {
    try {
      return Files.writeString(
          folder.resolve("site.yaml"),
          """
          site: %s
          name: Replay
          zone: UTC
          region: { country: CN, grid: central }
          simulated: true
          clock: source
          data: data
          history-from: %s
          centre: { url: "http://localhost:%d" }
          status-page: { port: 0 }
          sources:
            - { id: plant, endpoint: "%s", security: None }
          devices:
            - { id: meter, name: Meter, template: simulator-replay-meter, source: plant, role: grid, parameters: { path: meter } }
          """
              .formatted(SITE, start, centrePort, endpoint));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  EdgeFiles edgeFiles() {
    return new EdgeFiles(folder.resolve("data"));
  }
}
