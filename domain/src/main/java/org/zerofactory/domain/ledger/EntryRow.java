package org.zerofactory.domain.ledger;

/**
 * An entry that is not kept yet, with the place where it stands.
 *
 * @param row line of the file or sheet, from 1
 */
public record EntryRow(int row, EntryDraft draft) {}
