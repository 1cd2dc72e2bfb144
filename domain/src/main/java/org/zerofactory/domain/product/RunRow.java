package org.zerofactory.domain.product;

/** A run as it came, and in which row. */
public record RunRow(long row, ProductionRun run) {}
