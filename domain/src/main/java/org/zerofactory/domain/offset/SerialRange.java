package org.zerofactory.domain.offset;

/**
 * Serials of a registry from first to last, both included. One serial is one tonne.
 *
 * @param registry word of the registry in small letters, such as {@code ccer} or {@code vcs}
 * @param block what stands before the running number: project, vintage, issuance
 */
public record SerialRange(String registry, String block, long first, long last) {

  /** One serial of the known registries stands for one tonne of CO2e (from memory, unverified). */
  public static final long KILOGRAMS_PER_SERIAL = 1000;

  private static final String REGISTRY = "[a-z][a-z0-9-]{0,31}";
  private static final String BLOCK = "[A-Z0-9][A-Z0-9._/-]{0,79}";

  /**
   * @throws IllegalArgumentException naming the part that is wrong
   */
  public SerialRange {
    if (!registry.matches(REGISTRY)) {
      throw new IllegalArgumentException(
          "registry: expected a word of small letters such as ccer, found \"" + registry + "\"");
    }
    if (!block.matches(BLOCK)) {
      throw new IllegalArgumentException(
          "block: expected 1 to 80 capitals, digits, dots, slashes, hyphens, found \""
              + block
              + "\"");
    }
    if (first < 1 || last < first) {
      throw new IllegalArgumentException(
          "serials: expected first from 1 and last not below it, found " + first + " to " + last);
    }
    if (last - first >= Long.MAX_VALUE / KILOGRAMS_PER_SERIAL) {
      throw new IllegalArgumentException("serials: expected fewer, found " + first + " to " + last);
    }
  }

  public long count() {
    return last - first + 1;
  }

  public boolean overlaps(SerialRange other) {
    return registry.equals(other.registry)
        && block.equals(other.block)
        && first <= other.last
        && other.first <= last;
  }

  @Override
  public String toString() {
    return registry + " " + block + " " + first + "-" + last;
  }
}
