package org.zerofactory.domain.schedule;

/**
 * A place where lots wait between two steps (ISA-95: storage unit).
 *
 * @param capacity lots, 1 or more
 */
public record Buffer(String id, int capacity) {}
