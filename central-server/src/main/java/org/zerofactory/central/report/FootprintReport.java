package org.zerofactory.central.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.zerofactory.domain.account.FactorUse;
import org.zerofactory.domain.carbon.EmissionFactor;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.domain.product.FootprintSums;
import org.zerofactory.domain.product.IssuedFootprint;
import org.zerofactory.domain.product.ProductCatalogue;
import org.zerofactory.domain.product.UnitFootprint;

/**
 * A product footprint in the form of the PACT Technical Specifications 3.0: numbers are decimal
 * text without exponent, at most one geography is named, a change is a new footprint that names
 * those before it (docs/formats.md, section 13).
 */
public final class FootprintReport {

  static final String SPECIFICATION = "3.0.0";

  /** Without a statement of its own a footprint is valid for three years after its period. */
  private static final int VALID_YEARS = 3;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private FootprintReport() {}

  /**
   * What is footprinted.
   *
   * @param to day after the last
   * @param factors that the emissions rest on
   */
  public record Subject(
      SiteDescription site,
      ProductCatalogue catalogue,
      ProductCatalogue.Entry product,
      LocalDate from,
      LocalDate to,
      UnitFootprint.Method method,
      UnitFootprint footprint,
      Collection<FactorUse> factors) {}

  /** The document without id, time and chain: what makes a version what it is. */
  public static String content(Subject subject) {
    ObjectNode json = Figures.object().put("specVersion", SPECIFICATION).put("status", "Active");
    ZoneId zone = subject.site().zone();
    json.put("validityPeriodStart", instant(subject.to(), zone));
    json.put("validityPeriodEnd", instant(subject.to().plusYears(VALID_YEARS), zone));
    json.put("companyName", subject.catalogue().companyName());
    texts(json, "companyIds", subject.catalogue().companyIds());
    json.put("productDescription", subject.product().description());
    texts(json, "productIds", subject.product().ids());
    if (!subject.product().classifications().isEmpty()) {
      texts(json, "productClassifications", subject.product().classifications());
    }
    json.put("productNameCompany", subject.product().name());
    ObjectNode pcf = footprint(subject);
    json.put("comment", comment(subject, pcf));
    json.set("pcf", pcf);
    return json.toString();
  }

  /**
   * The document as it is given out.
   *
   * @param versions all of its subject, the one to give out last
   */
  public static String of(List<IssuedFootprint> versions) {
    IssuedFootprint newest = versions.get(versions.size() - 1);
    ObjectNode json = Figures.object().put("id", newest.id());
    json.put("created", newest.created().toString());
    List<String> before =
        versions.subList(0, versions.size() - 1).stream().map(IssuedFootprint::id).toList();
    if (!before.isEmpty()) {
      texts(json, "precedingPfIds", before);
    }
    try {
      json.setAll((ObjectNode) MAPPER.readTree(newest.content()));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("footprint " + newest.id() + " is no JSON", broken);
    }
    return json.toString();
  }

  private static ObjectNode footprint(Subject subject) {
    ProductCatalogue.Entry product = subject.product();
    String kilograms = plain(subject.footprint().kilograms());
    ZoneId zone = subject.site().zone();
    ObjectNode json =
        Figures.object()
            .put("declaredUnitOfMeasurement", "piece")
            .put("declaredUnitAmount", "1")
            .put("productMassPerDeclaredUnit", plain(product.massKilograms()))
            .put("referencePeriodStart", instant(subject.from(), zone))
            .put("referencePeriodEnd", instant(subject.to(), zone));
    subject
        .catalogue()
        .subdivision()
        .ifPresentOrElse(
            code -> json.put("geographyCountrySubdivision", code),
            () -> json.put("geographyCountry", subject.site().country()));
    json.put("boundaryProcessesDescription", boundary(product))
        .put("pcfExcludingBiogenicUptake", kilograms)
        .put("pcfIncludingBiogenicUptake", kilograms)
        .put("fossilGhgEmissions", kilograms)
        .put("fossilCarbonContent", plain(product.fossilCarbonKilograms()))
        .put("packagingEmissionsIncluded", false)
        .put("ccsTechnologicalCO2CaptureIncluded", false);
    texts(json, "ipccCharacterizationFactors", subject.catalogue().characterization());
    texts(json, "crossSectoralStandards", subject.catalogue().standards());
    json.put("exemptedEmissionsPercent", plain(product.exemptedPercent()))
        .put("exemptedEmissionsDescription", exempted(product))
        .put("allocationRulesDescription", allocation());
    sources(json, subject.factors());
    json.put("primaryDataShare", plain(subject.footprint().measuredPercent()));
    json.putObject("dqi")
        .put("technologicalDQR", plain(product.quality().technological()))
        .put("geographicalDQR", plain(product.quality().geographical()))
        .put("temporalDQR", plain(product.quality().temporal()));
    return json;
  }

  private static String boundary(ProductCatalogue.Entry product) {
    return "Gate to gate, electricity only: "
        + product.boundary()
        + ", with set-up, idle times and shared loads of the site. Nothing upstream or downstream"
        + " of these processes is in the figure.";
  }

  private static String exempted(ProductCatalogue.Entry product) {
    return "No data on upstream materials, transport, fuels and process emissions were given, so"
        + " none are in the figure; the percentage is the company's own statement, not a result of"
        + " metering. "
        + product.exemptedDescription();
  }

  private static String allocation() {
    return "Each quarter hour: machine meters by the seconds that the order ran; shared loads by the"
        + " site's stated keys; set-up, idle and unallocated electricity of the period by the"
        + " products' energy; per good piece.";
  }

  private static String comment(Subject subject, ObjectNode pcf) {
    boolean isProvisional = subject.factors().stream().anyMatch(FactorUse::provisional);
    String comment =
        "A partial footprint: see boundary and exempted emissions. Scope 2 "
            + subject.method().name().toLowerCase(Locale.ROOT)
            + "-based. primaryDataShare is the share of the electricity that was measured; emission"
            + " factors are secondary data. Data quality ratings are the company's own."
            + (isProvisional ? " A factor stands in for one that is not yet published." : "")
            + (subject.site().simulated() ? " SIMULATED DATA: not a real product." : "");
    BigDecimal total = new BigDecimal(pcf.path("pcfExcludingBiogenicUptake").textValue());
    BigDecimal fossil = new BigDecimal(pcf.path("fossilGhgEmissions").textValue());
    return new FootprintSums(total, fossil, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)
        .warning()
        .map(warning -> comment + " Warning: " + warning + ".")
        .orElse(comment);
  }

  private static void sources(ObjectNode into, Collection<FactorUse> factors) {
    Set<String> seen = new TreeSet<>();
    ArrayNode sources = Figures.array();
    for (List<FactorUse> series : FactorUses.bySeries(factors)) {
      if (series.size() > FactorUses.MOST_SINGLE) {
        EmissionFactor first = series.get(0).factor();
        EmissionFactor last = series.get(series.size() - 1).factor();
        source(
            sources,
            first,
            first.series()
                + ", "
                + series.size()
                + " factors, data of "
                + FactorUses.years(first, last));
        continue;
      }
      for (FactorUse use : series) {
        if (seen.add(use.factor().id())) {
          EmissionFactor of = use.factor();
          source(sources, of, of.id() + ", data of " + of.dataYear());
        }
      }
    }
    if (!sources.isEmpty()) {
      into.set("secondaryEmissionFactorSources", sources);
    }
  }

  private static void source(ArrayNode sources, EmissionFactor factor, String version) {
    sources.addObject().put("name", factor.source().toString()).put("version", version);
  }

  private static String plain(BigDecimal number) {
    return ProductsReport.plain(number);
  }

  private static String instant(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().toString();
  }

  private static void texts(ObjectNode into, String field, List<String> texts) {
    ArrayNode array = into.putArray(field);
    texts.forEach(array::add);
  }
}
