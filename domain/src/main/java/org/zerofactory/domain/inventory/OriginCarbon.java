package org.zerofactory.domain.inventory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.zerofactory.domain.quantity.Carbon;

/** CO2e by where the amounts behind it come from; the three add up to the whole. */
public record OriginCarbon(Carbon measured, Carbon estimated, Carbon entered) {

  public static final OriginCarbon NONE = new OriginCarbon(Carbon.ZERO, Carbon.ZERO, Carbon.ZERO);

  public OriginCarbon plus(OriginCarbon other) {
    return new OriginCarbon(
        measured.plus(other.measured),
        estimated.plus(other.estimated),
        entered.plus(other.entered));
  }

  public Carbon of(Origin origin) {
    return switch (origin) {
      case MEASURED -> measured;
      case ESTIMATED -> estimated;
      case ENTERED -> entered;
    };
  }

  public Carbon sum() {
    return measured.plus(estimated).plus(entered);
  }

  /** Share of an origin with six decimals, half-even; empty if there is nothing to share. */
  public Optional<BigDecimal> share(Origin origin) {
    long sum = sum().micrograms();
    return sum == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(of(origin).micrograms())
                .divide(BigDecimal.valueOf(sum), 6, RoundingMode.HALF_EVEN));
  }
}
