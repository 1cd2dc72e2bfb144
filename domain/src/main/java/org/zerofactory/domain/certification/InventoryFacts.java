package org.zerofactory.domain.certification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.zerofactory.domain.energy.ComprehensiveEnergy;
import org.zerofactory.domain.energy.EnergyItem;
import org.zerofactory.domain.factor.CoalCoefficient;
import org.zerofactory.domain.factor.CoalCoefficient.Convention;
import org.zerofactory.domain.factor.Verification;
import org.zerofactory.domain.inventory.SourceCategory;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.JsonFields;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Carbon;

/**
 * What the content of an inventory says (format {@code zerofactory-inventory/1}): scopes by both
 * methods, factors, uncertainty, and energy in standard coal by both conventions. It is read from
 * the bytes that were published, so that the assessment rests on what an auditor sees.
 */
public final class InventoryFacts {

  private static final int PARTS_OF_A_PERCENT = 4;
  private static final String INPUT_EQUAL = "cn-electricity-input-equal-";

  private InventoryFacts() {}

  /**
   * The facts of an inventory of one site and year. An inventory has one set of potentials and no
   * missing factor: one that lacks a factor is refused before it exists.
   *
   * @param coefficients of standard coal by id; empty if there is none
   * @throws org.zerofactory.domain.journal.JsonFormatException if it is no such content
   */
  public static CertificationFacts of(
      Json content,
      int year,
      boolean isPublished,
      Function<String, Optional<CoalCoefficient>> coefficients) {
    JsonFields fields = JsonFields.of("content", content);
    JsonFields inventory = fields.object("inventory");
    JsonFields totals = inventory.object("totals");
    long scope1 = micrograms(totals, "scope1Ug");
    long location = micrograms(totals, "scope2LocationUg");
    long market = micrograms(totals, "scope2MarketUg");
    return CertificationFacts.NONE
        .with(Fact.INVENTORY_PUBLISHED, isPublished)
        .with(Fact.SCOPE1_UG, scope1)
        .with(Fact.SCOPE2_LOCATION_UG, location)
        .with(Fact.SCOPE2_MARKET_UG, market)
        .with(Fact.SCOPE3_UG, micrograms(totals, "scope3Ug"))
        .with(Fact.GROSS_LOCATION_UG, Math.addExact(scope1, location))
        .with(Fact.GROSS_MARKET_UG, Math.addExact(scope1, market))
        .with(Fact.SCOPE2_ELECTRICITY_LOCATION_UG, category(totals, SourceCategory.ELECTRICITY))
        .with(Fact.SCOPE2_ELECTRICITY_MARKET_UG, market(inventory))
        .with(Fact.GWP_SETS_USED, 1)
        .with(Fact.FACTORS_MISSING, 0)
        .and(factors(inventory))
        .and(uncertainty(fields))
        .and(
            coal(
                fields.object("standardCoal"),
                year,
                carbonOfEnergy(totals, scope1, location),
                coefficients));
  }

  /** Refrigerants are no emission of energy. */
  private static Carbon carbonOfEnergy(JsonFields totals, long scope1, long location) {
    long fugitive = category(totals, SourceCategory.FUGITIVE);
    return new Carbon(Math.subtractExact(Math.addExact(scope1, location), fugitive));
  }

  private static CertificationFacts factors(JsonFields inventory) {
    List<JsonFields> factors = objects(inventory, "factors");
    return CertificationFacts.NONE
        .with(Fact.FACTORS_USED, factors.size())
        .with(
            Fact.FACTORS_PROVISIONAL,
            factors.stream().filter(factor -> factor.bool("provisional")).count())
        .with(
            Fact.FACTORS_UNVERIFIED,
            factors.stream()
                .map(factor -> Verification.ofWord(factor.text("verification")))
                .filter(checked -> checked.filter(Verification::isVerified).isEmpty())
                .count());
  }

  /** Stated for a part only is not stated for the total. */
  private static CertificationFacts uncertainty(JsonFields content) {
    JsonFields uncertainty = content.object("uncertainty");
    Json percent = uncertainty.object().entries().get("quadraturePercent");
    if (percent instanceof Json.Text text && micrograms(uncertainty, "unstatedUg") == 0) {
      BigDecimal ppm = new BigDecimal(text.value()).movePointRight(PARTS_OF_A_PERCENT);
      return CertificationFacts.NONE.with(Fact.UNCERTAINTY_PPM, ppm.longValueExact());
    }
    return CertificationFacts.NONE;
  }

  /** Nothing is stated where a carrier has no coefficient: the total would be short of it. */
  private static CertificationFacts coal(
      JsonFields coal,
      int year,
      Carbon carbon,
      Function<String, Optional<CoalCoefficient>> coefficients) {
    if (!coal.array("notCounted").isEmpty()) {
      return CertificationFacts.NONE;
    }
    CertificationFacts facts = CertificationFacts.NONE;
    for (Convention convention : Convention.values()) {
      Optional<List<EnergyItem>> items =
          items(objects(coal, "carriers"), convention, year, coefficients);
      if (items.isPresent()) {
        facts =
            facts.and(
                EnergyIndicators.of(
                    ComprehensiveEnergy.of(convention, items.get()), Optional.of(carbon)));
      }
    }
    return facts;
  }

  private static Optional<List<EnergyItem>> items(
      List<JsonFields> carriers,
      Convention convention,
      int year,
      Function<String, Optional<CoalCoefficient>> coefficients) {
    List<EnergyItem> items = new ArrayList<>();
    for (JsonFields carrier : carriers) {
      BaseUnit unit = BaseUnit.ofWord(carrier.text("unit")).orElseThrow();
      boolean isInput = convention == Convention.INPUT_EQUAL && unit == BaseUnit.WATT_HOUR;
      Optional<CoalCoefficient> coefficient =
          coefficients.apply(isInput ? INPUT_EQUAL + year : carrier.text("coefficient"));
      if (coefficient.isEmpty()) {
        return Optional.empty();
      }
      items.add(
          new EnergyItem(
              carrier.text("carrier"),
              new Amount(Long.parseLong(carrier.text("amount")), unit),
              coefficient.get(),
              supply(carrier.text("supply"))));
    }
    return Optional.of(items);
  }

  private static EnergyItem.Supply supply(String word) {
    return EnergyItem.Supply.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static long market(JsonFields inventory) {
    return objects(inventory, "market").stream()
        .mapToLong(line -> micrograms(line, "carbonUg"))
        .reduce(0, Math::addExact);
  }

  private static long category(JsonFields totals, SourceCategory category) {
    return totals
        .object("byCategoryUg")
        .optionalText(category.word())
        .map(Long::parseLong)
        .orElse(0L);
  }

  private static List<JsonFields> objects(JsonFields owner, String field) {
    return owner.array(field).stream().map(item -> JsonFields.of(field, item)).toList();
  }

  private static long micrograms(JsonFields owner, String field) {
    return Long.parseLong(owner.text(field));
  }
}
