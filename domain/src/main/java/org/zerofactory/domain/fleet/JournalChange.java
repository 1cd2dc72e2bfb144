package org.zerofactory.domain.fleet;

import java.util.Optional;
import org.zerofactory.domain.metering.Interval;

/**
 * New blocks of a site were applied.
 *
 * @param sequence of the newest block
 * @param touched time in which readings changed; empty if none did
 */
public record JournalChange(String site, long sequence, Optional<Interval> touched) {}
