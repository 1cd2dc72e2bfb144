package org.zerofactory.domain.inventory;

import java.util.Optional;

/**
 * What a line rests on: blocks of a journal, or an entry with its document.
 *
 * @param entry id
 * @param document SHA-256, hex
 */
public record Evidence(
    Optional<BlockRange> blocks, Optional<String> entry, Optional<String> document) {}
