package org.zerofactory.domain.inventory;

/** Where an amount comes from; every total states the share of each. */
public enum Origin {
  /** Difference of registers in signed blocks. */
  MEASURED,
  /** In signed blocks too, but spread over a gap, integrated from power or across a reset. */
  ESTIMATED,
  /** Entered by a person with a document, approved by another. */
  ENTERED
}
