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
    root.setLevel(Level.WARNING);
    setLevel("org.zerofactory", Level.INFO);
    setLevel("org.eclipse.milo", Level.SEVERE);
    setLevel("io.netty", Level.SEVERE);
  }

  /**
   * Libraries warn; two of them do so of every reconnection, which the agent says once, in its own
   * words.
   */
  private static void setLevel(String name, Level level) {
    Logger logger = Logger.getLogger(name);
    logger.setLevel(level);
    KEPT.add(logger);
  }

  /** Loggers are held weakly by the platform and would forget their level. */
  private static final java.util.List<Logger> KEPT = new java.util.ArrayList<>();
}
