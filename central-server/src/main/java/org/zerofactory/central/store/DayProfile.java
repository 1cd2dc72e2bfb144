package org.zerofactory.central.store;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * What a point counted in each quarter hour of a local day, as a column. Packed it is one varint a
 * quarter hour (0 for a missing one, else the amount plus 1, low bits first), without the missing
 * ones at the end.
 */
final class DayProfile {

  /** Stands in a column for a quarter hour that is not known; amounts are 0 or more. */
  static final long MISSING = -1;

  /** A local day has at most 25 hours. */
  static final int LONGEST = 100;

  private DayProfile() {}

  static byte[] pack(long[] amounts) {
    int length = amounts.length;
    while (length > 0 && amounts[length - 1] == MISSING) {
      length--;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(3 * length);
    for (int i = 0; i < length; i++) {
      long rest = amounts[i] + 1;
      while (rest >= 0x80) {
        bytes.write((int) (rest & 0x7f) | 0x80);
        rest >>>= 7;
      }
      bytes.write((int) rest);
    }
    return bytes.toByteArray();
  }

  /**
   * Fills the column; quarter hours that the bytes do not reach are missing.
   *
   * @throws StoreException if the bytes hold more than the column, or end inside a number
   */
  static void unpack(byte[] bytes, long[] into) {
    int at = 0;
    int index = 0;
    while (at < bytes.length) {
      if (index == into.length) {
        throw new StoreException("expected a day of at most " + into.length + " quarter hours");
      }
      long value = 0;
      int shift = 0;
      byte part;
      do {
        if (at == bytes.length || shift > 56) {
          throw new StoreException("expected a whole number at the end of a packed day");
        }
        part = bytes[at++];
        value |= (long) (part & 0x7f) << shift;
        shift += 7;
      } while (part < 0);
      into[index++] = value - 1;
    }
    Arrays.fill(into, index, into.length, MISSING);
  }
}
