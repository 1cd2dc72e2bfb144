package org.zerofactory.datafile;

import java.util.Comparator;

/**
 * One thing that is wrong in a data file.
 *
 * @param file name as the reader was given it
 * @param line from 1; 0 if the fault has no line
 * @param column from 1; 0 if the fault has no column
 * @param field path such as {@code devices[3].role}; empty for the file as a whole
 * @param problem what was expected and what stands there
 */
public record DataFault(String file, int line, int column, String field, String problem) {

  static final Comparator<DataFault> BY_PLACE =
      Comparator.comparing(DataFault::file)
          .thenComparingInt(DataFault::line)
          .thenComparingInt(DataFault::column)
          .thenComparing(DataFault::field);

  /** The fault of a file as a whole, for example one that cannot be read. */
  public static DataFault ofFile(String file, String problem) {
    return new DataFault(file, 0, 0, "", problem);
  }

  /** {@code file:line:column field problem}, so that a terminal or editor can jump to it. */
  @Override
  public String toString() {
    var text = new StringBuilder(file);
    if (line > 0) {
      text.append(':').append(line).append(':').append(column);
    } else {
      text.append(':');
    }
    if (!field.isEmpty()) {
      text.append(' ').append(field);
    }
    return text.append(' ').append(problem).toString();
  }
}
