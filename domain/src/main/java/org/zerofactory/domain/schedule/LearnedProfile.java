package org.zerofactory.domain.schedule;

import java.util.List;
import java.util.Optional;

/**
 * What a machine takes for a product, learned from its metered runs, or why it can't be learned.
 */
public sealed interface LearnedProfile {

  /**
   * A profile.
   *
   * @param runs how many runs it rests on
   * @param minutesPerUnit length of a run by its pieces, good and scrap
   * @param minutesPerRun length of a run, whatever its pieces
   * @param isBatch whether {@code minutesPerRun} spreads less than {@code minutesPerUnit}: an oven
   *     rather than a line
   * @param leadKw power of the first whole quarter hours of a run that differ from {@code runKw}
   * @param runKw power of the second half of the runs
   * @param standbyKw power between runs, the higher of two levels or the only one
   * @param offKw the lower of two levels; empty if there is only one
   * @param setupKw power just before a run, after standing by
   * @param warmUpKw power just before a run, after being off
   * @param warmUpMinutes how long that is drawn
   * @param notes what could not be learned, and why
   */
  record Known(
      String equipment,
      String product,
      int runs,
      Learned minutesPerUnit,
      Learned minutesPerRun,
      boolean isBatch,
      List<Learned> leadKw,
      Learned runKw,
      Optional<Learned> standbyKw,
      Optional<Learned> offKw,
      Optional<Learned> setupKw,
      Optional<Learned> warmUpKw,
      Optional<Learned> warmUpMinutes,
      List<String> notes)
      implements LearnedProfile {

    public Known {
      leadKw = List.copyOf(leadKw);
      notes = List.copyOf(notes);
    }
  }

  /** Not learned. */
  record Refused(String equipment, String product, String reason) implements LearnedProfile {}
}
