package org.zerofactory.domain.schedule;

/**
 * People of one kind (ISA-95: personnel class).
 *
 * @param calendar id of the calendar in which they are there
 * @param headcount how many, 1 or more
 */
public record Crew(String id, String name, String calendar, int headcount) {}
