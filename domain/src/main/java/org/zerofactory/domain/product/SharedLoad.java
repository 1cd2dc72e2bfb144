package org.zerofactory.domain.product;

import java.util.List;

/**
 * A load that serves many orders at once.
 *
 * @param points that count it, Wh
 * @param key by what it is divided
 * @param machines those it serves; empty: all
 */
public record SharedLoad(
    String id, String name, List<String> points, AllocationKey key, List<String> machines) {

  public SharedLoad {
    points = List.copyOf(points);
    machines = List.copyOf(machines);
  }

  boolean serves(String machine) {
    return machines.isEmpty() || machines.contains(machine);
  }
}
