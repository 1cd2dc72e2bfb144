package org.zerofactory.domain.account;

import java.util.List;

/**
 * Loads that a schedule moves, and the meter of what they would have drawn by the reference plan.
 *
 * @param executedPoints registers of the loads as they ran
 * @param referencePoint register of the reference plan
 */
public record LoadShiftPlan(String id, List<String> executedPoints, String referencePoint) {
  public LoadShiftPlan {
    executedPoints = List.copyOf(executedPoints);
  }
}
