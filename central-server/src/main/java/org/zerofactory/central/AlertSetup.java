package org.zerofactory.central;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Function;
import org.zerofactory.central.assess.AlertEvidence;
import org.zerofactory.domain.account.AccountingRules;
import org.zerofactory.domain.factor.MissingFactorException;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.rules.alert.AlertParametersFolder;
import org.zerofactory.rules.alert.AlertRules;
import org.zerofactory.rules.alert.AlertWatch;
import org.zerofactory.rules.alert.Tariffs;

/** The alert rules with what sites set otherwise, and what their waste emits and costs. */
record AlertSetup(
    AlertRules rules,
    AlertParametersFolder parameters,
    Tariffs tariffs,
    Function<SiteDescription, AccountingRules> accounting)
    implements AlertEvidence.Rates {

  /**
   * Reads all files.
   *
   * @param options with the folder of {@code <site>.alert-parameters.yaml}, those of the program if
   *     there is none, and of rules beside the packaged ones
   * @throws org.zerofactory.datafile.DataFileException with all faults
   */
  static AlertSetup read(
      ServerOptions options, Function<SiteDescription, AccountingRules> accounting) {
    AlertRules rules =
        options.rules().alerts().map(AlertRules::withFolder).orElseGet(AlertRules::packaged);
    Tariffs tariffs = Tariffs.packaged();
    AlertParametersFolder parameters =
        options
            .accounts()
            .map(path -> AlertParametersFolder.of(path, rules, tariffs))
            .orElseGet(() -> AlertParametersFolder.packaged(rules, tariffs));
    return new AlertSetup(rules, parameters, tariffs, accounting);
  }

  AlertWatch watch(SiteDescription site) {
    return new AlertWatch(site, rules, parameters.of(site.id()));
  }

  @Override
  public OptionalLong microgramsPerWattHour(SiteDescription site, Instant at) {
    try {
      return accounting
          .apply(site)
          .location()
          .map(series -> OptionalLong.of(series.at(at).factor().microgramsPerWattHour()))
          .orElse(OptionalLong.empty());
    } catch (MissingFactorException none) {
      return OptionalLong.empty(); // shown as energy without a factor, never as zero
    }
  }

  @Override
  public OptionalLong nanoYuanPerWattHour(SiteDescription site, Instant at) {
    return parameters
        .of(site.id())
        .tariff()
        .flatMap(tariffs::find)
        .map(tariff -> tariff.nanoYuanPerWattHour(at))
        .orElse(OptionalLong.empty());
  }
}
