package org.zerofactory.simulator.replay;

import java.util.List;

/** Faults of a CSV file, each beginning with {@code file:line}. */
public final class SeriesFileException extends RuntimeException {

  private static final long serialVersionUID = 1;

  SeriesFileException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
  }
}
