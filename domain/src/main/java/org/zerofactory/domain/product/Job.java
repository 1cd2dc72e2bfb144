package org.zerofactory.domain.product;

import java.util.Comparator;

/** What energy is allocated to: a product made for an order. */
public record Job(String order, String product) implements Comparable<Job> {

  private static final Comparator<Job> ORDER =
      Comparator.comparing(Job::order).thenComparing(Job::product);

  @Override
  public int compareTo(Job other) {
    return ORDER.compare(this, other);
  }
}
