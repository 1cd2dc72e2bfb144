package org.zerofactory.central;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs until it is told to stop. */
@Command(
    name = "run",
    description = "Runs the server until Ctrl-C.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  @Mixin private final ConfigOptions config = new ConfigOptions();

  @Option(names = "--port", description = "port to listen on, 0 for a free one (default: 8080)")
  private @Nullable Integer port;

  @Option(names = "--host", description = "address to listen on (default: 127.0.0.1)")
  private @Nullable String host;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    ServerOptions options = config.options(Optional.ofNullable(host), Optional.ofNullable(port));
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stop, stopped), "stop"));
    try (RunningServer server = CentralServer.start(options)) {
      Optional.ofNullable(spec)
          .orElseThrow()
          .commandLine()
          .getErr()
          .println("Central server: http://" + options.host() + ":" + server.port() + "/");
      stop.await();
    } finally {
      stopped.countDown();
    }
    return CentralServer.OK;
  }

  /** The virtual machine ends when this returns, so it waits until the server is closed. */
  private static void stop(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      stopped.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
