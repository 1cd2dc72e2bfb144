package org.zerofactory.domain.certification;

import java.util.Optional;

/**
 * What doing one thing would bring.
 *
 * @param points that it alone would add
 * @param reaches the level that it alone would reach
 * @param forNextLevel whether the next level needs it
 */
public record NextAction(
    Criterion criterion,
    CriterionStatus status,
    long points,
    Optional<Level> reaches,
    boolean forNextLevel) {}
