package org.zerofactory.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code zerofactory demo}: a whole factory on this machine, for looking at. */
@Command(
    name = "demo",
    description = "Starts a simulated factory, an edge agent and the central server.",
    mixinStandardHelpOptions = true,
    version = "Zerofactory demo",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:well", "1:failure, or a check that found a problem", "2:wrong use"})
public final class Demo implements Callable<Integer> {

  private static final Duration CHECK_LIMIT = Duration.ofMinutes(8);

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "60",
      description = "Seconds of plant time in a second, 1 to 1000 (default: ${DEFAULT-VALUE}).")
  private int speed;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port of the pages (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder to keep the demo in (default: demo-data beside the launcher).")
  private @Nullable Path data;

  @Option(names = "--fresh", description = "Forget the last demo and begin again.")
  private boolean fresh;

  @Option(
      names = "--check",
      description =
          "On free ports and without a person: fill the year, ask the pages, print one JSON line.")
  private boolean check;

  /** Created by the command line. */
  public Demo() {}

  public static void main(String[] args) throws IOException {
    quietLibraries();
    System.exit(execute(args));
  }

  /** Runs a command line and gives its exit code. */
  public static int execute(String... args) {
    return new CommandLine(new Demo())
        .setExecutionExceptionHandler(
            (exception, command, result) -> {
              command.getErr().println("zerofactory demo: " + exception.getMessage());
              return 1;
            })
        .execute(args);
  }

  @Override
  public Integer call() throws Exception {
    if (speed < 1 || speed > 1000) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--speed: expected 1 to 1000, found " + speed);
    }
    return check ? check() : run();
  }

  private int run() throws Exception {
    Path folder = data != null ? data : home().resolve("demo-data");
    if (fresh) {
      deleteDemo(folder);
    }
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stop, stopped)));
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (DemoFactory factory =
        DemoFactory.start(new DemoOptions(folder, speed, 4840, port, 8090))) {
      out.println(factory.welcome());
      out.flush();
      stop.await();
      out.println("Stopping ...");
      out.flush();
    } finally {
      stopped.countDown();
    }
    return 0;
  }

  private int check() throws Exception {
    Path folder = data != null ? data : Files.createTempDirectory("zerofactory-demo-check");
    DemoCheck.Result result;
    try (DemoFactory factory = DemoFactory.start(new DemoOptions(folder, speed, 0, 0, 0))) {
      URI base = factory.address();
      Instant programStart =
          Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
      DemoCheck demoCheck =
          new DemoCheck(
              base,
              DemoFactory.SITE,
              DemoFactory.YEAR,
              programStart,
              Clock.systemUTC(),
              CHECK_LIMIT);
      result = demoCheck.run(factory.historyEnd());
    } finally {
      if (data == null) {
        delete(folder);
      }
    }
    result
        .problem()
        .ifPresent(problem -> Objects.requireNonNull(spec).commandLine().getErr().println(problem));
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(DemoCheckLine.of(result));
    out.flush();
    return result.ok() ? 0 : 1;
  }

  /** A person's own settings file for logging wins. */
  private static void quietLibraries() throws IOException {
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    try (InputStream settings = Demo.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    }
  }

  private static Path home() {
    return Path.of(System.getProperty("zerofactory.home", "."));
  }

  private static void stopAndWait(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Deletes only what a demo made: a folder named by mistake stays as it is. */
  private static void deleteDemo(Path folder) throws IOException {
    if (Files.exists(folder) && !PlantTimeFile.isIn(folder)) {
      throw new IOException(
          "--fresh: expected the folder of a demo, found no plant-time file in " + folder);
    }
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException problem)
              throws IOException {
            if (problem != null) {
              throw problem;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
