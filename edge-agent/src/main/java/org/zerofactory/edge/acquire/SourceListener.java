package org.zerofactory.edge.acquire;

import java.time.Instant;
import java.util.List;
import org.zerofactory.domain.metering.Sample;

/**
 * Receives what a source gives. Every source calls from one thread of its own, so calls for one
 * source never overlap; a call that blocks holds its source back.
 */
public interface SourceListener {

  /**
   * Samples in stored units, ascending in source time per point; 1 to {@value Delivery#MAX_BATCH}
   * of them.
   */
  void samples(List<Sample> samples);

  /** Nothing before {@code until} is still to come from this source. */
  void completeUntil(String source, Instant until);

  /** Something that a person or the journal should know. */
  void event(SourceEvent event);
}
