package org.zerofactory.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One of our programs, started by the launcher as a person would, and what Linux says of it. */
final class RunningProgram implements AutoCloseable {

  private static final int LINES_KEPT = 200;
  private static final int STOP_SECONDS = 20;
  private static final long POLL_NANOS = 5_000_000;

  private final Process process;
  private final List<String> lines = new ArrayList<>();

  private RunningProgram(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts {@code ./zerofactory} with the arguments; nothing is built on the way. */
  static RunningProgram launch(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Benchmarks.home().resolve("zerofactory").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("ZEROFACTORY_BUILD", "no");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return new RunningProgram(builder.redirectErrorStream(true).start());
  }

  /** The first line, printed already or to come, that matches. */
  Matcher line(String pattern, int seconds) throws IOException, InterruptedException {
    Pattern compiled = Pattern.compile(pattern);
    List<Matcher> found = new ArrayList<>();
    waitFor(
        "a line like " + pattern,
        seconds,
        () -> {
          for (String line : lines()) {
            Matcher matcher = compiled.matcher(line);
            if (found.isEmpty() && matcher.find()) {
              found.add(matcher);
            }
          }
          return !found.isEmpty();
        });
    return found.get(0);
  }

  /** Polls every 5 ms; an exception counts as "not yet". */
  void waitFor(String what, int seconds, Callable<Boolean> condition) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) {
      if (holds(condition)) {
        return;
      }
      if (!process.isAlive()) {
        throw new IOException("the program ended: " + String.join("\n", lines()));
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    throw new IOException("no " + what + " in " + seconds + " s: " + String.join("\n", lines()));
  }

  private static boolean holds(Callable<Boolean> condition) {
    try {
      return condition.call();
    } catch (Exception notYet) {
      return false;
    }
  }

  List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  int waitForEnd(int seconds) throws IOException, InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new IOException("no end in " + seconds + " s: " + String.join("\n", lines()));
    }
    return process.exitValue();
  }

  /** Resident memory in MiB, and the highest it ever was. */
  double residentMiB(boolean peak) throws IOException {
    String key = peak ? "VmHWM:" : "VmRSS:";
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith(key)) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    throw new IOException("no " + key + " in /proc/" + process.pid() + "/status");
  }

  /**
   * Seconds of processor time used so far, user and system (proc(5): fields 14 and 15, 1/100 s).
   */
  double processorSeconds() throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private void read() {
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        synchronized (lines) {
          lines.add(line);
          if (lines.size() > LINES_KEPT) {
            lines.remove(0);
          }
        }
      }
    } catch (IOException closed) {
      synchronized (lines) {
        lines.add("(output ended: " + closed.getMessage() + ")");
      }
    }
  }
}
