package org.zerofactory.central.web;

import java.util.Optional;
import java.util.function.Function;

/**
 * What stands behind the routes of factors. Texts are JSON; empty means that there is none of it.
 *
 * @param list the factors that fit a query
 * @param one the factor of an id
 */
public record FactorDoors(Function<Query, String> list, Function<String, Optional<String>> one) {

  /**
   * Which factors are asked for; all that fit every part that is there.
   *
   * @param year the data year
   */
  public record Query(
      Optional<String> region,
      Optional<String> use,
      Optional<Integer> year,
      Optional<String> series) {}
}
