package org.zerofactory.edge.status;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.edge.acquire.SourceStatus;
import org.zerofactory.edge.alarm.Alarm;
import org.zerofactory.hardware.SiteConfiguration;

/**
 * How the agent is doing, for people and machines.
 *
 * @param siteTime by the site's clock
 * @param sealedUntil end of the newest sealed quarter hour
 * @param lastConfirmed when the centre last answered, by the system's clock
 * @param failingSince since when it does not
 * @param storedSamples since the start
 */
public record EdgeView(
    SiteConfiguration site,
    String version,
    Path dataFolder,
    Instant siteTime,
    List<SourceStatus> sources,
    Optional<Instant> sealedUntil,
    long sequence,
    long acknowledged,
    Optional<Instant> lastConfirmed,
    Optional<Instant> failingSince,
    long storedSamples,
    long diskFreeBytes,
    List<Alarm> alarms,
    Map<String, Double> kilowatts,
    Map<String, String> states) {

  /** Blocks that the centre has not confirmed. */
  public long backlog() {
    return sequence - acknowledged;
  }

  /** Size of a database of the data folder with its write-ahead log. */
  public long bytesOf(String file) {
    return dataFolder.resolve(file).toFile().length()
        + dataFolder.resolve(file + "-wal").toFile().length();
  }
}
