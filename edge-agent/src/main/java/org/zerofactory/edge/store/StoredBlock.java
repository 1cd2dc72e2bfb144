package org.zerofactory.edge.store;

import org.zerofactory.domain.journal.BlockKind;
import org.zerofactory.domain.journal.Hash;

/**
 * A sealed block as it is kept and sent.
 *
 * @param line canonical JSON without a line feed; its SHA-256 is the hash
 */
public record StoredBlock(long sequence, BlockKind kind, Hash hash, String line) {}
