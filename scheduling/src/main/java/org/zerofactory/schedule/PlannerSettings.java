package org.zerofactory.schedule;

/**
 * How long and how the planner searches.
 *
 * @param seconds processor time of the searching thread in seconds, more than 0; with a step limit
 *     whichever ends first
 * @param steps most iterations of the search, {@link Long#MAX_VALUE} for no limit; the same steps,
 *     seed and problem give the same plan on every machine
 * @param seed of all random choices
 */
public record PlannerSettings(double seconds, long steps, long seed) {

  public PlannerSettings {
    if (!(seconds > 0) || steps < 1) {
      throw new IllegalArgumentException(
          "planner: expected more than 0 seconds and at least 1 step, got %s s, %d steps"
              .formatted(seconds, steps));
    }
  }

  public static PlannerSettings ofSeconds(double seconds, long seed) {
    return new PlannerSettings(seconds, Long.MAX_VALUE, seed);
  }
}
