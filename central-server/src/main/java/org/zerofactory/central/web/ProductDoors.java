package org.zerofactory.central.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.product.RunChecks;
import org.zerofactory.domain.product.RunFault;

/**
 * What stands behind the routes of products. Texts are JSON; empty means that there is none of it.
 *
 * @param post takes runs
 * @param runs the log from one local day to another
 * @param period products from one local day to another
 * @param year products of a local year by month
 * @param order an order
 * @param footprint a product's footprint
 */
public record ProductDoors(
    Post post, OfDays runs, OfDays period, OfYear year, OfName order, Footprint footprint) {

  /** Doors behind which there is nothing. */
  static final ProductDoors NONE =
      new ProductDoors(
          (site, person, body, isCsv) -> Optional.empty(),
          (site, from, to) -> Optional.empty(),
          (site, from, to) -> Optional.empty(),
          (site, year) -> Optional.empty(),
          (site, order) -> Optional.empty(),
          (site, product, from, to, isMarket) -> new Answer.None("no door"));

  /** Takes runs as JSON or CSV; empty for an unknown site. */
  @FunctionalInterface
  public interface Post {
    Optional<Result> of(String site, String person, byte[] body, boolean isCsv);
  }

  /**
   * What came of sending runs.
   *
   * @param json the answer if there is no fault
   */
  public record Result(String json, List<RunFault> faults) {
    public static Result of(String json, RunChecks.Result checked) {
      return new Result(json, checked.faults());
    }
  }

  /** Something of local days; {@code to} is the day after the last. */
  @FunctionalInterface
  public interface OfDays {
    Optional<String> of(String site, LocalDate from, LocalDate to);
  }

  /** Something of a local year. */
  @FunctionalInterface
  public interface OfYear {
    Optional<String> of(String site, int year);
  }

  /** Something with a name. */
  @FunctionalInterface
  public interface OfName {
    Optional<String> of(String site, String name);
  }

  /** A footprint, by the market-based result or the location-based one. */
  @FunctionalInterface
  public interface Footprint {
    Answer of(String site, String product, LocalDate from, LocalDate to, boolean isMarket);
  }

  /** A footprint, or why there is none. */
  public sealed interface Answer {

    /** The footprint. */
    record Document(String json) implements Answer {}

    /** There is no data or product of that name. */
    record None(String reason) implements Answer {}

    /** There is, but something is missing that a footprint must state. */
    record Incomplete(String reason) implements Answer {}
  }
}
