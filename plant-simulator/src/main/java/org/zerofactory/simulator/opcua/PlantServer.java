package org.zerofactory.simulator.opcua;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;
import org.zerofactory.simulator.fault.Instruments;
import org.zerofactory.simulator.point.PlantClock;

/** The running OPC UA server; closing it ends all its threads. */
public final class PlantServer implements AutoCloseable {

  private static final int PORT_ATTEMPTS = 5;
  private static final int THREADS = 4;
  private static final long CLOSE_SECONDS = 10;

  private final ExecutorService workers =
      Executors.newFixedThreadPool(THREADS, new DefaultThreadFactory("simulator-worker", true));
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(2, new DefaultThreadFactory("simulator-timer", true));
  private final EventLoopGroup network =
      new MultiThreadIoEventLoopGroup(
          2, new DefaultThreadFactory("simulator-network", true), NioIoHandler.newFactory());
  private final Access access;
  private final PlantClock clock;
  private final ServerCertificate certificate;
  private final Publisher publisher;
  private final Control control;
  private final OpcUaServer server;
  private final PlantNamespace namespace;
  private final int port;

  /**
   * Starts to listen.
   *
   * @param startClock starts plant time; called when all but the plant's picture is ready
   * @throws IllegalStateException if the address cannot be used, naming it
   */
  public PlantServer(
      Access access, Instruments instruments, Supplier<PlantClock> startClock, long seed) {
    this.access = access;
    try {
      certificate = ServerCertificate.in(access.folder(), access.host());
      port = access.port() == 0 ? freePort(access.host()) : access.port();
      server = new OpcUaServer(configuration(), profile -> transport());
      clock = startClock.get();
      publisher = new Publisher(instruments, clock, timer);
      control = new Control(instruments, clock, seed, publisher);
      History history = new History(instruments, () -> publisher.latest().second());
      namespace = new PlantNamespace(server, instruments.points(), publisher, history, control);
      namespace.startup();
      ServerTime.show(server, clock);
      listen();
      publisher.start();
    } catch (RuntimeException exception) {
      stopThreads();
      throw exception;
    }
  }

  /** Plant time. */
  public Instant now() {
    return clock.instant();
  }

  public String endpoint() {
    return "opc.tcp://"
        + ServerConfiguration.advertisedHost(access.host())
        + ":"
        + port
        + ServerConfiguration.PATH;
  }

  /** SHA-256 of the server's certificate, lower-case hexadecimal. */
  public String fingerprint() {
    return certificate.fingerprint();
  }

  /**
   * Carries out a fault; see {@link org.zerofactory.simulator.fault.Fault}.
   *
   * @throws org.zerofactory.simulator.fault.BadFaultException if it cannot be
   */
  public void inject(String fault) {
    control.inject(fault);
  }

  @Override
  public void close() {
    publisher.stop();
    namespace.shutdown();
    server.shutdown().join();
    stopThreads();
  }

  private void listen() {
    try {
      server.startup().join();
    } catch (CompletionException exception) {
      throw new IllegalStateException(
          access.host() + ":" + port + ": the server cannot listen here; is the port in use?",
          exception.getCause());
    }
  }

  private OpcUaServerConfig configuration() {
    return ServerConfiguration.of(access, port, certificate, workers, timer);
  }

  private OpcTcpServerTransport transport() {
    return new OpcTcpServerTransport(
        OpcTcpServerTransportConfig.newBuilder()
            .setExecutor(workers)
            .setEventLoop(network)
            .build());
  }

  private void stopThreads() {
    timer.shutdownNow();
    network.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    workers.shutdownNow();
    try {
      for (ExecutorService pool : List.of(workers, timer)) {
        if (!pool.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
          throw new IllegalStateException(
              "threads still run " + CLOSE_SECONDS + " s after the end");
        }
      }
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort(String host) {
    for (int attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
        return socket.getLocalPort();
      } catch (IOException exception) {
        if (attempt == PORT_ATTEMPTS - 1) {
          throw new IllegalStateException("host " + host + ": no free port", exception);
        }
      }
    }
    throw new IllegalStateException("host " + host + ": no free port");
  }
}
