package org.zerofactory.domain.certification;

/**
 * A number that a criterion shows.
 *
 * @param unit of the number, such as {@code Wh} or {@code ppm}
 */
public record FactMeasure(FactExpression<Long> expression, String unit) {}
