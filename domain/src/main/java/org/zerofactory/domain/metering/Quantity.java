package org.zerofactory.domain.metering;

import java.util.Arrays;
import java.util.Optional;

/** What a point measures; the word in files and journals, its kind and its stored unit. */
public enum Quantity {
  ENERGY_IMPORT("energy-import", Kind.REGISTER, "Wh"),
  ENERGY_EXPORT("energy-export", Kind.REGISTER, "Wh"),
  ENERGY_PRODUCED("energy-produced", Kind.REGISTER, "Wh"),
  REACTIVE_ENERGY("reactive-energy", Kind.REGISTER, "varh"),
  GAS_VOLUME("gas-volume", Kind.REGISTER, "L"),
  WATER_VOLUME("water-volume", Kind.REGISTER, "L"),
  AIR_VOLUME("air-volume", Kind.REGISTER, "L"),
  HEAT("heat", Kind.REGISTER, "kJ"),
  OUTPUT_COUNT("output-count", Kind.REGISTER, "pcs"),
  PLANNED_ENERGY("planned-energy", Kind.REGISTER, "Wh"),
  ACTIVE_POWER("active-power", Kind.GAUGE, "kW"),
  TEMPERATURE("temperature", Kind.GAUGE, "degC"),
  IRRADIANCE("irradiance", Kind.GAUGE, "W/m2"),
  AIR_FLOW("air-flow", Kind.GAUGE, "m3/h"),
  STATE("state", Kind.STATE, "");

  /** How a quantity behaves: a register only rises, a gauge goes up and down, a state is a word. */
  public enum Kind {
    REGISTER,
    GAUGE,
    STATE
  }

  private final String word;
  private final Kind kind;
  private final String storedUnit;

  Quantity(String word, Kind kind, String storedUnit) {
    this.word = word;
    this.kind = kind;
    this.storedUnit = storedUnit;
  }

  /** The word in files, journals and point ids. */
  public String word() {
    return word;
  }

  public Kind kind() {
    return kind;
  }

  /** Registers are whole numbers of this unit, gauges doubles in it; empty for a state. */
  public String storedUnit() {
    return storedUnit;
  }

  public boolean isRegister() {
    return kind == Kind.REGISTER;
  }

  public static Optional<Quantity> ofWord(String word) {
    return Arrays.stream(values()).filter(quantity -> quantity.word.equals(word)).findFirst();
  }
}
