package org.zerofactory.domain.account;

import org.zerofactory.domain.carbon.EmissionFactor;

/**
 * A factor that a figure rests on.
 *
 * @param use {@code scope2-location} or {@code scope2-market}
 * @param provisional whether it stands in for one that is not yet published
 */
public record FactorUse(String use, EmissionFactor factor, boolean provisional) {}
