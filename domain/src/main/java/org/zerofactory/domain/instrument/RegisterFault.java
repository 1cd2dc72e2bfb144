package org.zerofactory.domain.instrument;

/**
 * Why the register refuses something.
 *
 * @param code a word for programs
 * @param field that is at fault, as in requests and CSV columns
 * @param detail value and what was expected, for people
 */
public record RegisterFault(String code, String field, String detail) {}
