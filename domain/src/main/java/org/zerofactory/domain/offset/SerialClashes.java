package org.zerofactory.domain.offset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Uses of serials that would count a tonne twice: in this register, whatever the site, or outside
 * of it, such as electricity certificates of the same generation in a registry that shares serials.
 */
public final class SerialClashes {

  private SerialClashes() {}

  /**
   * Every clash in words; empty if the serials are free.
   *
   * @param held all entries of the register; withdrawn ones clash with nothing
   * @param elsewhere uses outside of this register, in words
   */
  public static List<String> of(
      SerialRange serials,
      Collection<OffsetEntry> held,
      Function<SerialRange, List<String>> elsewhere) {
    List<String> clashes = new ArrayList<>();
    for (OffsetEntry entry : held) {
      SerialRange other = entry.credit().serials();
      if (entry.isLive() && other.overlaps(serials)) {
        clashes.add(
            serials
                + " overlaps "
                + other
                + " of site "
                + entry.credit().site()
                + ", year "
                + entry.credit().year());
      }
    }
    clashes.addAll(elsewhere.apply(serials));
    return clashes;
  }
}
