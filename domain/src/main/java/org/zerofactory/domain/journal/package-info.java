/** The journal: canonical blocks, their chain, the Merkle tree over them and signed checkpoints. */
@NullMarked
package org.zerofactory.domain.journal;

import org.jspecify.annotations.NullMarked;
