package org.zerofactory.rules;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataFile;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.datafile.DataSchema;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.domain.inventory.Boundary;
import org.zerofactory.domain.inventory.Organisation;

/** Reads one organisation file. */
final class OrganisationFile {

  private static final DataSchema SCHEMA =
      DataSchema.packaged(OrganisationFile.class, "/rules/schema/organisation.schema.json");

  private OrganisationFile() {}

  /** Empty, with faults added, if anything is wrong. */
  static Optional<Organisation> read(DataSource source, DataFaults faults) {
    var own = new DataFaults();
    Optional<DataNode> tree = DataFile.read(source, SCHEMA, own);
    tree.ifPresent(root -> check(root, own));
    own.sorted().forEach(faults::add);
    return own.isEmpty() ? tree.map(OrganisationFile::organisation) : Optional.empty();
  }

  private static void check(DataNode root, DataFaults faults) {
    Map<String, DataNode> seen = new HashMap<>();
    for (DataNode site : root.items("sites")) {
      site.findText("id")
          .map(id -> seen.putIfAbsent(id, site))
          .ifPresent(
              earlier ->
                  faults.add(
                      site.get("id")
                          .fault("each site once, for " + earlier.location() + " has it,")));
      boolean isWrong =
          site.findText("opened")
              .flatMap(opened -> site.findText("closed").map(end -> end.compareTo(opened) <= 0))
              .orElse(false);
      if (isWrong) {
        faults.add(site.get("closed").fault("a month after opened"));
      }
    }
    root.items("structural-changes").forEach(change -> RuleValues.date(change, "on", faults));
  }

  private static Organisation organisation(DataNode root) {
    return new Organisation(
        root.text("organisation"),
        root.text("name"),
        root.items("sites").stream().map(OrganisationFile::member).toList(),
        root.items("exclusions").stream().map(OrganisationFile::exclusion).toList(),
        root.items("structural-changes").stream().map(OrganisationFile::change).toList());
  }

  private static Organisation.Member member(DataNode node) {
    return new Organisation.Member(
        node.text("id"),
        node.findText("opened").map(YearMonth::parse),
        node.findText("closed").map(YearMonth::parse));
  }

  private static Boundary.Exclusion exclusion(DataNode node) {
    return new Boundary.Exclusion(
        node.text("subject"), node.text("reason"), new BigDecimal(node.text("percent")));
  }

  private static Organisation.StructuralChange change(DataNode node) {
    return new Organisation.StructuralChange(
        node.text("site"),
        Organisation.StructuralKind.valueOf(node.text("kind").toUpperCase(Locale.ROOT)),
        RuleValues.date(node, "on", new DataFaults()).orElseThrow(),
        node.text("reason"));
  }
}
