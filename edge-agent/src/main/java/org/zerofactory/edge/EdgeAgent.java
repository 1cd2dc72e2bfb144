package org.zerofactory.edge;

import java.time.InstantSource;
import java.util.List;
import org.zerofactory.edge.acquire.Acquirer;
import org.zerofactory.edge.acquire.SourceStatus;

/** The edge agent's program and its door for other programs. */
public final class EdgeAgent {

  private EdgeAgent() {}

  /**
   * Starts an agent in this process and returns at once; it acquires until it is closed.
   *
   * @throws RuntimeException if a store, the key or the status page's port cannot be had
   */
  public static RunningEdge start(EdgeOptions options) {
    return new RunningEdge(
        options,
        (listener, resumeFrom) ->
            new AcquiredSources(
                new Acquirer(
                    options.site(),
                    options.dataFolder().resolve("pki"),
                    options.systemClock(),
                    resumeFrom,
                    listener)));
  }

  public static void main(String[] arguments) {
    System.exit(EdgeCommand.execute(arguments));
  }

  /** OPC UA sources. */
  private record AcquiredSources(Acquirer acquirer) implements Sources {

    @Override
    public void start() {
      acquirer.start();
    }

    @Override
    public InstantSource clock() {
      return acquirer.clock();
    }

    @Override
    public List<SourceStatus> status() {
      return acquirer.status();
    }

    @Override
    public void close() {
      acquirer.close();
    }
  }
}
