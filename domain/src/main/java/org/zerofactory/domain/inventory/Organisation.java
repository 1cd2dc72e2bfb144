package org.zerofactory.domain.inventory;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who reports, and which sites it operates. Consolidation is by operational control: a site counts
 * as a whole or not at all.
 *
 * <p>Source: GHG Protocol Corporate Standard, chapter 3 (operational control) and chapter 5
 * (structural changes); ISO 14064-1:2018, 5.1.
 *
 * @param members sites under its control today, and those that were closed
 * @param exclusions left out on purpose
 * @param changes structural changes that its boundary went through
 */
public record Organisation(
    String id,
    String name,
    List<Member> members,
    List<Boundary.Exclusion> exclusions,
    List<StructuralChange> changes) {

  /**
   * A site of the organisation. Months of opening and closing are growth and decline, not changes
   * of structure: before and after them the site emitted nothing.
   *
   * @param opened first month of its operation; empty if it is older than any inventory
   * @param closed first month after its operation; empty while it runs
   */
  public record Member(String site, Optional<YearMonth> opened, Optional<YearMonth> closed) {

    /**
     * @throws IllegalArgumentException unless it closes after it opens
     */
    public Member {
      if (opened.isPresent() && closed.isPresent() && !closed.get().isAfter(opened.get())) {
        throw new IllegalArgumentException(
            "site " + site + " must close after it opens, but was " + opened + " to " + closed);
      }
    }

    boolean operatesIn(InventoryPeriod period) {
      return opened.filter(month -> !month.isBefore(period.to())).isEmpty()
          && closed.filter(month -> !month.isAfter(period.from())).isEmpty();
    }
  }

  /** What moved emissions into or out of the boundary without making or ending them. */
  public enum StructuralKind {
    ACQUISITION,
    DIVESTMENT,
    MERGER,
    INSOURCING,
    OUTSOURCING;

    /** The word in files and answers. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A change of structure, stated by the organisation. */
  public record StructuralChange(String site, StructuralKind kind, LocalDate on, String reason) {}

  /**
   * @throws IllegalArgumentException if there is no site, or one is there twice
   */
  public Organisation {
    members = List.copyOf(members);
    exclusions = List.copyOf(exclusions);
    changes = List.copyOf(changes);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("organisation " + id + " needs a site, but has none");
    }
    if (members.stream().map(Member::site).distinct().count() < members.size()) {
      throw new IllegalArgumentException("organisation " + id + " has a site twice");
    }
  }

  /** The sites that operated in a period or a part of it, sorted. */
  public List<String> sitesIn(InventoryPeriod period) {
    return members.stream()
        .filter(member -> member.operatesIn(period))
        .map(Member::site)
        .sorted()
        .toList();
  }
}
