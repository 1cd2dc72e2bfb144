package org.zerofactory.domain.product;

/**
 * Why a run is refused.
 *
 * @param row of the file or list, counted from 1; in a file the heading is row 1
 * @param column the field
 * @param detail what was expected, and what was found
 */
public record RunFault(long row, String column, String detail) {}
