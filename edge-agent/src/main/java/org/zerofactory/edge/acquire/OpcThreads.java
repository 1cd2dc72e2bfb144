package org.zerofactory.edge.acquire;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.HashedWheelTimer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.milo.opcua.stack.transport.client.tcp.OpcTcpClientTransportConfigBuilder;

/** The few threads that all OPC UA connections of an agent share. */
final class OpcThreads implements AutoCloseable {

  private static final int IDLE_SECONDS = 30;

  private final EventLoopGroup eventLoop =
      new MultiThreadIoEventLoopGroup(1, named("opc-ua-io"), NioIoHandler.newFactory());
  private final HashedWheelTimer timer =
      new HashedWheelTimer(named("opc-ua-timer"), 100, TimeUnit.MILLISECONDS);
  private final ThreadPoolExecutor callbacks;
  private final ScheduledThreadPoolExecutor scheduled =
      new ScheduledThreadPoolExecutor(1, named("opc-ua-schedule"));
  private final ExecutorService fetches;

  /** At most two call-back threads per source: one for values, one for answers. */
  OpcThreads(int sources) {
    int size = 2 * Math.max(1, sources);
    callbacks =
        new ThreadPoolExecutor(
            size,
            size,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            named("opc-ua"));
    callbacks.allowCoreThreadTimeOut(true);
    // what the library still wants to do after the end has nobody to do it for
    callbacks.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    scheduled.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    fetches = Executors.newCachedThreadPool(named("opc-ua-history"));
    scheduled.setRemoveOnCancelPolicy(true);
  }

  void configure(OpcTcpClientTransportConfigBuilder transport) {
    transport
        .setEventLoop(eventLoop)
        .setWheelTimer(timer)
        .setExecutor(callbacks)
        .setScheduledExecutor(scheduled);
  }

  /** Runs a source's next history read while the one before it is being stored: one per source. */
  ExecutorService fetches() {
    return fetches;
  }

  ScheduledExecutorService scheduled() {
    return scheduled;
  }

  @Override
  public void close() {
    fetches.shutdownNow();
    scheduled.shutdownNow();
    callbacks.shutdown();
    timer.stop();
    // daemon threads: nobody waits for their end
    Future<?> unused = eventLoop.shutdownGracefully(0, 2, TimeUnit.SECONDS);
  }

  private static ThreadFactory named(String name) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
