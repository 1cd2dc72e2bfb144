package org.zerofactory.domain.account;

import java.util.Optional;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Energy;
import org.zerofactory.domain.savings.Waterfall;

/**
 * A saving of a year, with what it rests on.
 *
 * @param column the one kind of saving that it is; lines of two columns are never added
 * @param id of the measure, or the word of the waterfall's step
 * @param energy may be negative
 * @param carbon at the factors of its time; empty where only the column's is accounted
 * @param plusMinus half-width of the energy's band at 95%; empty where nothing measures it
 * @param uncertainty what the band rests on, or why there is none
 */
public record SavingLine(
    Waterfall.Column column,
    String id,
    String method,
    Energy energy,
    Optional<Carbon> carbon,
    Optional<Energy> plusMinus,
    String uncertainty) {}
