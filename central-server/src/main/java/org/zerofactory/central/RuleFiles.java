package org.zerofactory.central;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFileException;

/** Every file of rules that a server would read: factors, accounts, alerts, certification. */
final class RuleFiles {

  private RuleFiles() {}

  /**
   * Reads all of them, whatever is wrong with one kind. What rests on other files (accounts on
   * factors, a site's alert parameters on alert rules) is judged once those are sound.
   *
   * @throws DataFileException with the faults of all kinds together
   */
  static SiteRules check(ServerOptions options) {
    List<DataFault> faults = new ArrayList<>();
    Optional<SiteRules> rules = read(() -> SiteRules.read(options), faults);
    read(() -> SiteRules.organisations(options), faults);
    // without accounts the alert files alone can still be judged
    read(() -> AlertSetup.read(options, site -> rules.orElseThrow().apply(site)), faults);
    read(() -> Certification.schemes(options), faults);
    if (!faults.isEmpty()) {
      throw new DataFileException(faults.stream().distinct().toList());
    }
    return rules.orElseThrow();
  }

  private static <T> Optional<T> read(Supplier<T> reader, List<DataFault> faults) {
    try {
      return Optional.of(reader.get());
    } catch (DataFileException wrong) {
      faults.addAll(wrong.faults());
      return Optional.empty();
    }
  }
}
