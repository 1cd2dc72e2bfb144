package org.zerofactory.domain.inventory;

import java.time.LocalDate;
import java.time.YearMonth;
import org.zerofactory.domain.quantity.Amount;

/**
 * One source in one local month, not yet accounted.
 *
 * @param first day in the month: all of it, or an entry's part
 * @param last day in the month
 * @param estimated part of the amount
 */
record Activity(
    String source,
    Place place,
    SourceCategory category,
    Flow flow,
    YearMonth month,
    LocalDate first,
    LocalDate last,
    Amount amount,
    long estimated,
    boolean isEntered,
    String series,
    Evidence evidence) {

  Activity withCategory(SourceCategory other, String otherSeries) {
    return new Activity(
        source,
        place,
        other,
        flow,
        month,
        first,
        last,
        amount,
        estimated,
        isEntered,
        otherSeries,
        evidence);
  }

  /** As a deduction: the same amount below zero. */
  Activity negated() {
    return new Activity(
        source,
        place,
        category,
        flow,
        month,
        first,
        last,
        new Amount(Math.negateExact(amount.value()), amount.unit()),
        -estimated,
        isEntered,
        series,
        evidence);
  }

  /** For messages. */
  String where() {
    return evidence
        .entry()
        .map(entry -> "entry " + entry + " of site " + place.site())
        .orElse("meter " + source + " of site " + place.site() + " in " + month);
  }
}
