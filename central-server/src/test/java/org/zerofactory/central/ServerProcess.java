package org.zerofactory.central;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server as a process of its own, to be killed. */
final class ServerProcess {

  private static final Pattern ADDRESS = Pattern.compile("http://127[.]0[.]0[.]1:(\\d+)/");

  private ServerProcess() {}

  /** Starts it with the data of a folder, on a free port. */
  static Process start(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            CentralServer.class.getName(),
            "run",
            "--port",
            "0",
            "--data",
            folder.toString())
        .redirectErrorStream(true)
        .start();
  }

  /** The address that it tells once it listens. */
  static URI address(Process server) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return URI.create(address.group());
      }
    }
    throw new AssertionError("the server ended before it listened");
  }
}
