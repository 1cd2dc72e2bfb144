package org.zerofactory.domain.inventory;

import static org.zerofactory.domain.inventory.InventoryTestData.AR5;
import static org.zerofactory.domain.inventory.InventoryTestData.always;
import static org.zerofactory.domain.inventory.InventoryTestData.amount;
import static org.zerofactory.domain.inventory.InventoryTestData.entry;
import static org.zerofactory.domain.inventory.InventoryTestData.factor;
import static org.zerofactory.domain.inventory.InventoryTestData.grid;
import static org.zerofactory.domain.inventory.InventoryTestData.input;
import static org.zerofactory.domain.inventory.InventoryTestData.power;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.zerofactory.domain.factor.FactorKey.Boundary;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.quantity.Ratio;
import org.zerofactory.domain.quantity.Unit;

/**
 * The synthetic factory HB-REF of standards.json: invented, its size chosen to match public totals.
 */
public final class ReferenceFactory {

  private static final Ratio CO2_PER_CARBON = Ratio.of(44, 12);

  private ReferenceFactory() {}

  static MarketCover cover(String sold) {
    return new MarketCover(
        InventoryTestData.SITE,
        YearMonth.of(2022, 6),
        new Energy(20_000_000_000L),
        Carbon.ZERO,
        new Energy(amount(sold, Unit.MEGAWATT_HOUR).value()));
  }

  /** The factory with its published factors, green power and heat. */
  public static Inventory inventory(
      String grid, Optional<String> residual, String soldMegawattHours) {
    Map<String, String> residuals =
        residual.isPresent() ? Map.of(InventoryTestData.SITE, "residual") : Map.of();
    return Inventory.of(
        input(
            InventoryRules.ghgProtocol(AR5, residuals),
            List.of(
                power("2022-06", Flow.USED, "52084.8"),
                power("2022-06", Flow.EXPORTED, "244.8"),
                power("2022-06", Flow.OWN_GENERATION, "7915.2")),
            List.of(
                entry(
                    "gas",
                    SourceCategory.STATIONARY_COMBUSTION,
                    "2022-01-01",
                    "2022-02-01", // one month, so one rounding
                    amount("30", Unit.TEN_THOUSAND_NORMAL_CUBIC_METRES),
                    "cn-gas"),
                entry(
                    "diesel",
                    SourceCategory.MOBILE_COMBUSTION,
                    "2022-03-01",
                    "2022-04-01",
                    amount("12", Unit.TONNE),
                    "cn-diesel"),
                entry(
                    "chiller",
                    SourceCategory.FUGITIVE,
                    "2022-07-01",
                    "2022-07-02",
                    amount("60", Unit.KILOGRAM),
                    "r-410a"),
                entry(
                    "heat",
                    SourceCategory.HEAT,
                    "2022-01-01",
                    "2023-01-01",
                    amount("5000", Unit.GIGAJOULE),
                    "cn-heat")),
            List.of(cover(soldMegawattHours))),
        factors(grid, residual.orElse("0")));
  }

  private static BiFunction<String, LocalDate, Optional<ChosenFactor>> factors(
      String grid, String residual) {
    return always(
        grid("grid", grid),
        grid("residual", residual),
        // 389.31 GJ/1e4 m3 = 38.931 kJ/L; 15.3 kg C/GJ = 15,300 ug C/kJ; x 0.99 x 44/12
        factor(
            "cn-gas",
            Boundary.COMBUSTION,
            BaseUnit.LITRE,
            Gas.CO2,
            Ratio.of("38.931")
                .times(Ratio.of("15300"))
                .times(Ratio.of("0.99"))
                .times(CO2_PER_CARBON)),
        // 43.33 GJ/t = 43.33 kJ/g; 20.2 kg C/GJ; x 0.98 x 44/12
        factor(
            "cn-diesel",
            Boundary.COMBUSTION,
            BaseUnit.GRAM,
            Gas.CO2,
            Ratio.of("43.33")
                .times(Ratio.of("20200"))
                .times(Ratio.of("0.98"))
                .times(CO2_PER_CARBON)),
        factor(
            "r-410a",
            Boundary.RELEASE,
            BaseUnit.GRAM,
            Map.of(
                new Gas("HFC-32"), Ratio.of(500_000, 1), new Gas("HFC-125"), Ratio.of(500_000, 1))),
        // 0.11 t/GJ = 110,000 ug/kJ
        factor("cn-heat", Boundary.GENERATION, BaseUnit.KILOJOULE, Gas.CO2, Ratio.of(110_000, 1)));
  }
}
