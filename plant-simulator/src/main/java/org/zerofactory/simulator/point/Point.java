package org.zerofactory.simulator.point;

/**
 * One measured quantity of one device.
 *
 * @param device id of the device, for example {@code smt-1}
 * @param quantity quantity as in docs/formats.md, section 1, for example {@code energy-import}
 * @param unit unit on the wire: {@code Wh}, {@code L}, {@code pcs}, {@code kW}, ...; empty for a
 *     state
 */
public record Point(String device, String quantity, Kind kind, String unit) {

  /** The node's string identifier, {@code <device>.<quantity>}. */
  public String nodeName() {
    return device + "." + quantity;
  }

  /** True if {@code target} names this point ({@code device/quantity}) or its whole device. */
  public boolean isMeantBy(String target) {
    return target.equals(device) || target.equals(device + "/" + quantity);
  }
}
