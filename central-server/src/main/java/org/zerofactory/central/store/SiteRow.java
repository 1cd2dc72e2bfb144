package org.zerofactory.central.store;

import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.account.BalanceSeries;
import org.zerofactory.domain.journal.JournalTip;
import org.zerofactory.domain.journal.VerificationKey;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.SiteDescription;

/**
 * A site's row.
 *
 * @param id its number in the other tables
 * @param series what the points add to in the balance
 * @param dataRange from the first to the end of the newest sealed quarter hour
 */
record SiteRow(
    long id,
    long epoch,
    VerificationKey key,
    String agentStore,
    JournalTip tip,
    String checkpoint,
    SiteDescription description,
    Map<String, BalanceSeries> series,
    Optional<Interval> dataRange) {}
