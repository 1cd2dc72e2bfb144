package org.zerofactory.rules;

import java.util.List;

/**
 * Loads that a plan moves, and the reference plan they are compared with.
 *
 * @param executedPoints ids of the registers of what really ran
 * @param referencePoint id of the register of the plan with orders as they come
 */
public record LoadShift(
    String id, String name, List<String> executedPoints, String referencePoint) {

  public LoadShift {
    executedPoints = List.copyOf(executedPoints);
  }
}
