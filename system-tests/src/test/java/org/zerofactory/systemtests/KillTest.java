package org.zerofactory.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.simulator.RunningSimulator;

/**
 * kill -9 of the edge and of the server during sync, 20 times each: no block is lost or doubled,
 * the chain holds, and the sums are those of the series.
 */
final class KillTest {

  private static final int KILLS = 20;
  private static final int DAYS = 150;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");
  private static final String POINT = "meter/energy-import";
  private static final int LONGEST_PAUSE_MS = 400;

  @TempDir private Path folder;
  private final Random random = new Random(41);
  private int killedDuringSync;

  @Test
  void killedTwentyTimesEachNothingIsLostOrDoubled() throws IOException {
    var site = new ReplaySite(folder, START, DAYS * 96);
    CentreProcess centre = CentreProcess.run(folder, 0);
    int port = centre.port();
    // slow enough that a kill hits a batch on its way
    try (RunningSimulator simulator = site.simulator();
        var proxy = new FaultProxy(port)) {
      proxy.set(FaultProxy.Mode.DELAY);
      Path siteFile = site.siteFile(simulator.endpoint(), proxy.port());
      EdgeProcess edge = EdgeProcess.run(siteFile);
      try {
        for (int round = 0; round < KILLS; round++) {
          long mark = waitForProgress(centre, edge, 0);
          edge.program().kill();
          edge = EdgeProcess.run(siteFile);
          waitForProgress(centre, edge, mark);
          centre.program().kill();
          centre = CentreProcess.run(folder, port);
        }
        proxy.set(FaultProxy.Mode.PASS);
        allIsThere(site, centre, edge);
      } finally {
        edge.close();
        centre.close();
      }
    }
  }

  /** Waits until the mark is above {@code after} and moving, then for a moment of chance. */
  private long waitForProgress(CentreProcess centre, EdgeProcess edge, long after) {
    long before = Math.max(after, centre.mark(ReplaySite.SITE));
    Await.until(
        "a block after " + before,
        LIMIT,
        () -> centre.mark(ReplaySite.SITE) > before,
        () -> edge.status() + "\n" + edge.program().output() + "\n" + centre.program().output());
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_PAUSE_MS)));
    long mark = centre.mark(ReplaySite.SITE);
    if (mark < edge.sequence()) {
      killedDuringSync++;
    }
    return mark;
  }

  private void allIsThere(ReplaySite site, CentreProcess centre, EdgeProcess edge)
      throws IOException {
    Await.until(
        "all blocks at the centre",
        LIMIT.multipliedBy(2),
        () ->
            edge.status().path("sealedUntil").asLong()
                    >= site.end().minus(Duration.ofHours(1)).toEpochMilli()
                && centre.mark(ReplaySite.SITE) == edge.sequence(),
        () -> edge.status() + "\n" + edge.program().output());
    List<String> sealed = site.edgeFiles().lines();
    List<String> received = centre.lines(ReplaySite.SITE);

    assertThat(killedDuringSync).as("kills with blocks on their way").isGreaterThan(KILLS);
    assertThat(received).isEqualTo(sealed);
    JournalAssert.assertChained(received);
    JournalAssert.assertAuditorAccepts(centre, ReplaySite.SITE, folder);
    var readings = JournalAssert.readings(received, POINT);
    assertThat(readings).hasSizeGreaterThanOrEqualTo(DAYS * 96 - 4);
    long sum = 0;
    for (var reading : readings.entrySet()) {
      long expected = site.wattHours(reading.getKey());
      assertThat(reading.getValue().amount()).as("%s", reading.getKey()).hasValue(expected);
      sum += expected;
    }
    assertThat(
            centre.json("/api/v1/sites/" + ReplaySite.SITE + "/years/2023").at("/totals/importWh"))
        .as("what the centre accounts")
        .hasToString(Long.toString(sum));
  }
}
