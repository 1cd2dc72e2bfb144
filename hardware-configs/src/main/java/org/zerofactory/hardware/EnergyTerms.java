package org.zerofactory.hardware;

import org.zerofactory.domain.schedule.Connection;

/**
 * Prices and limits of a site's connection as its plant file states them.
 *
 * @param currency ISO 4217 code
 * @param tariff id of the tariff of imported energy
 * @param feedInPrice money per kWh exported
 * @param gridFactor id of the series of grid factors
 */
public record EnergyTerms(
    String currency, String tariff, double feedInPrice, Connection connection, String gridFactor) {}
