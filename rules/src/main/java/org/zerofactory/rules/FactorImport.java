package org.zerofactory.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.datafile.DataSource;

/**
 * Turns a CSV file into a factor set: reads it, writes it as YAML, and checks that YAML together
 * with all other sets by the same reader that servers use. What is wrong is told by row and column
 * of the CSV file, and nothing is written.
 */
public final class FactorImport {

  /**
   * What the set says that the file does not.
   *
   * @param settings keys of the set such as {@code publisher}, or of all its values such as {@code
   *     unit}; an hourly file needs {@code series} too
   * @param timeColumn of an hourly file; empty for a file with one factor in each row
   * @param valueColumn of the numbers
   */
  public record Request(
      Map<String, String> settings, Optional<String> timeColumn, String valueColumn) {

    public Request {
      settings = Map.copyOf(settings);
    }
  }

  /**
   * What was written.
   *
   * @param missingHours that an hourly file has no value for, between its first and last
   */
  public record Result(Path file, FactorSet set, List<String> missingHours) {

    public Result {
      missingHours = List.copyOf(missingHours);
    }
  }

  private FactorImport() {}

  /**
   * Imports a file into a folder, as {@code <set>.yaml}.
   *
   * @throws DataFileException with all faults, by row and column; nothing is written then, nor if
   *     the folder has a file of that name: a published set is never overwritten
   */
  public static Result run(Path csv, Request request, Path folder) {
    var faults = new DataFaults();
    Optional<FactorCsv> table = FactorCsv.read(csv, faults);
    faults.throwIfAny();
    FactorYaml yaml = FactorYaml.of(table.orElseThrow(), request, faults);
    faults.throwIfAny();
    String id = request.settings().getOrDefault("set", "");
    Path file = folder.resolve(id + ".yaml");
    FactorSet set = check(yaml, file, folder, id);
    write(file, yaml.text());
    return new Result(file, set, yaml.missingHours());
  }

  private static FactorSet check(FactorYaml yaml, Path file, Path folder, String id) {
    List<DataSource> sources =
        new ArrayList<>(
            Files.isDirectory(folder)
                ? FactorLibrary.filesWith(folder)
                : FactorLibrary.packagedFiles());
    sources.add(new DataSource(file.toString(), yaml.text()));
    if (Files.exists(file)) {
      throw exists(file);
    }
    try {
      return FactorLibrary.of(sources).set(id).orElseThrow();
    } catch (DataFileException wrong) {
      throw new DataFileException(
          wrong.faults().stream().map(fault -> yaml.inCsv(fault, file.toString())).toList());
    }
  }

  private static void write(Path file, String text) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException exists) {
      throw exists(file);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + file, failed);
    }
  }

  private static DataFileException exists(Path file) {
    String problem =
        "expected no such file: a set is never overwritten, a correction has an id of its own";
    return new DataFileException(List.of(DataFault.ofFile(file.toString(), problem)));
  }
}
