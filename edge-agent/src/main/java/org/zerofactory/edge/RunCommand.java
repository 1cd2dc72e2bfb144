package org.zerofactory.edge;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.zerofactory.hardware.SiteConfiguration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code edge run}: acquires until it is stopped. */
@Command(
    name = "run",
    description = "Acquires, seals and sends until it is stopped (Ctrl-C or SIGTERM).",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  @Mixin private ConfigOptions options = new ConfigOptions();

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  RunCommand() {
    this.spec = CommandLine.Model.CommandSpec.create();
  }

  /** A few connections need one pool of buffers, not one for each core; read once, by Netty. */
  private static void keepBuffersSmall() {
    for (String pools : new String[] {"numDirectArenas", "numHeapArenas"}) {
      String name = "io.netty.allocator." + pools;
      System.setProperty(name, System.getProperty(name, "1"));
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    LogFormat.install();
    keepBuffersSmall();
    SiteConfiguration site = options.site();
    RunningEdge edge =
        EdgeAgent.start(new EdgeOptions(site, options.data(), InstantSource.system()));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  edge.close();
                  stopped.countDown();
                },
                "stop"));
    var out = spec.commandLine().getOut();
    out.println("edge agent of site " + site.id() + " runs; data in " + options.dataFolder(site));
    if (edge.statusPort() != 0) {
      out.println("status: http://localhost:" + edge.statusPort() + "/");
    }
    out.flush();
    stopped.await();
    return ExitCodes.OK;
  }
}
