package org.zerofactory.edge.acquire;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * What the steps of one source share.
 *
 * @param clock the server's time
 * @param resumeFrom time from which history is wanted
 * @param conversions one per point, in the order of the setup
 */
record SourceContext(
    SourceSetup setup,
    SourceClock clock,
    InstantSource systemClock,
    Supplier<Instant> resumeFrom,
    SourceListener listener,
    Delivery delivery,
    Reports reports,
    SourceState state,
    ExecutorService fetches,
    List<SampleConversion> conversions) {

  SourceContext {
    conversions = List.copyOf(conversions);
  }
}
