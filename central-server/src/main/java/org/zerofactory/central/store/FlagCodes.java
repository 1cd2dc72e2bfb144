package org.zerofactory.central.store;

import org.zerofactory.domain.metering.Flag;

/** The numbers of flags in the tables; they outlive any order of the enum. */
final class FlagCodes {

  private FlagCodes() {}

  static int code(Flag flag) {
    return switch (flag) {
      case MEASURED -> 0;
      case ESTIMATED -> 1;
      case INTEGRATED -> 2;
      case RESET -> 3;
      case MISSING -> 4;
    };
  }

  static Flag flag(int code) {
    return switch (code) {
      case 0 -> Flag.MEASURED;
      case 1 -> Flag.ESTIMATED;
      case 2 -> Flag.INTEGRATED;
      case 3 -> Flag.RESET;
      case 4 -> Flag.MISSING;
      default -> throw new StoreException("expected a flag's code of 0 to 4, found " + code);
    };
  }
}
