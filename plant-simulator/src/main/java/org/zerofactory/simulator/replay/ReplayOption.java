package org.zerofactory.simulator.replay;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which column of which CSV file becomes which register, written {@code
 * file=...,device=...,column=...,quantity=energy-import,unit=kWh,zone=Asia/Seoul,timestamp=date}.
 *
 * @param toBaseUnit factor from the file's unit to the register's unit
 * @param baseUnit the register's unit: Wh, L or pcs
 */
public record ReplayOption(
    Path file,
    String device,
    String column,
    String quantity,
    BigDecimal toBaseUnit,
    String baseUnit,
    ZoneId zone,
    String timestamp) {

  private static final Set<String> KEYS =
      Set.of("file", "device", "column", "quantity", "unit", "zone", "timestamp");

  /** Objects of the address space that are no devices. */
  private static final Set<String> RESERVED = Set.of("plant", "simulation");

  private static final Map<String, String> BASE_UNITS =
      Map.of(
          "energy-import", "Wh",
          "energy-export", "Wh",
          "energy-produced", "Wh",
          "planned-energy", "Wh",
          "reactive-energy", "varh",
          "gas-volume", "L",
          "water-volume", "L",
          "air-volume", "L",
          "output-count", "pcs");
  private static final Map<String, Map<String, BigDecimal>> FACTORS =
      Map.of(
          "Wh", Map.of("Wh", power(0), "kWh", power(3), "MWh", power(6)),
          "varh", Map.of("varh", power(0), "kvarh", power(3), "Mvarh", power(6)),
          "L", Map.of("L", power(0), "m3", power(3)),
          "pcs", Map.of("pcs", power(0)));

  /**
   * Reads the option's text.
   *
   * @throws IllegalArgumentException naming key and value, and what was expected
   */
  public static ReplayOption parse(String text) {
    Map<String, String> values = new HashMap<>();
    for (String part : text.split(",")) {
      int equals = part.indexOf('=');
      String key = equals < 0 ? part : part.substring(0, equals);
      if (equals < 0 || !KEYS.contains(key) || values.containsKey(key)) {
        throw wrong(
            text, "'" + part + "': expected each of " + KEYS + " at most once, as key=value");
      }
      values.put(key, part.substring(equals + 1));
    }
    String quantity = values.getOrDefault("quantity", "energy-import");
    String baseUnit = BASE_UNITS.get(quantity);
    if (baseUnit == null) {
      throw wrong(text, "quantity '" + quantity + "': expected one of " + BASE_UNITS.keySet());
    }
    Map<String, BigDecimal> factors = FACTORS.getOrDefault(baseUnit, Map.of());
    String unit = values.getOrDefault("unit", baseUnit);
    BigDecimal factor = factors.get(unit);
    if (factor == null) {
      throw wrong(text, "unit '" + unit + "': expected one of " + factors.keySet());
    }
    return new ReplayOption(
        Path.of(required(text, values, "file")),
        device(text, required(text, values, "device")),
        required(text, values, "column"),
        quantity,
        factor,
        baseUnit,
        zone(text, values.getOrDefault("zone", "UTC")),
        required(text, values, "timestamp"));
  }

  private static String required(String text, Map<String, String> values, String key) {
    String value = values.get(key);
    if (value == null || value.isBlank()) {
      throw wrong(text, "'" + key + "' is missing");
    }
    return value;
  }

  private static String device(String text, String device) {
    if (!device.matches("[A-Za-z0-9_-]{1,64}") || RESERVED.contains(device)) {
      throw wrong(
          text,
          "device '" + device + "': expected letters, digits, - and _, and none of " + RESERVED);
    }
    return device;
  }

  private static ZoneId zone(String text, String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException exception) {
      throw wrong(text, "zone '" + name + "': expected a name like Asia/Seoul");
    }
  }

  private static BigDecimal power(int digits) {
    return BigDecimal.ONE.scaleByPowerOfTen(digits);
  }

  private static IllegalArgumentException wrong(String text, String expected) {
    return new IllegalArgumentException("replay '" + text + "': " + expected);
  }
}
