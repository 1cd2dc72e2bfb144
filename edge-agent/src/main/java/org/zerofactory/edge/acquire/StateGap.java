package org.zerofactory.edge.acquire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.Sample;
import org.zerofactory.edge.alarm.Wording;

/**
 * A machine's state is not known while nobody listened and the server did not record it; what a
 * register counted meanwhile is.
 */
final class StateGap {

  /** Shorter ones are within what a sample is trusted for. */
  private static final Duration SHORTEST = Duration.ofSeconds(60);

  private StateGap() {}

  /**
   * Ends every such state at the time up to which the source was heard, and tells it once.
   *
   * @param from newest time that the source gave, or from when on its data is wanted
   */
  static void tell(SourceContext context, Roster roster, Instant from) {
    Instant until = context.clock().instant();
    List<Inspection.Found> states =
        roster.usable().stream()
            .filter(found -> found.point().quantity().kind() == Quantity.Kind.STATE)
            .filter(found -> !found.history())
            .toList();
    if (states.isEmpty() || Duration.between(from, until).compareTo(SHORTEST) < 0) {
      return;
    }
    Instant after = from.plusMillis(1);
    Instant arrival = context.systemClock().instant();
    for (Inspection.Found found : states) {
      context
          .delivery()
          .offer(
              found.index(),
              new Sample(
                  found.point().id(), after, arrival, Double.NaN, StatusCodes.Bad_NoCommunication));
    }
    context.delivery().flush();
    context
        .reports()
        .aboutSource(
            SourceEvent.Kind.GAP,
            Wording.of(
                "source %s: %d machine states are not known from %s to %s",
                "数据源 %s：%d 个设备状态在 %s 至 %s 期间未知", context.setup().id(), states.size(), from, until),
            Wording.of("Let the server record these nodes if it can.", "如服务器支持，请为这些节点启用历史记录。"),
            Map.of(
                "from", from.toString(),
                "until", until.toString(),
                "states", Integer.toString(states.size())));
  }
}
