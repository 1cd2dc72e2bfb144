package org.zerofactory.domain.inventory;

import java.util.List;
import java.util.SortedSet;
import org.zerofactory.domain.factor.Factor;
import org.zerofactory.domain.factor.FactorKey.GasBasis;
import org.zerofactory.domain.inventory.Disclosure.Kind;

/** What must be said beside the figures, besides what the market-based part already said. */
final class Disclosures {

  /** The place of what is said of all meters of a site together. */
  static final String ALL_METERS = "all meters";

  private Disclosures() {}

  static void add(
      SortedSet<Disclosure> all,
      Boundary boundary,
      List<ChosenFactor> factors,
      InventoryCompleteness completeness) {
    factors.forEach(choice -> addFactor(all, choice));
    for (Boundary.Exclusion exclusion : boundary.exclusions()) {
      all.add(of(exclusion));
    }
    for (InventoryCompleteness.MissingMonth missing : completeness.missingMonths()) {
      all.add(
          new Disclosure(
              Kind.MISSING_MONTH,
              missing.site() + "/" + missing.meter(),
              "no amount is known of " + missing.month()));
    }
    String quarterHours = " of " + completeness.quarterHours().expected() + " quarter hours";
    if (completeness.quarterHours().missing() > 0) {
      all.add(
          new Disclosure(
              Kind.MISSING_QUARTER_HOURS,
              ALL_METERS,
              completeness.quarterHours().missing() + quarterHours + " are missing"));
    }
    if (completeness.quarterHours().estimated() > 0) {
      all.add(
          new Disclosure(
              Kind.ESTIMATED,
              ALL_METERS,
              completeness.quarterHours().estimated() + quarterHours + " are estimated"));
    }
  }

  static Disclosure of(Boundary.Exclusion exclusion) {
    return new Disclosure(
        Kind.EXCLUSION,
        exclusion.subject(),
        exclusion.reason() + ", " + exclusion.percent().toPlainString() + " %");
  }

  private static void addFactor(SortedSet<Disclosure> all, ChosenFactor choice) {
    Factor factor = choice.factor();
    if (choice.provisional()) {
      all.add(
          new Disclosure(
              Kind.PROVISIONAL_FACTOR,
              factor.id(),
              "stands in for a factor of " + factor.series() + " that is not published yet"));
    }
    if (!factor.verification().isVerified()) {
      all.add(
          new Disclosure(
              Kind.UNVERIFIED_FACTOR,
              factor.id(),
              factor.verification().word() + ": " + factor.source()));
    }
    if (factor.key().gasBasis() == GasBasis.CO2) {
      all.add(new Disclosure(Kind.CO2_ONLY, factor.id(), "counts CO2 alone, no CH4 and N2O"));
    }
    if (factor.key().gasBasis() == GasBasis.CO2E) {
      all.add(
          new Disclosure(
              Kind.GASES_NOT_APART,
              factor.id(),
              "its source states CO2e, so the potentials are the source's"));
    }
  }
}
