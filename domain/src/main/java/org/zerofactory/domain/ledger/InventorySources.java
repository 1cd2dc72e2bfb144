package org.zerofactory.domain.ledger;

import java.util.List;
import org.zerofactory.domain.factor.GwpSet;
import org.zerofactory.domain.fleet.SiteOverview;
import org.zerofactory.domain.inventory.InputReferences;

/**
 * All that is held of a site for a period, read at one moment.
 *
 * @param references journal and factor sets, as a verifier can fetch them again
 * @param months of every point
 * @param entries that touch the period, whatever became of them
 * @param weighted factors of months in which the series of a connection changes
 */
public record InventorySources(
    SiteOverview site,
    InputReferences references,
    List<PointMonth> months,
    List<LedgerEntry> entries,
    SiteFactors factors,
    GwpSet potentials,
    MonthFactors weighted) {

  public InventorySources {
    months = List.copyOf(months);
    entries = List.copyOf(entries);
  }

  /** The entries that are accounted. */
  public List<LedgerEntry> approved() {
    return entries.stream().filter(of -> of.status() == EntryStatus.APPROVED).toList();
  }

  /** The entries that wait for a second person. */
  public List<LedgerEntry> waiting() {
    return entries.stream().filter(of -> of.status() == EntryStatus.ENTERED).toList();
  }
}
