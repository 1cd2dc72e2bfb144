package org.zerofactory.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.certification.Assessment;
import org.zerofactory.domain.certification.CertificationFacts;
import org.zerofactory.domain.certification.Criterion;
import org.zerofactory.domain.certification.Evidence;
import org.zerofactory.domain.certification.Fact;
import org.zerofactory.domain.certification.Scheme;
import org.zerofactory.domain.certification.YearFacts;

/**
 * The synthetic reference factory HB-REF (sections 9.3, 10.3 and 10.4 of the reference): 60,000 MWh
 * of which 7,915.2 own solar power, 20,000 MWh of green power, scope 1 801.80811262 t, scope 2
 * 23,279.80672 t by location and 19,338.85888 t by market.
 */
final class ReferenceFactory {

  static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  static final String DOCUMENT = "cd".repeat(32);

  private ReferenceFactory() {}

  /** What accounting alone knows of it; no credits, nothing that people state. */
  static CertificationFacts accounted() {
    return YearFacts.completed(
        CertificationFacts.NONE
            .with(Fact.YEAR, 2025)
            .with(Fact.MONTHS_COMPLETE, 12)
            .with(Fact.QUARTERS_EXPECTED, 35_040)
            .with(Fact.QUARTERS_MISSING, 0)
            .with(Fact.QUARTERS_ESTIMATED, 350)
            .with(Fact.GRID_IMPORT_WH, 52_084_800_000L)
            .with(Fact.GRID_EXPORT_WH, 244_800_000L)
            .with(Fact.PV_PRODUCTION_WH, 8_160_000_000L)
            .with(Fact.PV_SELF_USE_WH, 7_915_200_000L)
            .with(Fact.STORAGE_CHANGE_WH, 0)
            .with(Fact.LOAD_WH, 60_000_000_000L)
            .with(Fact.ESTIMATED_LOAD_WH, 600_000_000L)
            .with(Fact.GREEN_POWER_WH, 20_000_000_000L)
            .with(Fact.RENEWABLE_ELECTRICITY_WH, 27_915_200_000L)
            .with(Fact.SCOPE1_UG, 801_808_112_620_000L)
            .with(Fact.SCOPE2_ELECTRICITY_LOCATION_UG, 22_729_806_720_000_000L)
            .with(Fact.SCOPE2_ELECTRICITY_MARKET_UG, 18_788_858_880_000_000L)
            .with(Fact.SCOPE2_LOCATION_UG, 23_279_806_720_000_000L)
            .with(Fact.SCOPE2_MARKET_UG, 19_338_858_880_000_000L)
            // 7,915.2 MWh x 0.4364 = 3,454.19328 t of own solar power
            .with(Fact.OWN_REDUCTION_UG, 3_454_193_280_000_000L)
            .with(Fact.INVENTORY_PUBLISHED, true)
            .with(Fact.UNCERTAINTY_PPM, 48_606)
            .with(Fact.FACTORS_USED, 6)
            .with(Fact.FACTORS_MISSING, 0)
            .with(Fact.FACTORS_PROVISIONAL, 1)
            .with(Fact.FACTORS_UNVERIFIED, 2)
            .with(Fact.GWP_SETS_USED, 1)
            .with(Fact.INSTRUMENTS_USED, 3)
            .with(Fact.INSTRUMENTS_FAILING, 0)
            .with(Fact.SERIAL_CLASHES, 0)
            .with(Fact.BASELINE_FIT_PASSES, true)
            .with(Fact.BASELINE_IN_RANGE, true)
            .with(Fact.OFFSETS_REGISTERED_KG, 0)
            .with(Fact.OFFSETS_COUNTED_KG, 0)
            .with(Fact.OFFSETS_REMOVAL_KG, 0)
            .with(Fact.OFFSETS_REFUSED, 0)
            .with(Fact.BALANCE_ERROR_WH, 30_000_000L)
            .with(Fact.BALANCE_LIMIT_WH, 300_000_000L)
            .with(Fact.COAL_CALORIFIC_G, 7_961_085_200L)
            .with(Fact.COAL_INPUT_G, 17_723_085_200L)
            .with(Fact.ELECTRICITY_COAL_CALORIFIC_G, 7_374_000_000L)
            .with(Fact.ELECTRICITY_COAL_INPUT_G, 17_136_000_000L)
            .with(Fact.CARBON_PER_TCE_CALORIFIC_G, 3_010_419)
            .with(Fact.CARBON_PER_TCE_INPUT_G, 1_352_259)
            .with(Fact.NON_FOSSIL_SHARE_CALORIFIC_PPM, 430_944)
            .with(Fact.NON_FOSSIL_SHARE_INPUT_PPM, 449_842)
            .with(Fact.PHYSICAL_SHARE_PPM, 131_920)
            .with(Fact.JOURNAL_SIGNED, true)
            .with(Fact.CHANGE_LOG_KEPT, true)
            .with(Fact.CLAIM_STATED, true)
            .with(Fact.CLAIM_FAULTS, 0));
  }

  /** With what people stated, and 24,082 t of retired credits. */
  static CertificationFacts whole() {
    return YearFacts.completed(
        accounted()
            .with(Fact.BASE_YEAR, 2022)
            .with(Fact.BASE_YEAR_GROSS_UG, 30_000_000_000_000_000L)
            .with(Fact.BOUNDARY_STATED, true)
            .with(Fact.BOUNDARY_POINTS, 4)
            .with(Fact.BOUNDARY_POINTS_METERED, 4)
            .with(Fact.EXCLUSIONS_PPM, 8_000)
            .with(Fact.FUELS_STATED, true)
            .with(Fact.REFRIGERANTS_STATED, true)
            .with(Fact.PROCESS_GASES_STATED, true)
            .with(Fact.VEHICLES_STATED, true)
            .with(Fact.HEAT_STATED, true)
            .with(Fact.SCOPE3_CATEGORIES_SCREENED, 15)
            .with(Fact.SCOPE3_CATEGORIES_SIGNIFICANT, 4)
            .with(Fact.SCOPE3_CATEGORIES_QUANTIFIED, 4)
            .with(Fact.PV_CERTIFICATES_SOLD, false)
            .with(Fact.NON_ROUTINE_LISTED, true)
            .with(Fact.METERS_EXPECTED, 40)
            .with(Fact.METERS_AUTOMATIC, 38)
            .with(Fact.METERS_CALIBRATED, 40)
            .with(Fact.OFFSETS_REGISTERED_KG, 24_082_000)
            .with(Fact.OFFSETS_COUNTED_KG, 24_082_000)
            .with(Fact.OFFSETS_REMOVAL_KG, 1_000_000));
  }

  /** Every document that the scheme asks for, valid for a year. */
  static List<Evidence> evidence(Scheme scheme) {
    List<Evidence> all = new ArrayList<>();
    for (Criterion criterion : scheme.criteria()) {
      for (String kind : criterion.evidence()) {
        all.add(
            new Evidence(
                all.size() + 1,
                "hb-ref",
                scheme.id(),
                criterion.id(),
                2025,
                kind,
                DOCUMENT,
                Optional.of(DAY.plusYears(1)),
                Optional.empty()));
      }
    }
    return all;
  }

  static Assessment assess(Scheme scheme, CertificationFacts facts, List<Evidence> evidence) {
    return Assessment.of(scheme, facts, evidence, DAY);
  }
}
