package org.zerofactory.central.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.zerofactory.domain.factor.Factor;
import org.zerofactory.domain.factor.FuelProperties;
import org.zerofactory.domain.quantity.Ratio;

/** Factors as JSON: their full key, exact masses, source, and how far they were checked. */
public final class FactorsReport {

  /** A year of one series by hours is more than a list is for. */
  public static final int LIMIT = 500;

  /** The set that a factor is from. */
  public record Origin(String set, String version) {}

  private static final BigInteger FIVE = BigInteger.valueOf(5);

  private FactorsReport() {}

  /**
   * @param found all that fit, of which the first {@link #LIMIT} are written
   * @param origin of a factor id
   */
  public static ObjectNode of(List<Factor> found, Function<String, Optional<Origin>> origin) {
    ObjectNode json = Figures.object().put("total", found.size());
    ArrayNode list = json.putArray("factors");
    found.stream().limit(LIMIT).forEach(factor -> list.add(of(factor, origin.apply(factor.id()))));
    return json;
  }

  /**
   * @param fuel what the factor is made of, if it is a fuel's
   */
  public static ObjectNode of(
      Factor factor, Optional<Origin> origin, Optional<FuelProperties> fuel) {
    ObjectNode json = of(factor, origin);
    fuel.ifPresent(
        properties ->
            json.putObject("fuel")
                .put("kilojoulesPerUnit", exact(properties.kilojoulesPerUnit()))
                .put("kilogramsCarbonPerGigajoule", exact(properties.kilogramsCarbonPerGigajoule()))
                .put("oxidation", exact(properties.oxidation())));
    return json;
  }

  private static ObjectNode of(Factor factor, Optional<Origin> origin) {
    ObjectNode json =
        Figures.object()
            .put("id", factor.id())
            .put("series", factor.series())
            .put("name", factor.name())
            .put("use", factor.key().use())
            .put("region", factor.key().region());
    if (factor.key().dataYear() == 0) {
      json.putNull("dataYear");
    } else {
      json.put("dataYear", factor.key().dataYear());
    }
    json.put("edition", factor.key().edition())
        .put("gasBasis", factor.key().gasBasis().word())
        .put("boundary", factor.key().boundary().word())
        .put("validFrom", factor.validity().start().toEpochMilli())
        .put("validTo", factor.validity().end().toEpochMilli())
        .put("per", factor.per().word());
    ArrayNode gases = json.putArray("gases");
    new TreeMap<>(factor.microgramsPerUnit())
        .forEach(
            (gas, mass) ->
                gases.addObject().put("gas", gas.word()).put("microgramsPerUnit", exact(mass)));
    json.put("biogenicMicrogramsPerUnit", exact(factor.biogenic()));
    json.put(
        "uncertaintyPercent",
        factor.uncertaintyPercent().map(BigDecimal::toPlainString).orElse(null));
    json.putObject("source")
        .put("publisher", factor.source().publisher())
        .put("document", factor.source().document())
        .put("published", factor.source().published())
        .put("place", factor.source().place());
    return json.put("verification", factor.verification().word())
        .put("verified", factor.verification().isVerified())
        .put("note", factor.note().orElse(null))
        .put("set", origin.map(Origin::set).orElse(null))
        .put("setVersion", origin.map(Origin::version).orElse(null));
  }

  /** A decimal where there is a finite one, else a fraction such as {@code 11/3}. */
  static String exact(Ratio ratio) {
    BigInteger rest = ratio.denominator();
    int places = 0;
    for (BigInteger prime : List.of(BigInteger.TWO, FIVE)) {
      int count = 0;
      while (rest.mod(prime).signum() == 0) {
        rest = rest.divide(prime);
        count++;
      }
      places = Math.max(places, count);
    }
    return rest.equals(BigInteger.ONE)
        ? ratio.decimal(places).toPlainString()
        : ratio.numerator() + "/" + ratio.denominator();
  }
}
