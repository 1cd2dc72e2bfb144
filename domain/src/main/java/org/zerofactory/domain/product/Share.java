package org.zerofactory.domain.product;

import java.util.Comparator;

/**
 * A part of the site's load, and what it is for.
 *
 * @param of the order, the machine, or why it is unallocated
 * @param product of an order, otherwise empty
 */
public record Share(Kind kind, String of, String product) implements Comparable<Share> {

  /** Machines ran with no order in the log. */
  public static final String NO_ORDER = "running-without-order";

  /** The state of the machine is not known. */
  public static final String STATE_UNKNOWN = "state-unknown";

  /** A shared load, or the rest, that stays undivided or met no order. */
  public static final String SHARED_LOAD = "shared-load";

  /** The site's load of the quarter hour is not known, or meters contradict each other. */
  public static final String LOAD_UNKNOWN = "load-unknown";

  /** What a part of the load is for. */
  public enum Kind {
    /** Drawn by the machines that ran the order. */
    DIRECT,
    /** The order's part of shared loads and of the rest. */
    SHARED,
    /** Drawn by a machine during set-up. */
    SET_UP,
    /** Drawn by a machine that was idle, stopped or down. */
    IDLE,
    UNALLOCATED
  }

  private static final Comparator<Share> ORDER =
      Comparator.comparing(Share::kind).thenComparing(Share::of).thenComparing(Share::product);

  static Share direct(Job job) {
    return new Share(Kind.DIRECT, job.order(), job.product());
  }

  static Share shared(Job job) {
    return new Share(Kind.SHARED, job.order(), job.product());
  }

  static Share setUp(String machine) {
    return new Share(Kind.SET_UP, machine, "");
  }

  static Share idle(String machine) {
    return new Share(Kind.IDLE, machine, "");
  }

  static Share unallocated(String reason) {
    return new Share(Kind.UNALLOCATED, reason, "");
  }

  /** Whether an order is what it is for. */
  public boolean isOfOrder() {
    return kind == Kind.DIRECT || kind == Kind.SHARED;
  }

  public Job job() {
    if (!isOfOrder()) {
      throw new IllegalStateException("expected a share of an order, but was " + this);
    }
    return new Job(of, product);
  }

  @Override
  public int compareTo(Share other) {
    return ORDER.compare(this, other);
  }
}
