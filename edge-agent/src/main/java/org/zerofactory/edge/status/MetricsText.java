package org.zerofactory.edge.status;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.zerofactory.edge.acquire.SourceStatus;

/** Figures for Prometheus; made on the first request, so an agent that nobody asks stays small. */
final class MetricsText {

  private final Supplier<EdgeView> view;
  private volatile @Nullable EdgeView current;
  private @Nullable PrometheusMeterRegistry registry;

  MetricsText(Supplier<EdgeView> view) {
    this.view = view;
  }

  synchronized String text() {
    current = view.get();
    if (registry == null) {
      registry = made();
    }
    return registry.scrape();
  }

  private PrometheusMeterRegistry made() {
    PrometheusMeterRegistry made = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    FunctionCounter.builder("edge.samples.stored", this, self -> self.read(EdgeView::storedSamples))
        .description("Samples stored since the start")
        .register(made);
    gauge(made, "edge.journal.sequence", "Newest sealed block", EdgeView::sequence);
    gauge(made, "edge.sync.backlog", "Blocks the centre has not confirmed", EdgeView::backlog);
    gauge(
        made,
        "edge.sync.last.confirmed.seconds",
        "Epoch time of the centre's last answer",
        seen -> seen.lastConfirmed().map(Instant::getEpochSecond).orElse(0L));
    gauge(
        made,
        "edge.sealed.until.seconds",
        "Epoch time up to which intervals are sealed",
        seen -> seen.sealedUntil().map(Instant::getEpochSecond).orElse(0L));
    gauge(made, "edge.journal.bytes", "Size of the journal", seen -> seen.bytesOf("journal.db"));
    gauge(made, "edge.samples.bytes", "Size of the raw ring", seen -> seen.bytesOf("samples.db"));
    gauge(made, "edge.disk.free.bytes", "Free space for the data", EdgeView::diskFreeBytes);
    gauge(made, "edge.alarms", "Open alarms", seen -> seen.alarms().size());
    gauge(
        made,
        "edge.sources.connected",
        "Sources that are connected",
        seen -> seen.sources().stream().filter(SourceStatus::connected).count());
    new JvmMemoryMetrics().bindTo(made);
    new JvmThreadMetrics().bindTo(made);
    new ProcessorMetrics().bindTo(made);
    return made;
  }

  private void gauge(
      PrometheusMeterRegistry registry,
      String name,
      String description,
      ToDoubleFunction<EdgeView> value) {
    Gauge.builder(name, this, self -> self.read(value))
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  private double read(ToDoubleFunction<EdgeView> value) {
    EdgeView seen = current;
    return seen == null ? Double.NaN : value.applyAsDouble(seen);
  }
}
