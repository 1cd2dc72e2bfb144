package org.zerofactory.domain.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.SiteDescription;

/** The content of a block. */
public sealed interface Payload {

  /** The word of the block that carries it. */
  BlockKind kind();

  /**
   * The site, its agent's key and epoch, from this block on.
   *
   * @param epoch 1 for the first agent, one more after every replacement
   * @param key raw 32-byte Ed25519 public key of the agent
   */
  record Site(long epoch, VerificationKey key, SiteDescription description) implements Payload {
    @Override
    public BlockKind kind() {
      return BlockKind.SITE;
    }
  }

  /** What one point counted in the block's interval. */
  record Reading(String point, IntervalReading value) {}

  /**
   * How long a machine was in a state during the block's interval.
   *
   * @param seconds 1 to 900
   */
  record StateTime(String machine, String state, long seconds) {}

  /** One sealed quarter hour. */
  record Readings(List<Reading> readings, List<StateTime> states) implements Payload {
    public Readings {
      readings = List.copyOf(readings);
      states = List.copyOf(states);
    }

    @Override
    public BlockKind kind() {
      return BlockKind.INTERVAL;
    }
  }

  /** A reading that replaces the one sealed for the quarter hour that begins at the instant. */
  record Replacement(Instant start, String point, IntervalReading value) {}

  /**
   * Corrects earlier readings; nothing is edited.
   *
   * @param reason {@code gap-closed}, {@code history}, {@code manual}, ...
   * @param author {@code agent} or a person's pseudonymous id
   */
  record Correction(String reason, String author, List<Replacement> readings) implements Payload {
    public Correction {
      readings = List.copyOf(readings);
    }

    @Override
    public BlockKind kind() {
      return BlockKind.CORRECTION;
    }
  }

  /**
   * Something that happened to the agent or its devices.
   *
   * @param event {@code clock-step}, {@code source-offline}, ...
   * @param subject point, device or source
   * @param detail free fields, texts or integers
   */
  record Event(String event, Instant at, String subject, Map<String, Json> detail)
      implements Payload {
    public Event {
      detail = Map.copyOf(detail);
    }

    @Override
    public BlockKind kind() {
      return BlockKind.EVENT;
    }
  }
}
