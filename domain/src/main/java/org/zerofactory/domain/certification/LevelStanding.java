package org.zerofactory.domain.certification;

import java.util.List;
import java.util.Locale;

/**
 * How a site's year stands against a level.
 *
 * @param lacking ids of the criteria that it still needs
 * @param pointsLacking still needed, 0 if none
 */
public record LevelStanding(Level level, State state, List<String> lacking, long pointsLacking) {

  public LevelStanding {
    lacking = List.copyOf(lacking);
  }

  /** Whether a level is reached. */
  public enum State {
    REACHED,
    NOT_REACHED,
    /** All conditions that could be sourced hold, and they are not all that there are. */
    UNDECIDED;

    /** The word in answers. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
