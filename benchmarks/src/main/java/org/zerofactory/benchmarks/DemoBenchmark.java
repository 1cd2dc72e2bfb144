package org.zerofactory.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** From built jars to the first page with data, and to the filled year. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Seconds to the first page with data and to the filled year (demo --check).")
final class DemoBenchmark implements Callable<Integer> {

  private static final int LIMIT_SECONDS = 600;

  @Override
  public Integer call() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    try (RunningProgram demo = RunningProgram.launch(Benchmarks.home(), "demo", "--check")) {
      int exitCode = demo.waitForEnd(LIMIT_SECONDS);
      double wholeSeconds = (System.nanoTime() - begin) / 1e9;
      List<String> json = demo.lines().stream().filter(line -> line.startsWith("{")).toList();
      if (json.isEmpty()) {
        throw new IOException("no line of JSON:\n" + String.join("\n", demo.lines()));
      }
      ObjectNode figures = (ObjectNode) new ObjectMapper().readTree(json.get(json.size() - 1));
      System.out.println(
          new Figures("demo").putAll(figures).put("wholeRunSeconds", wholeSeconds, 1));
      return exitCode;
    }
  }
}
