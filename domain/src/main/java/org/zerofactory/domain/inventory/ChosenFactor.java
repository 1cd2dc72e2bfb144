package org.zerofactory.domain.inventory;

import org.zerofactory.domain.factor.Factor;

/**
 * A factor in use for a day.
 *
 * @param provisional whether it stands in for one that is not published yet
 */
public record ChosenFactor(Factor factor, boolean provisional) {}
