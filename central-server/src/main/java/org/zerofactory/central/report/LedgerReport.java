package org.zerofactory.central.report;

import java.util.List;
import java.util.stream.Collectors;
import org.zerofactory.domain.ledger.AuditRecord;
import org.zerofactory.domain.ledger.LedgerEntry;

/** Lists of the ledger as JSON; entries and records are canonical already. */
public final class LedgerReport {

  private LedgerReport() {}

  /** What became of a table: how many entries, and their ids. */
  public static String entered(List<LedgerEntry> entries) {
    return "{\"count\":"
        + entries.size()
        + ",\"entries\":"
        + entries.stream()
            .map(entry -> '"' + entry.id() + '"')
            .collect(Collectors.joining(",", "[", "]"))
        + "}";
  }

  /** Entries, and the number to go on after if there may be more. */
  public static String entries(List<LedgerEntry> entries, int limit) {
    return entries.stream()
            .map(entry -> entry.json().canonical())
            .collect(Collectors.joining(",", "{\"entries\":[", "]"))
        + ",\"next\":"
        + (entries.size() < limit ? "null" : entries.get(limit - 1).number())
        + "}";
  }

  /** Records of the trail, each with its line's hash, so that anybody can check the chain. */
  public static String audit(List<String> lines) {
    return lines.stream()
        .map(line -> "{\"hash\":\"" + AuditRecord.hash(line).hex() + "\",\"record\":" + line + "}")
        .collect(Collectors.joining(",", "{\"records\":[", "]}"));
  }
}
