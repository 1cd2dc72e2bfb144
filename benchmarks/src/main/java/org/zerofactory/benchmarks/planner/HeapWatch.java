package org.zerofactory.benchmarks.planner;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** The most heap that was in use after any garbage collection while it watched. */
final class HeapWatch implements AutoCloseable {

  private final AtomicLong most = new AtomicLong();
  private final List<NotificationEmitter> emitters = new ArrayList<>();
  private final NotificationListener listener = this::hear;

  HeapWatch() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      NotificationEmitter emitter = (NotificationEmitter) collector;
      emitter.addNotificationListener(listener, null, null);
      emitters.add(emitter);
    }
  }

  private void hear(Notification notification, Object ignored) {
    if (notification
        .getType()
        .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      var info = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
      long used = 0;
      for (var pool : info.getGcInfo().getMemoryUsageAfterGc().entrySet()) {
        boolean heap = !pool.getKey().matches("(?i).*(code|metaspace|class space).*");
        used += heap ? pool.getValue().getUsed() : 0;
      }
      long now = used;
      most.accumulateAndGet(now, Math::max);
    }
  }

  /** MiB; what is in use now if there was no collection. */
  double mebibytes() {
    MemoryUsage now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    long bytes = most.get() == 0 ? now.getUsed() : most.get();
    return bytes / 1048576.0;
  }

  @Override
  public void close() {
    for (NotificationEmitter emitter : emitters) {
      try {
        emitter.removeNotificationListener(listener);
      } catch (ListenerNotFoundException gone) {
        throw new IllegalStateException(gone);
      }
    }
  }
}
