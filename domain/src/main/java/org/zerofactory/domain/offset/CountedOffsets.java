package org.zerofactory.domain.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.zerofactory.domain.quantity.Carbon;

/**
 * Which credits of a site's year may be counted, and why others not. They are counted only when
 * retired with evidence, and only after own reductions.
 *
 * <p>Source: ISO 14068-1:2023 (order of steps as public summaries give it, clauses not read):
 * reductions in the value chain before offsets.
 *
 * @param lines every live entry of the year
 * @param counted kilograms of those that count
 * @param removal kilograms of those that count and are removals
 * @param registered kilograms of all of them
 */
public record CountedOffsets(List<Line> lines, long counted, long removal, long registered) {

  /** An entry and why it does not count; empty if it does. */
  public record Line(OffsetEntry entry, Optional<Refusal> refusal) {}

  /** Why credits are not counted. */
  public enum Refusal {
    NOT_RETIRED,
    /** The retirement statement is not among the stored documents. */
    NO_EVIDENCE,
    /** No own reduction is known, or it is a loss. */
    NO_OWN_REDUCTIONS,
    /** The same serials are used elsewhere as well. */
    SERIALS_USED_TWICE;

    /** The word in answers. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  public CountedOffsets {
    lines = List.copyOf(lines);
  }

  /**
   * Judges the year's entries.
   *
   * @param entries of the site and year; withdrawn ones are left out
   * @param ownReductions what the site itself saved; empty if not known
   * @param isStored whether a document of this SHA-256 is stored
   * @param isUsedTwice whether serials are used elsewhere as well
   */
  public static CountedOffsets of(
      List<OffsetEntry> entries,
      Optional<Carbon> ownReductions,
      Predicate<String> isStored,
      Predicate<SerialRange> isUsedTwice) {
    boolean hasReduced = ownReductions.filter(own -> own.micrograms() > 0).isPresent();
    List<Line> lines = new ArrayList<>();
    long counted = 0;
    long removal = 0;
    long registered = 0;
    for (OffsetEntry entry : entries) {
      if (!entry.isLive()) {
        continue;
      }
      OffsetCredit credit = entry.credit();
      Optional<Refusal> refusal =
          isUsedTwice.test(credit.serials())
              ? Optional.of(Refusal.SERIALS_USED_TWICE)
              : refusal(entry, hasReduced, isStored);
      lines.add(new Line(entry, refusal));
      registered = Math.addExact(registered, credit.kilograms());
      if (refusal.isEmpty()) {
        counted = Math.addExact(counted, credit.kilograms());
        removal =
            credit.kind() == CreditKind.REMOVAL
                ? Math.addExact(removal, credit.kilograms())
                : removal;
      }
    }
    return new CountedOffsets(lines, counted, removal, registered);
  }

  public long refused() {
    return lines.stream().filter(line -> line.refusal().isPresent()).count();
  }

  private static Optional<Refusal> refusal(
      OffsetEntry entry, boolean hasReduced, Predicate<String> isStored) {
    if (entry.retirement().isEmpty()) {
      return Optional.of(Refusal.NOT_RETIRED);
    }
    if (!isStored.test(entry.retirement().get().document())) {
      return Optional.of(Refusal.NO_EVIDENCE);
    }
    return hasReduced ? Optional.empty() : Optional.of(Refusal.NO_OWN_REDUCTIONS);
  }
}
