package org.zerofactory.datafile;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lists the data files of a folder, be it on disk or packaged with the program. */
public final class DataFolder {

  /** Folders nest by country or kind of device only; more files than this are a wrong folder. */
  static final int MAXIMUM_FILES = 10_000;

  private static final int MAXIMUM_DEPTH = 6;

  private DataFolder() {}

  /**
   * The files below a folder whose name ends with {@code ending}, sorted by name.
   *
   * @throws DataFileException if the folder or a file cannot be read
   */
  public static List<DataSource> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      throw fault(folder.toString(), "expected a folder, but there is none");
    }
    try {
      return list(folder, ending).stream().map(DataSource::of).toList();
    } catch (IOException unreadable) {
      throw fault(folder.toString(), "cannot be listed: " + unreadable.getMessage());
    }
  }

  /**
   * The packaged files below {@code resource} (such as {@code /rules/emission-factors}) in the jar
   * or class folder of {@code anchor}, sorted by name.
   *
   * @throws DataFileException if there is no such folder
   */
  public static List<DataSource> packaged(Class<?> anchor, String resource, String ending) {
    URL url = anchor.getResource(resource);
    if (url == null) {
      throw fault(resource, "expected a packaged folder, but there is none of this name");
    }
    try {
      return names(url, resource, ending).stream()
          .map(name -> DataSource.packaged(anchor, name))
          .toList();
    } catch (IOException | URISyntaxException unreadable) {
      throw fault(resource, "cannot be listed: " + unreadable.getMessage());
    }
  }

  private static List<String> names(URL url, String resource, String ending)
      throws IOException, URISyntaxException {
    if (url.openConnection() instanceof JarURLConnection connection) {
      // opened by path, because a jar file system opened by URI can exist only once in a process
      Path jar = Path.of(connection.getJarFileURL().toURI());
      try (FileSystem files = FileSystems.newFileSystem(jar)) {
        return relative(files.getPath(resource), resource, ending);
      }
    }
    return relative(Path.of(url.toURI()), resource, ending);
  }

  private static List<String> relative(Path folder, String resource, String ending)
      throws IOException {
    return list(folder, ending).stream()
        .map(file -> resource + "/" + folder.relativize(file).toString().replace('\\', '/'))
        .toList();
  }

  private static List<Path> list(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder, MAXIMUM_DEPTH)) {
      List<Path> found =
          files
              .filter(file -> file.getFileName().toString().endsWith(ending))
              .filter(Files::isRegularFile)
              .sorted()
              .limit(MAXIMUM_FILES + 1L)
              .toList();
      if (found.size() > MAXIMUM_FILES) {
        throw new IOException("more than " + MAXIMUM_FILES + " files");
      }
      return found;
    }
  }

  private static DataFileException fault(String name, String problem) {
    return new DataFileException(List.of(DataFault.ofFile(name, problem)));
  }
}
