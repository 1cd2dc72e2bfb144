package org.zerofactory.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataFile;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.datafile.DataSchema;
import org.zerofactory.datafile.DataSource;

/** Reads one accounts file into its records. */
final class SiteAccountsFile {

  private static final DataSchema SCHEMA =
      DataSchema.packaged(SiteAccountsFile.class, "/rules/schema/site-accounts.schema.json");

  /** 1 MWh is 10^6 Wh. */
  private static final int MEGAWATT_HOUR_DECIMALS = 6;

  private static final int FACTOR_DECIMALS = 6;

  private SiteAccountsFile() {}

  /** Empty, with faults added, if anything is wrong. */
  static Optional<SiteAccounts> read(
      DataSource source, EmissionFactors factors, DataFaults faults) {
    var own = new DataFaults();
    Optional<DataNode> tree = DataFile.read(source, SCHEMA, own);
    tree.ifPresent(
        root -> {
          SiteAccountsChecks.check(root, factors, own);
          ProductRulesFile.check(root, own);
          UncertaintyFile.check(root, own);
          UpstreamFile.check(root, own);
        });
    own.sorted().forEach(faults::add);
    return own.isEmpty() ? tree.map(SiteAccountsFile::accounts) : Optional.empty();
  }

  private static SiteAccounts accounts(DataNode root) {
    return new SiteAccounts(
        root.text("site"),
        root.get("factors").text("location"),
        root.get("factors").text("residual"),
        root.items("green-power").stream().map(SiteAccountsFile::greenPower).toList(),
        measures(root, false).map(SiteAccountsFile::measure).toList(),
        measures(root, true).map(RegressionFile::measure).toList(),
        root.items("load-shifts").stream().map(SiteAccountsFile::loadShift).toList(),
        root.find("scope2-market").map(MarketBasisReader::read).orElse(MarketBasis.DEFAULT),
        ProductRulesFile.read(root),
        UncertaintyFile.read(root),
        UpstreamFile.read(root));
  }

  private static Stream<DataNode> measures(DataNode root, boolean isRegression) {
    return root.items("efficiency-measures").stream()
        .filter(node -> node.find("regression").isPresent() == isRegression);
  }

  private static GreenPower greenPower(DataNode node) {
    return new GreenPower(
        node.text("id"),
        node.text("name"),
        GreenPower.Kind.valueOf(node.text("kind").toUpperCase(Locale.ROOT)),
        period(node),
        microgramsPerWattHour(node.get("kg-per-kwh").decimal()),
        node.items("monthly-mwh").stream().map(SiteAccountsFile::wattHours).toList(),
        node.text("source"));
  }

  /** 1 kg/kWh is 10^6 ug/Wh; the schema allows 6 decimals. */
  private static long microgramsPerWattHour(BigDecimal kilogramsPerKilowattHour) {
    return kilogramsPerKilowattHour.movePointRight(FACTOR_DECIMALS).longValueExact();
  }

  private static long wattHours(DataNode megawattHours) {
    return megawattHours.decimal().movePointRight(MEGAWATT_HOUR_DECIMALS).longValueExact();
  }

  private static EfficiencyMeasure measure(DataNode node) {
    var faults = new DataFaults();
    return new EfficiencyMeasure(
        node.text("id"),
        node.text("name"),
        texts(node, "energy"),
        node.text("driver"),
        period(node.get("baseline")),
        RuleValues.date(node, "from", faults).orElseThrow(),
        RuleValues.date(node, "to", faults),
        node.text("method"));
  }

  private static LoadShift loadShift(DataNode node) {
    return new LoadShift(
        node.text("id"), node.text("name"), texts(node, "executed"), node.text("reference"));
  }

  private static DatePeriod period(DataNode node) {
    return RuleValues.period(node, new DataFaults()).orElseThrow();
  }

  private static List<String> texts(DataNode node, String key) {
    return node.items(key).stream().map(DataNode::text).toList();
  }
}
