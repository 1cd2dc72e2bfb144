package org.zerofactory.systemtests;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program of ours, or a peer, as a process of its own: it can be watched, stopped and killed. */
final class Program implements AutoCloseable {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final String name;
  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private final Thread reader;

  private Program(String name, Process process) {
    this.name = name;
    this.process = process;
    this.reader = new Thread(this::readLines, "output of " + name);
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts the program built in {@code module}, with further options for its virtual machine. */
  static Program ours(String module, List<String> javaOptions, Path folder, String... arguments) {
    Path jar = Project.root().resolve(module + "/target/zerofactory-" + module + ".jar");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.add("-Dzerofactory.home=" + Project.root());
    command.add("-jar");
    command.add(jar.toString());
    command.addAll(List.of(arguments));
    return start(module, folder, command);
  }

  /** Starts any command with stdout and stderr in one stream. */
  static Program start(String name, Path folder, List<String> command) {
    try {
      return new Program(
          name,
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"))
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for a line that matches, also among those already printed. */
  Matcher waitForLine(String pattern, Duration limit) {
    Pattern compiled = Pattern.compile(pattern);
    long end = System.nanoTime() + limit.toNanos();
    int next = 0;
    synchronized (lines) {
      while (true) {
        for (; next < lines.size(); next++) {
          Matcher matcher = compiled.matcher(lines.get(next));
          if (matcher.find()) {
            return matcher;
          }
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (millis <= 0 || (!process.isAlive() && !reader.isAlive())) {
          throw new AssertionError(
              "no line of " + name + " matches \"" + pattern + "\":\n" + output());
        }
        waitForLines(Math.min(millis, 200));
      }
    }
  }

  private void waitForLines(long millis) {
    try {
      lines.wait(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + name, e);
    }
  }

  /** A copy of all lines printed so far. */
  List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /** The last lines, for messages. */
  String output() {
    List<String> all = lines();
    return String.join("\n", all.subList(Math.max(0, all.size() - 60), all.size()));
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** kill -9: nothing of the program runs after this. */
  void kill() {
    process.destroyForcibly();
    waitForExit(STOP_LIMIT);
  }

  /** SIGTERM, as Ctrl-C or a service manager would; the exit code. */
  int stop() {
    process.destroy();
    return waitForExit(STOP_LIMIT);
  }

  /** The exit code of a program that ends by itself. */
  int waitForExit(Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(
            name + " did not end within " + limit.toSeconds() + " s:\n" + output());
      }
      reader.join(STOP_LIMIT.toMillis());
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + name, e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    kill();
  }

  private void readLines() {
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        synchronized (lines) {
          lines.add(line);
          lines.notifyAll();
        }
      }
    } catch (IOException closed) {
      synchronized (lines) {
        lines.add("(output ended: " + closed.getMessage() + ")");
      }
    }
  }
}
