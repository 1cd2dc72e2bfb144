package org.zerofactory.domain.instrument;

import java.time.Instant;

/**
 * Something that was done with an instrument.
 *
 * @param person as the request named it; that it was this person is not proven
 * @param event {@code issued}, {@code allocated} or {@code retired}
 * @param detail what, for people
 */
public record RegisterEvent(Instant at, String person, String event, String detail) {}
