package org.zerofactory.domain.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.QuarterHours;

/** The rules of a payload that its types alone do not hold (docs/formats.md, section 2). */
final class BlockSchema {

  /** No quarter hour lies outside: an agent whose clock stands in 1970 must not seal. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /** 10 GWh in a quarter hour: beyond any site, and a year of it stays inside a 64-bit sum. */
  private static final long MAX_AMOUNT = 10_000_000_000L;

  private BlockSchema() {}

  /**
   * @throws BrokenBlockException naming the block and what was expected
   */
  static void check(Block block) {
    if (block.payload() instanceof Payload.Readings readings) {
      block.interval().ifPresent(interval -> checkQuarter(block, interval.start()));
      if (!block.interval().orElseThrow().length().equals(Duration.ofMinutes(15))) {
        throw broken(block, "expected an interval of 15 minutes, found " + block.interval().get());
      }
      checkReadings(block, readings.readings());
      checkStates(block, readings.states());
    } else if (block.payload() instanceof Payload.Correction correction) {
      checkReplacements(block, correction.readings());
    } else if (block.payload() instanceof Payload.Site site
        && !site.description().id().equals(block.site())) {
      throw broken(
          block,
          "expected the description of " + block.site() + ", found " + site.description().id());
    }
  }

  private static void checkReadings(Block block, List<Payload.Reading> readings) {
    String before = "";
    for (Payload.Reading reading : readings) {
      if (reading.point().compareTo(before) <= 0) {
        throw broken(
            block,
            "expected points once and in order, found \""
                + reading.point()
                + "\" after \""
                + before
                + "\"");
      }
      before = reading.point();
      checkValue(block, reading.point(), reading.value());
    }
  }

  private static void checkStates(Block block, List<Payload.StateTime> states) {
    String before = "";
    for (Payload.StateTime state : states) {
      String key = state.machine() + "\u0000" + state.state();
      if (key.compareTo(before) <= 0) {
        throw broken(
            block,
            "expected states once and in order, found "
                + state.machine()
                + " "
                + state.state()
                + " out of it");
      }
      before = key;
      if (state.seconds() < 1 || state.seconds() > QuarterHours.SECONDS) {
        throw broken(
            block,
            "expected 1 to 900 s of "
                + state.machine()
                + " "
                + state.state()
                + ", found "
                + state.seconds());
      }
    }
  }

  private static void checkReplacements(Block block, List<Payload.Replacement> replacements) {
    Set<String> seen = new HashSet<>();
    for (Payload.Replacement replacement : replacements) {
      checkQuarter(block, replacement.start());
      checkValue(block, replacement.point(), replacement.value());
      if (!seen.add(replacement.start().getEpochSecond() + " " + replacement.point())) {
        throw broken(
            block,
            "expected each reading replaced once, found "
                + replacement.point()
                + " at "
                + replacement.start()
                + " twice");
      }
    }
  }

  private static void checkQuarter(Block block, Instant start) {
    if (Math.floorMod(start.getEpochSecond(), QuarterHours.SECONDS) != 0) {
      throw broken(block, "expected an interval that begins on a quarter hour, found " + start);
    }
    if (start.isBefore(EARLIEST) || !start.isBefore(LATEST)) {
      throw broken(
          block, "expected a quarter hour from " + EARLIEST + " to " + LATEST + ", found " + start);
    }
  }

  private static void checkValue(Block block, String point, IntervalReading value) {
    if (point.isEmpty() || point.length() > 200) {
      throw broken(block, "expected a point id of 1 to 200 letters, found " + point.length());
    }
    long amount = value.amount().orElse(0);
    if (amount < 0 || amount > MAX_AMOUNT) {
      throw broken(
          block, "expected an amount of 0 to " + MAX_AMOUNT + " at " + point + ", found " + amount);
    }
  }

  private static BrokenBlockException broken(Block block, String problem) {
    return new BrokenBlockException(block.sequence(), "block " + block.sequence() + ": " + problem);
  }
}
