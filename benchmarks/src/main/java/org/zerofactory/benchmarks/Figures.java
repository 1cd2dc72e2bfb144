package org.zerofactory.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** One line of JSON: what was measured, on what machine. */
public final class Figures {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode line = MAPPER.createObjectNode();

  public Figures(String benchmark) {
    line.put("benchmark", benchmark);
    line.put("java", Runtime.version().feature());
    line.put("cores", Runtime.getRuntime().availableProcessors());
    line.put("machineLoad", machineLoad());
  }

  public Figures put(String name, double value, int decimals) {
    line.put(name, BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
    return this;
  }

  public Figures put(String name, String value) {
    line.put(name, value);
    return this;
  }

  public Figures put(String name, boolean value) {
    line.put(name, value);
    return this;
  }

  /** Adds every field of another line. */
  public Figures putAll(ObjectNode other) {
    line.setAll(other);
    return this;
  }

  @Override
  public String toString() {
    return line.toString();
  }

  public static double median(double[] values) {
    return percentile(values, 50);
  }

  /** The smallest value that at least {@code percent} of all values do not exceed. */
  public static double percentile(double[] values, int percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }

  /** Load average of the last minute: figures of a busy machine say so. */
  private static String machineLoad() {
    try {
      return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    } catch (IOException notLinux) {
      return "unknown";
    }
  }
}
