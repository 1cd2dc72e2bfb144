package org.zerofactory.domain.account;

/**
 * What a point counted over some time.
 *
 * @param known sum of the readings that are known, in the point's stored unit
 * @param missing quarter hours whose reading is not known
 */
public record PointAmount(long known, long missing) {

  public static final PointAmount NONE = new PointAmount(0, 0);

  public PointAmount plus(PointAmount other) {
    return new PointAmount(
        Math.addExact(known, other.known), Math.addExact(missing, other.missing));
  }
}
