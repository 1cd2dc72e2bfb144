package org.zerofactory.central;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.Supplier;
import org.zerofactory.domain.journal.BatchVerdict;

/** The program's figures for monitors. */
final class Metrics {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Counter blocks;
  private final Timer apply;
  private Supplier<Number> alertBlocks = () -> 0;

  Metrics() {
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    this.blocks =
        Counter.builder("zerofactory.blocks.applied")
            .description("Blocks that were applied")
            .register(registry);
    this.apply =
        Timer.builder("zerofactory.batch.apply")
            .description("Time to judge and apply a batch, commit included")
            .register(registry);
  }

  /** Times the work on a batch and counts its verdict. */
  BatchVerdict timed(int size, Supplier<BatchVerdict> work) {
    BatchVerdict verdict = apply.record(work);
    if (verdict instanceof BatchVerdict.Accepted) {
      blocks.increment(size);
    }
    return verdict;
  }

  /** Counts an answer, also of batches that were never applied. */
  void answered(BatchVerdict verdict) {
    Counter.builder("zerofactory.batches")
        .description("Batches by verdict")
        .tag("verdict", verdict.word())
        .register(registry)
        .increment();
  }

  void queue(Supplier<Number> waiting) {
    Gauge.builder("zerofactory.batches.waiting", waiting)
        .description("Batches that wait to be applied")
        .register(registry);
  }

  void alerts(Supplier<Number> looked) {
    alertBlocks = looked; // a function counter holds what it asks only weakly
    FunctionCounter.builder(
            "zerofactory.alerts.blocks", this, own -> own.alertBlocks.get().doubleValue())
        .description("Blocks that the alert rules have looked at")
        .register(registry);
  }

  String text() {
    return registry.scrape();
  }
}
