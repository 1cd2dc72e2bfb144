package org.zerofactory.edge;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** One line for each message on standard error; a settings file of the person's own wins. */
final class LogFormat {

  /** Time in UTC, level, logger, message, and a stack trace where there is one. */
  private static final String FORMAT = "%1$tFT%1$tTZ %4$s %3$s: %5$s%6$s%n";

  private LogFormat() {}

  static void install() {
    boolean configured =
        System.getProperty("java.util.logging.config.file") != null
            || System.getProperty("java.util.logging.config.class") != null;
    if (configured) {
      return;
    }
    if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
      System.setProperty("java.util.logging.SimpleFormatter.format", FORMAT);
    }
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      handler.setFormatter(new SimpleFormatter());
    }
    root.setLevel(Level.INFO);
    quieten("org.eclipse.milo");
    quieten("io.netty");
  }

  /** The libraries tell of every reconnection; the agent says it once, in its own words. */
  private static void quieten(String library) {
    KEPT.add(Logger.getLogger(library));
    Logger.getLogger(library).setLevel(Level.SEVERE);
  }

  /** Loggers are held weakly by the platform and would forget their level. */
  private static final java.util.List<Logger> KEPT = new java.util.ArrayList<>();
}
