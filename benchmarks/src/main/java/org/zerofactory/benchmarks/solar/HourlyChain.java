package org.zerofactory.benchmarks.solar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zerofactory.domain.solar.PvArray;
import org.zerofactory.forecast.Place;

/**
 * A file of hourly results as PVWatts writes it: a head of names and values, then 8,760 rows of
 * weather and of what that chain made of it. Hours are of the standard time of the place.
 *
 * @param offsetHours standard time against UTC, whole hours, from the longitude
 */
record HourlyChain(Place place, PvArray array, int offsetHours, List<Hour> hours) {

  private static final int COLUMNS = 11;
  private static final int HOURS = 8_760;
  private static final Map<String, Double> PER_KELVIN =
      Map.of("standard", -0.0047, "premium", -0.0035, "thin film", -0.0020);

  HourlyChain {
    hours = List.copyOf(hours);
  }

  /**
   * @param beam, diffuse, plane W/m2
   * @param dc, ac W
   */
  record Hour(
      int month,
      int day,
      int hour,
      double beam,
      double diffuse,
      double air,
      double wind,
      double plane,
      double cell,
      double dc,
      double ac) {}

  /**
   * @throws IOException if the file is not of this form; the message names line and field
   */
  static HourlyChain read(Path file) throws IOException {
    Map<String, String> head = new HashMap<>();
    List<Hour> hours = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      String[] cells = line.replace("\"", "").split(",", -1);
      if (cells.length >= COLUMNS && cells[0].strip().matches("\\d+")) {
        hours.add(hour(file, number, cells));
      } else if (cells.length > 1) {
        head.put(cells[0].strip().toLowerCase(java.util.Locale.ROOT), cells[1].strip());
      }
    }
    if (hours.size() != HOURS) {
      throw new IOException(file + ": expected " + HOURS + " hours, found " + hours.size());
    }
    double longitude = -number(file, head, "long (deg w):");
    Place place =
        new Place(number(file, head, "lat (deg n):"), longitude, number(file, head, "elev (m):"));
    return new HourlyChain(place, array(file, head), (int) Math.round(longitude / 15), hours);
  }

  private static PvArray array(Path file, Map<String, String> head) throws IOException {
    double peak = number(file, head, "dc system size (kw):");
    String type = head.getOrDefault("module type:", "").toLowerCase(java.util.Locale.ROOT);
    if (!PER_KELVIN.containsKey(type)) {
      throw new IOException(
          file + ": Module Type: expected one of " + PER_KELVIN.keySet() + ", found " + type);
    }
    boolean roof = head.getOrDefault("array type:", "").contains("roof");
    return new PvArray(
        "array",
        peak,
        peak / number(file, head, "dc to ac size ratio:"),
        number(file, head, "invert efficiency:") / 100,
        number(file, head, "array tilt (deg):"),
        number(file, head, "array azimuth (deg):"),
        roof ? PvArray.Mounting.CLOSE_ROOF : PvArray.Mounting.OPEN_RACK,
        PER_KELVIN.get(type),
        number(file, head, "system losses:") / 100,
        new double[0]);
  }

  private static double number(Path file, Map<String, String> head, String name)
      throws IOException {
    String text = head.get(name);
    try {
      return Double.parseDouble(text == null ? "" : text);
    } catch (NumberFormatException wrong) {
      throw new IOException(file + ": " + name + " expected a number, found " + text);
    }
  }

  private static Hour hour(Path file, int line, String[] cells) throws IOException {
    double[] numbers = new double[COLUMNS];
    for (int column = 0; column < COLUMNS; column++) {
      try {
        numbers[column] = Double.parseDouble(cells[column].strip());
      } catch (NumberFormatException wrong) {
        throw new IOException(
            "%s:%d: column %d: expected a number, found \"%s\""
                .formatted(file, line, column + 1, cells[column]));
      }
    }
    return new Hour(
        (int) numbers[0],
        (int) numbers[1],
        (int) numbers[2],
        numbers[3],
        numbers[4],
        numbers[5],
        numbers[6],
        numbers[7],
        numbers[8],
        numbers[9],
        numbers[10]);
  }
}
