package org.zerofactory.domain.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a Merkle tree (RFC 9162, 2.1.1): enough to append and to give the root, at most
 * 63 hashes for any size.
 *
 * @param size number of leaves
 * @param peaks roots of the complete subtrees, largest first; one for every 1 bit of the size
 */
public record MerkleFrontier(long size, List<Hash> peaks) {

  public static final MerkleFrontier EMPTY = new MerkleFrontier(0, List.of());

  private static final byte[] LEAF_PREFIX = {0};
  private static final byte[] NODE_PREFIX = {1};

  /**
   * @throws IllegalArgumentException if the number of peaks does not fit the size
   */
  public MerkleFrontier {
    peaks = List.copyOf(peaks);
    if (size < 0 || Long.bitCount(size) != peaks.size()) {
      throw new IllegalArgumentException(
          "a tree of "
              + size
              + " leaves has "
              + Long.bitCount(size)
              + " peaks, but there were "
              + peaks.size());
    }
  }

  /** Hash of a journal line as a leaf. */
  public static Hash leaf(String line) {
    return Hash.of(LEAF_PREFIX, line.getBytes(StandardCharsets.UTF_8));
  }

  /** The tree with one more leaf. */
  public MerkleFrontier append(Hash leaf) {
    List<Hash> next = new ArrayList<>(peaks);
    Hash node = leaf;
    for (long rest = size; (rest & 1) == 1; rest >>= 1) {
      node = node(next.remove(next.size() - 1), node);
    }
    next.add(node);
    return new MerkleFrontier(size + 1, next);
  }

  /** The tree's root; the hash of nothing for an empty tree (RFC 9162, 2.1.1). */
  public Hash root() {
    if (peaks.isEmpty()) {
      return Hash.of(new byte[0]);
    }
    Hash root = peaks.get(peaks.size() - 1);
    for (int i = peaks.size() - 2; i >= 0; i--) {
      root = node(peaks.get(i), root);
    }
    return root;
  }

  private static Hash node(Hash left, Hash right) {
    return Hash.of(NODE_PREFIX, left.bytes(), right.bytes());
  }
}
