package org.zerofactory.systemtests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Stands between two programs on loopback and does what networks do. */
final class FaultProxy implements AutoCloseable {

  /** What happens to bytes at the moment. */
  enum Mode {
    /** All goes through. */
    PASS,
    /** Connections are closed at once. */
    REFUSE,
    /** Connections stay open and nothing arrives, in either direction: a dead peer behind a NAT. */
    SWALLOW,
    /** Every piece waits before it goes on. */
    DELAY,
    /** Connections are reset (RST) after some bytes of the answer. */
    RESET_ANSWERS,
    /** Connections are reset after some bytes of the request. */
    RESET_REQUESTS
  }

  private static final int BUFFER_BYTES = 1024;
  private static final Duration DELAY = Duration.ofMillis(150);
  private static final int BYTES_BEFORE_RESET = 64;

  private final ServerSocket listener;
  private final int targetPort;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicLong faults = new AtomicLong();
  private volatile Mode mode = Mode.PASS;

  FaultProxy(int targetPort) {
    this.targetPort = targetPort;
    try {
      this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run("accept", this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** How often a fault hit a connection: a test can wait until one really happened. */
  long faults() {
    return faults.get();
  }

  /** Changes what happens; connections that are open suffer it too. */
  void set(Mode next) {
    mode = next;
    if (next == Mode.REFUSE) {
      open.forEach(FaultProxy::reset);
    }
  }

  /** Cuts every open connection without a word of goodbye. */
  void cut() {
    faults.incrementAndGet();
    open.forEach(FaultProxy::reset);
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(FaultProxy::reset);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        if (mode == Mode.REFUSE) {
          faults.incrementAndGet();
          reset(client);
          continue;
        }
        connect(client);
      } catch (IOException closedOrRefused) {
        // the listener was closed, or the target is not there: the client sees a closed connection
        faults.incrementAndGet();
      }
    }
  }

  private void connect(Socket client) throws IOException {
    Socket target;
    try {
      target = new Socket(InetAddress.getLoopbackAddress(), targetPort);
    } catch (IOException notThere) {
      reset(client);
      throw notThere;
    }
    open.add(client);
    open.add(target);
    run("requests", () -> pump(client, target, Mode.RESET_REQUESTS));
    run("answers", () -> pump(target, client, Mode.RESET_ANSWERS));
  }

  private void pump(Socket from, Socket to, Mode resetIn) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (mode == resetIn) {
          out.write(buffer, 0, Math.min(length, BYTES_BEFORE_RESET));
          faults.incrementAndGet();
          reset(from);
          reset(to);
          return;
        }
        if (mode == Mode.SWALLOW) {
          faults.incrementAndGet();
          continue;
        }
        if (mode == Mode.DELAY) {
          faults.incrementAndGet();
          LockSupport.parkNanos(DELAY.toNanos());
        }
        out.write(buffer, 0, length);
      }
    } catch (IOException ended) {
      // one side went away: closing both, as the network would
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  /** Closes with RST: what was sent and not yet read is lost. */
  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException alreadyClosed) {
      // closed is what was wanted
    }
  }

  private static void run(String name, Runnable work) {
    Thread thread = new Thread(work, "fault proxy, " + name);
    thread.setDaemon(true);
    thread.start();
  }
}
