package org.zerofactory.central.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zerofactory.domain.account.FactorUse;
import org.zerofactory.domain.carbon.EmissionFactor;

/** The factors that figures rest on; a series of hours is one entry, not thousands. */
final class FactorUses {

  /** Factors of one use and series that are shown one by one; more are shown as a group. */
  static final int MOST_SINGLE = 12;

  private static final int FACTOR_DECIMALS = 6;

  private FactorUses() {}

  static ArrayNode json(Collection<FactorUse> uses) {
    ArrayNode json = Figures.array();
    for (List<FactorUse> series : bySeries(uses)) {
      if (series.size() > MOST_SINGLE) {
        json.add(group(series));
      } else {
        series.forEach(use -> json.add(one(use)));
      }
    }
    return json;
  }

  /** Uses of one kind and series together, in the order of their first use. */
  static Collection<List<FactorUse>> bySeries(Collection<FactorUse> uses) {
    Map<String, List<FactorUse>> groups = new LinkedHashMap<>();
    for (FactorUse use : uses) {
      groups
          .computeIfAbsent(use.use() + " " + use.factor().series(), key -> new ArrayList<>())
          .add(use);
    }
    return groups.values();
  }

  private static ObjectNode one(FactorUse use) {
    EmissionFactor factor = use.factor();
    return Figures.object()
        .put("use", use.use())
        .put("id", factor.id())
        .put("version", String.valueOf(factor.dataYear()))
        .put("kgPerKwh", kilogramsPerKilowattHour(factor.microgramsPerWattHour()))
        .put("source", factor.source().toString())
        .put("validFrom", factor.validity().start().toEpochMilli())
        .put("validTo", factor.validity().end().toEpochMilli())
        .put("provisional", use.provisional())
        .put("verified", factor.verified());
  }

  private static ObjectNode group(List<FactorUse> uses) {
    List<EmissionFactor> factors =
        uses.stream()
            .map(FactorUse::factor)
            .sorted(Comparator.comparing((EmissionFactor of) -> of.validity().start()))
            .toList();
    EmissionFactor first = factors.get(0);
    EmissionFactor last = factors.get(factors.size() - 1);
    ObjectNode json =
        Figures.object()
            .put("use", uses.get(0).use())
            .put("id", first.series())
            .put("version", years(first, last))
            .putNull("kgPerKwh")
            .put("source", first.source().toString())
            .put("validFrom", first.validity().start().toEpochMilli())
            .put("validTo", last.validity().end().toEpochMilli())
            .put("provisional", uses.stream().anyMatch(FactorUse::provisional))
            .put("verified", factors.stream().allMatch(EmissionFactor::verified));
    json.putObject("group")
        .put("count", factors.size())
        .put("firstId", first.id())
        .put("lastId", last.id())
        .put("leastKgPerKwh", kilogramsPerKilowattHour(micrograms(factors).min().orElseThrow()))
        .put("mostKgPerKwh", kilogramsPerKilowattHour(micrograms(factors).max().orElseThrow()));
    return json;
  }

  private static java.util.stream.LongStream micrograms(List<EmissionFactor> factors) {
    return factors.stream().mapToLong(EmissionFactor::microgramsPerWattHour);
  }

  static String years(EmissionFactor first, EmissionFactor last) {
    return first.dataYear() == last.dataYear()
        ? String.valueOf(first.dataYear())
        : first.dataYear() + " to " + last.dataYear();
  }

  static String kilogramsPerKilowattHour(long microgramsPerWattHour) {
    BigDecimal value =
        BigDecimal.valueOf(microgramsPerWattHour, FACTOR_DECIMALS).stripTrailingZeros();
    return value.signum() == 0 ? "0" : value.toPlainString();
  }
}
