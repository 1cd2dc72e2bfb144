package org.zerofactory.domain.waste;

import java.util.ArrayList;
import java.util.List;

/** The features of each scope: name, unit and meaning. The unit stands at the name's end. */
public final class FeatureNames {

  /**
   * One feature.
   *
   * @param unit empty for text and truth values
   */
  public record Feature(String name, Kind kind, String unit, String meaning) {}

  /** What a feature's value is. */
  public enum Kind {
    NUMBER,
    TEXT,
    FLAG
  }

  private static final List<Feature> MACHINE =
      List.of(
          number("power_kw", "kW", "mean power in the quarter hour"),
          number("energy_wh", "Wh", "energy in the quarter hour"),
          number("running_minutes", "min", "time running in the quarter hour"),
          number("setup_minutes", "min", "time in set-up in the quarter hour"),
          number("down_minutes", "min", "time broken down in the quarter hour"),
          number(
              "waiting_minutes", "min", "whole quarter hours idle or stopped, one after the other"),
          number("running_kw", "kW", "median power of quarter hours spent running, 28 days"));

  private static final List<Feature> METER =
      List.of(
          text("quantity", "what the register counts, such as energy-import"),
          text("role", "role of the device, such as load"),
          number("still_minutes", "min", "quarter hours without any count, one after the other"),
          number("usual_moving_share", "1", "share of quarter hours with a count, 7 days"),
          number("siblings_moving_share", "1", "share of meters of this role that count now"),
          flag("other_direction_moves", "whether its device's opposite register counts now"),
          number("running_minutes", "min", "time its machine runs in the quarter hour"),
          number("missing_minutes", "min", "quarter hours without a reading, one after the other"),
          number("others_missing_share", "1", "share of the other registers without a reading"),
          flag("clock_faulty", "whether its clock was reported wrong in the last 90 minutes"),
          number("counted_wh", "Wh", "what it counted in 24 hours, if meters stand below it"),
          number("below_wh", "Wh", "what the meters below counted in the same 24 hours"),
          number("below_share", "1", "below_wh over counted_wh"),
          number("usual_below_share", "1", "median of daily shares, 28 days"));

  private static final List<Feature> LINE =
      List.of(
          number("pieces", "1", "pieces in the quarter hour"),
          number("day_pieces", "1", "pieces in 24 hours"),
          number("usual_day_pieces", "1", "median pieces of a day, 28 days"),
          number("intensity_wh_per_piece", "Wh", "energy per piece in 24 hours"),
          number("usual_intensity_wh_per_piece", "Wh", "median of daily intensities, 28 days"));

  private static final List<Feature> INVERTER =
      List.of(
          number("produced_wh", "Wh", "production in the quarter hour"),
          number("siblings_wh", "Wh", "median production of the other inverters"),
          number("share", "1", "production over siblings' median, 40 quarter hours of sun"),
          number("usual_share", "1", "median of daily shares, 28 days"),
          number("lost_share", "1", "how far share lies below usual_share"),
          number("yield_share", "1", "as share, for each installed kW; needs installed-kw"));

  private static final List<Feature> SITE =
      List.of(
          number("import_kw", "kW", "mean grid import in the quarter hour"),
          number("load_kw", "kW", "import + production - export"),
          number("power_factor", "1", "import over apparent energy of the connection, 30 days"),
          number("month_import_wh", "Wh", "grid import in the same 30 days"),
          number("month_reactive_varh", "varh", "inductive reactive energy in the same 30 days"),
          number("running_machines", "1", "machines that run, as a mean"),
          number("night_base_kw", "kW", "load without machines, mean of the night so far"),
          number("usual_night_base_kw", "kW", "median of 28 nights with as many machines"),
          number("air_m3_per_h", "m3/h", "flow of compressed air"),
          number("usual_air_m3_per_h", "m3/h", "median flow with as many machines running"),
          number("air_excess_m3_per_h", "m3/h", "mean of flow less usual flow, 24 hours"),
          number("air_excess_share", "1", "the same as a share of usual flow"));

  private FeatureNames() {}

  /** The features of a scope. */
  public static List<Feature> of(WasteScope scope) {
    return switch (scope) {
      case MACHINE -> MACHINE;
      case METER -> METER;
      case LINE -> LINE;
      case INVERTER -> INVERTER;
      case SITE -> SITE;
    };
  }

  /** The usual value that a feature is calculated from; the feature itself if there is none. */
  public static String usualOf(String feature) {
    return switch (feature) {
      case "lost_share" -> "usual_share";
      case "air_excess_share", "air_excess_m3_per_h" -> "usual_air_m3_per_h";
      default -> feature;
    };
  }

  /** Constants that rules may use in every scope. */
  public static List<Feature> constants() {
    return new ArrayList<>(
        List.of(
            number("wh_per_kwh", "Wh/kWh", "1000"),
            number("quarter_h", "h", "0.25, the length of a quarter hour")));
  }

  private static Feature number(String name, String unit, String meaning) {
    return new Feature(name, Kind.NUMBER, unit, meaning);
  }

  private static Feature text(String name, String meaning) {
    return new Feature(name, Kind.TEXT, "", meaning);
  }

  private static Feature flag(String name, String meaning) {
    return new Feature(name, Kind.FLAG, "", meaning);
  }
}
