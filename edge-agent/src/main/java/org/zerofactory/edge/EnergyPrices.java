package org.zerofactory.edge;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.datafile.DataFolder;
import org.zerofactory.domain.carbon.FactorSeries;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.schedule.SiteEnergy;
import org.zerofactory.hardware.EnergyTerms;
import org.zerofactory.rules.EmissionFactors;
import org.zerofactory.rules.alert.Tariff;
import org.zerofactory.rules.alert.Tariffs;

/** Prices and grid intensity of the quarter hours of a plan, from the tariffs and factors. */
final class EnergyPrices {

  private static final double MICROS = 1e6;
  private static final Energy KILOWATT_HOUR = new Energy(1_000);

  private EnergyPrices() {}

  /**
   * @param folder of tariffs instead of the packaged ones
   * @throws DataFileException if the tariff or series is unknown or has no value for a quarter hour
   */
  static SiteEnergy of(EnergyTerms terms, Optional<Path> folder, Interval horizon) {
    Tariffs tariffs =
        folder.map(of -> Tariffs.of(DataFolder.files(of, ".yaml"))).orElseGet(Tariffs::packaged);
    Tariff tariff =
        tariffs
            .find(terms.tariff())
            .orElseThrow(() -> missing("tariff", terms.tariff(), "one of " + tariffs.ids()));
    EmissionFactors factors = EmissionFactors.packaged();
    FactorSeries series =
        factors
            .find(terms.gridFactor())
            .orElseThrow(
                () -> missing("grid-factor", terms.gridFactor(), "a series of grid factors"));
    List<SiteEnergy.QuarterHour> all = new ArrayList<>();
    for (Interval quarter : QuarterHours.startingIn(horizon)) {
      Instant at = quarter.start();
      OptionalLong price = tariff.nanoYuanPerWattHour(at);
      if (price.isEmpty()) {
        throw missing("tariff", terms.tariff(), "a tariff that is valid at " + at);
      }
      double grams =
          series
                  .find(at)
                  .orElseThrow(
                      () -> missing("grid-factor", terms.gridFactor(), "a factor for " + at))
                  .factor()
                  .times(KILOWATT_HOUR)
                  .micrograms()
              / MICROS;
      all.add(new SiteEnergy.QuarterHour(price.getAsLong() / MICROS, terms.feedInPrice(), grams));
    }
    return new SiteEnergy(terms.currency(), horizon.start(), all, terms.connection());
  }

  private static DataFileException missing(String field, String found, String expected) {
    return new DataFileException(
        List.of(
            new DataFault(
                "plant file",
                0,
                0,
                "energy." + field,
                "expected " + expected + " but was " + found)));
  }
}
