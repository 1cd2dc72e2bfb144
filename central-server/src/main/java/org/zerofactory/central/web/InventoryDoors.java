package org.zerofactory.central.web;

import org.zerofactory.domain.ledger.InventorySettings;
import org.zerofactory.domain.ledger.Person;

/**
 * What stands behind the routes of inventories. Answers are JSON texts.
 *
 * @param compile an inventory of what is held at the moment, not kept
 * @param list the kept inventories of a site
 * @param create a new draft, from JSON
 * @param one a kept inventory
 * @param content the bytes whose SHA-256 was published
 * @param diff what changed between two inventories
 * @param review fixes a draft's bytes for a reviewer
 * @param sendBack back to draft, from JSON with the reason
 * @param publish for good
 * @param restate a draft that takes a published inventory's place, from JSON with the reason
 * @param baseYear the base year, and whether it must be recalculated
 * @param chooseBaseYear from JSON
 */
public record InventoryDoors(
    Compile compile,
    OfSite list,
    Write create,
    One one,
    One content,
    Diff diff,
    Step review,
    StepWithBody sendBack,
    Step publish,
    StepWithBody restate,
    OfSite baseYear,
    Write chooseBaseYear) {

  /** Compiles. */
  @FunctionalInterface
  public interface Compile {
    String of(String site, InventorySettings settings);
  }

  /** Tells something of a site. */
  @FunctionalInterface
  public interface OfSite {
    String of(String site);
  }

  /** Gives one inventory out. */
  @FunctionalInterface
  public interface One {
    String of(String site, String id);
  }

  /** Compares two. */
  @FunctionalInterface
  public interface Diff {
    String of(String site, String id, String with);
  }

  /** Takes something in. */
  @FunctionalInterface
  public interface Write {
    String of(String site, Person person, byte[] body);
  }

  /** Takes an inventory a step further. */
  @FunctionalInterface
  public interface Step {
    String of(String site, String id, Person person);
  }

  /** Takes an inventory a step further for a reason. */
  @FunctionalInterface
  public interface StepWithBody {
    String of(String site, String id, Person person, byte[] body);
  }
}
