package org.zerofactory.edge.acquire;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.jspecify.annotations.Nullable;
import org.zerofactory.edge.alarm.Wording;

/** The thread of one source: connects, acquires until something breaks, waits, begins again. */
final class SourceWorker implements Runnable {

  private final SourceContext context;
  private final Connector connector;
  private final Backoff backoff;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Connection connection;
  private boolean online;
  private SourceEvent.@Nullable Kind lastFailure;

  SourceWorker(SourceContext context, Connector connector, Backoff backoff) {
    this.context = context;
    this.connector = connector;
    this.backoff = backoff;
  }

  @Override
  public void run() {
    try {
      boolean open = true;
      while (open) {
        context.state().phase(SourceStatus.Phase.CONNECTING);
        attempt();
        Duration wait = backoff.next();
        open = !closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      context.state().phase(SourceStatus.Phase.CLOSED);
    }
  }

  /** Ends the thread's work; the thread itself ends shortly after. */
  void close() {
    closed.countDown();
    Connection open = connection;
    if (open != null) {
      open.markBroken(Connection.CLOSED);
    }
  }

  private void attempt() throws InterruptedException {
    context.reports().newConnection();
    try (Connection open = connector.open(context.setup(), this::warn)) {
      connection = open;
      if (closed.getCount() == 0) {
        return;
      }
      tellOnline();
      new Acquisition(context, open).run(backoff::reset);
    } catch (UaException | RuntimeException exception) {
      if (closed.getCount() > 0) {
        failed(Explanation.of(exception, context.setup()));
      }
    } finally {
      connection = null;
    }
  }

  private void tellOnline() {
    online = true;
    lastFailure = null;
    context
        .reports()
        .aboutSource(
            SourceEvent.Kind.ONLINE,
            Wording.of(
                "source %s at %s is connected",
                "数据源 %s（%s）已连接", context.setup().id(), context.setup().endpoint()),
            Wording.NONE,
            Map.of("endpoint", context.setup().endpoint()));
    if (!context.setup().secure()) {
      context
          .reports()
          .aboutSource(
              SourceEvent.Kind.INSECURE,
              Wording.of(
                  "source %s at %s is read without encryption: anybody in its network can change"
                      + " values",
                  "数据源 %s（%s）以不加密方式读取：同一网络中的任何人都能篡改数值",
                  context.setup().id(),
                  context.setup().endpoint()),
              Wording.of(
                  "Use security: Basic256Sha256 for this source where its server offers it.",
                  "如服务器支持，请为该数据源设置 security: Basic256Sha256。"),
              Map.of("endpoint", context.setup().endpoint()));
    }
  }

  /** Once per outage, and again when its kind changes, not at each attempt. */
  private void failed(AcquireException exception) {
    context.state().failed(exception);
    if (online || exception.kind() != lastFailure) {
      context
          .reports()
          .aboutSource(
              exception.kind(),
              exception.text(),
              exception.advice(),
              Map.of("endpoint", context.setup().endpoint()));
    }
    online = false;
    lastFailure = exception.kind();
  }

  private void warn(Wording message, Wording advice) {
    context.reports().aboutSource(SourceEvent.Kind.CERTIFICATE_WARNING, message, advice, Map.of());
  }
}
