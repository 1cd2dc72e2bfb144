package org.zerofactory.domain.inventory;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;

/**
 * Market-based electricity of a site's month, part by part.
 *
 * @param factor of the rest or the direct line; empty for instruments, which have their own
 */
public record MarketLine(
    String site,
    YearMonth month,
    Part part,
    Energy energy,
    Optional<ChosenFactor> factor,
    Carbon carbon) {

  /** Which part. */
  public enum Part {
    /** Covered by retired instruments. */
    INSTRUMENTS,
    /** Bought over a direct line with its attributes. */
    DIRECT_LINE,
    /** Covered by nothing. */
    RESIDUAL;

    /** The word in files and answers. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
