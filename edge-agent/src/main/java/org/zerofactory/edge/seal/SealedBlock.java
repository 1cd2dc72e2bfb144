package org.zerofactory.edge.seal;

import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.Hash;

/**
 * A block with its canonical line.
 *
 * @param hash SHA-256 of the line
 */
public record SealedBlock(Block block, Hash hash, String line) {}
