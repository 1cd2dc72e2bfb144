package org.zerofactory.simulator.plant;

import java.time.Instant;

/**
 * What the plant's production control reports of an order on a machine (ISA-95: job response).
 *
 * @param from when production began, set-up not included
 * @param to when it ended, exclusive
 * @param good pieces that passed
 * @param scrap pieces that did not; good and scrap together are what the machine's counter counted
 */
public record JobResponse(
    String run,
    String order,
    String product,
    String machine,
    Instant from,
    Instant to,
    long good,
    long scrap) {

  /** Heading of the lines that {@link #csv()} gives. */
  public static final String HEADING = "run,order,product,machine,from,to,good,scrap";

  /** One line of CSV; no field needs quotes. */
  public String csv() {
    return String.join(
        ",",
        run,
        order,
        product,
        machine,
        from.toString(),
        to.toString(),
        Long.toString(good),
        Long.toString(scrap));
  }
}
