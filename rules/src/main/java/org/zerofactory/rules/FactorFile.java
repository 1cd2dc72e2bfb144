package org.zerofactory.rules;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataFile;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.datafile.DataSchema;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.domain.carbon.EmissionFactor;

/** One factor file: the factor and the tree that it came from. */
record FactorFile(EmissionFactor factor, DataNode tree) {

  private static final DataSchema SCHEMA =
      DataSchema.packaged(FactorFile.class, "/rules/schema/emission-factor.schema.json");

  /** 1 kg/kWh (= 1 t/MWh) is 10^6 µg/Wh: a factor of up to 6 decimals is a whole number. */
  private static final int DECIMALS = 6;

  static Optional<FactorFile> read(DataSource source, DataFaults faults) {
    var own = new DataFaults();
    Optional<DataNode> tree = DataFile.read(source, SCHEMA, own);
    Optional<DatePeriod> period =
        tree.flatMap(root -> root.find("validity")).flatMap(node -> RuleValues.period(node, own));
    Optional<ZoneId> zone =
        tree.flatMap(root -> root.find("validity")).flatMap(node -> RuleValues.zone(node, own));
    own.sorted().forEach(faults::add);
    if (!own.isEmpty()) {
      return Optional.empty();
    }
    return tree.map(
        root -> new FactorFile(factor(root, period.orElseThrow(), zone.orElseThrow()), root));
  }

  private static EmissionFactor factor(DataNode root, DatePeriod period, ZoneId zone) {
    return new EmissionFactor(
        root.text("id"),
        root.text("series"),
        root.text("use"),
        root.text("region"),
        root.integer("data-year"),
        period.in(zone),
        microgramsPerWattHour(root.get("value").decimal()),
        source(root.get("source")),
        isVerified(root.text("verification")));
  }

  /**
   * Exact.
   *
   * @throws ArithmeticException if the value has more than 6 decimals, which the schema refuses
   */
  static long microgramsPerWattHour(BigDecimal kilogramsPerKilowattHour) {
    return kilogramsPerKilowattHour.movePointRight(DECIMALS).longValueExact();
  }

  private static String source(DataNode source) {
    return source.text("publisher")
        + ": "
        + source.text("document")
        + ", "
        + source.text("published")
        + ", "
        + source.text("table");
  }

  /** One copy alone may hold a slip; the document itself or two copies that agree may be used. */
  private static boolean isVerified(String verification) {
    return verification.equals("original") || verification.equals("two-sources");
  }
}
