package org.zerofactory.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.domain.instrument.Market;
import org.zerofactory.domain.instrument.MatchingRule;

/** Reads the part {@code scope2-market} of an accounts file; what it leaves out is the default. */
final class MarketBasisReader {

  private static final long WATT_HOURS_OF_A_MEGAWATT_HOUR = 1_000_000;
  private static final int MILLIONTH_DECIMALS = 6;

  private MarketBasisReader() {}

  /** Faults beyond what the schema can say. */
  static void check(DataNode node, DataFaults faults) {
    RuleValues.date(node, "legacy-until", faults);
    Optional<DataNode> grid = node.find("grid-carbon-free");
    if (grid.isPresent()) {
      int count = grid.get().items("shares").size();
      if (count != 1 && count != 24) {
        faults.add(
            grid.get()
                .get("shares")
                .problem("expected one share or 24, one for each hour, but were " + count));
      }
    }
  }

  static MarketBasis read(DataNode node) {
    Optional<DataNode> grid = node.find("grid-carbon-free");
    return new MarketBasis(
        rule(node),
        node.findText("province"),
        node.items("claimants").stream().map(DataNode::text).toList(),
        grid.map(MarketBasisReader::shares).orElse(List.of()),
        grid.map(of -> of.text("source")));
  }

  private static MatchingRule rule(DataNode node) {
    MatchingRule standard = MatchingRule.GUIDANCE_2015;
    return new MatchingRule(
        node.findText("interval")
            .map(word -> MatchingRule.Match.valueOf(constant(word)))
            .orElse(standard.interval()),
        node.findText("boundary")
            .map(word -> Market.Boundary.valueOf(constant(word)))
            .orElse(standard.boundary()),
        node.findText("unmatched")
            .map(word -> MatchingRule.Unmatched.valueOf(constant(word)))
            .orElse(standard.unmatched()),
        RuleValues.date(node, "legacy-until", new DataFaults()),
        node.find("load-profile-allowed").map(DataNode::flag).orElse(standard.loadProfileAllowed()),
        node.find("exempt-below-mwh")
            .map(DataNode::decimal)
            .map(BigDecimal::longValueExact)
            .map(megawattHours -> megawattHours * WATT_HOURS_OF_A_MEGAWATT_HOUR)
            .map(OptionalLong::of)
            .orElse(OptionalLong.empty()),
        node.find("vintage-months")
            .map(DataNode::decimal)
            .map(BigDecimal::intValueExact)
            .orElse(standard.vintageMonths()));
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static List<Long> shares(DataNode grid) {
    return grid.items("shares").stream()
        .map(share -> new BigDecimal(share.text()))
        .map(share -> share.movePointRight(MILLIONTH_DECIMALS).longValueExact())
        .toList();
  }
}
