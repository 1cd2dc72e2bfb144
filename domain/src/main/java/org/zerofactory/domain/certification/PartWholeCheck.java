package org.zerofactory.domain.certification;

import static org.zerofactory.domain.certification.Fact.BOUNDARY_POINTS;
import static org.zerofactory.domain.certification.Fact.BOUNDARY_POINTS_METERED;
import static org.zerofactory.domain.certification.Fact.COAL_CALORIFIC_G;
import static org.zerofactory.domain.certification.Fact.COAL_INPUT_G;
import static org.zerofactory.domain.certification.Fact.ELECTRICITY_COAL_CALORIFIC_G;
import static org.zerofactory.domain.certification.Fact.ELECTRICITY_COAL_INPUT_G;
import static org.zerofactory.domain.certification.Fact.ESTIMATED_LOAD_WH;
import static org.zerofactory.domain.certification.Fact.FACTORS_PROVISIONAL;
import static org.zerofactory.domain.certification.Fact.FACTORS_UNVERIFIED;
import static org.zerofactory.domain.certification.Fact.FACTORS_USED;
import static org.zerofactory.domain.certification.Fact.GREEN_POWER_WH;
import static org.zerofactory.domain.certification.Fact.GRID_EXPORT_WH;
import static org.zerofactory.domain.certification.Fact.GRID_IMPORT_WH;
import static org.zerofactory.domain.certification.Fact.GROSS_LOCATION_UG;
import static org.zerofactory.domain.certification.Fact.GROSS_MARKET_UG;
import static org.zerofactory.domain.certification.Fact.INSTRUMENTS_FAILING;
import static org.zerofactory.domain.certification.Fact.INSTRUMENTS_USED;
import static org.zerofactory.domain.certification.Fact.LOAD_WH;
import static org.zerofactory.domain.certification.Fact.METERS_AUTOMATIC;
import static org.zerofactory.domain.certification.Fact.METERS_CALIBRATED;
import static org.zerofactory.domain.certification.Fact.METERS_EXPECTED;
import static org.zerofactory.domain.certification.Fact.OFFSETS_COUNTED_KG;
import static org.zerofactory.domain.certification.Fact.OFFSETS_REGISTERED_KG;
import static org.zerofactory.domain.certification.Fact.OFFSETS_REMOVAL_KG;
import static org.zerofactory.domain.certification.Fact.PRODUCT_CATEGORIES;
import static org.zerofactory.domain.certification.Fact.PRODUCT_CATEGORIES_FOOTPRINTED;
import static org.zerofactory.domain.certification.Fact.PV_PRODUCTION_WH;
import static org.zerofactory.domain.certification.Fact.PV_SELF_USE_WH;
import static org.zerofactory.domain.certification.Fact.QUARTERS_ESTIMATED;
import static org.zerofactory.domain.certification.Fact.QUARTERS_EXPECTED;
import static org.zerofactory.domain.certification.Fact.QUARTERS_MISSING;
import static org.zerofactory.domain.certification.Fact.RENEWABLE_ELECTRICITY_WH;
import static org.zerofactory.domain.certification.Fact.SCOPE1_UG;
import static org.zerofactory.domain.certification.Fact.SCOPE2_ELECTRICITY_LOCATION_UG;
import static org.zerofactory.domain.certification.Fact.SCOPE2_ELECTRICITY_MARKET_UG;
import static org.zerofactory.domain.certification.Fact.SCOPE2_LOCATION_UG;
import static org.zerofactory.domain.certification.Fact.SCOPE2_MARKET_UG;
import static org.zerofactory.domain.certification.Fact.SCOPE3_CATEGORIES_QUANTIFIED;
import static org.zerofactory.domain.certification.Fact.SCOPE3_CATEGORIES_SCREENED;
import static org.zerofactory.domain.certification.Fact.SCOPE3_CATEGORIES_SIGNIFICANT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Standing assertions: no part is larger than its whole. A published platform shows a total energy
 * that is smaller than its electricity line and a total carbon smaller than its power's.
 *
 * @param checked assertions whose facts are both known
 * @param broken those of them that do not hold
 */
public record PartWholeCheck(int checked, List<Broken> broken) {

  /** A part that is larger than its whole. */
  public record Broken(Fact part, long partValue, Fact whole, long wholeValue) {}

  private record Assertion(Fact part, Fact whole) {}

  private static final List<Assertion> ASSERTIONS =
      List.of(
          new Assertion(PV_SELF_USE_WH, PV_PRODUCTION_WH),
          new Assertion(PV_SELF_USE_WH, LOAD_WH),
          new Assertion(GRID_EXPORT_WH, PV_PRODUCTION_WH),
          new Assertion(GREEN_POWER_WH, GRID_IMPORT_WH),
          new Assertion(RENEWABLE_ELECTRICITY_WH, LOAD_WH),
          new Assertion(ESTIMATED_LOAD_WH, LOAD_WH),
          new Assertion(SCOPE1_UG, GROSS_LOCATION_UG),
          new Assertion(SCOPE1_UG, GROSS_MARKET_UG),
          new Assertion(SCOPE2_ELECTRICITY_LOCATION_UG, SCOPE2_LOCATION_UG),
          new Assertion(SCOPE2_ELECTRICITY_MARKET_UG, SCOPE2_MARKET_UG),
          new Assertion(ELECTRICITY_COAL_CALORIFIC_G, COAL_CALORIFIC_G),
          new Assertion(ELECTRICITY_COAL_INPUT_G, COAL_INPUT_G),
          new Assertion(QUARTERS_MISSING, QUARTERS_EXPECTED),
          new Assertion(QUARTERS_ESTIMATED, QUARTERS_EXPECTED),
          new Assertion(BOUNDARY_POINTS_METERED, BOUNDARY_POINTS),
          new Assertion(METERS_AUTOMATIC, METERS_EXPECTED),
          new Assertion(METERS_CALIBRATED, METERS_EXPECTED),
          new Assertion(PRODUCT_CATEGORIES_FOOTPRINTED, PRODUCT_CATEGORIES),
          new Assertion(SCOPE3_CATEGORIES_QUANTIFIED, SCOPE3_CATEGORIES_SIGNIFICANT),
          new Assertion(SCOPE3_CATEGORIES_SIGNIFICANT, SCOPE3_CATEGORIES_SCREENED),
          new Assertion(OFFSETS_REMOVAL_KG, OFFSETS_COUNTED_KG),
          new Assertion(OFFSETS_COUNTED_KG, OFFSETS_REGISTERED_KG),
          new Assertion(INSTRUMENTS_FAILING, INSTRUMENTS_USED),
          new Assertion(FACTORS_UNVERIFIED, FACTORS_USED),
          new Assertion(FACTORS_PROVISIONAL, FACTORS_USED));

  public PartWholeCheck {
    broken = List.copyOf(broken);
  }

  /** Every assertion whose two facts are known. */
  public static PartWholeCheck of(CertificationFacts facts) {
    int checked = 0;
    List<Broken> broken = new ArrayList<>();
    for (Assertion assertion : ASSERTIONS) {
      Optional<Long> part = facts.whole(assertion.part());
      Optional<Long> whole = facts.whole(assertion.whole());
      if (part.isPresent() && whole.isPresent()) {
        checked++;
        if (part.get() > whole.get()) {
          broken.add(new Broken(assertion.part(), part.get(), assertion.whole(), whole.get()));
        }
      }
    }
    return new PartWholeCheck(checked, broken);
  }
}
