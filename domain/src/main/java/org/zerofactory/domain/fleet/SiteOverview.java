package org.zerofactory.domain.fleet;

import java.util.Optional;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.SiteDescription;

/**
 * What is held of a site.
 *
 * @param sequence of the newest block
 * @param checkpoint newest signed note
 * @param dataRange from the first to the end of the newest sealed quarter hour
 */
public record SiteOverview(
    SiteDescription description,
    long epoch,
    long sequence,
    Hash hash,
    String checkpoint,
    Optional<Interval> dataRange) {}
