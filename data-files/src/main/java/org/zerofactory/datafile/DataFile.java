package org.zerofactory.datafile;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The one door: a YAML 1.2 file in, a tree that knows the line of each value out.
 *
 * <p>Limits: {@value DataSource#MAXIMUM_BYTES} bytes, {@value YamlTree#MAXIMUM_DEPTH} levels,
 * {@value YamlTree#MAXIMUM_NODES} values, {@value YamlTree#MAXIMUM_ALIASES} aliases. Tags are
 * refused, so nothing but text, numbers, truth values, lists and mappings can come out.
 */
public final class DataFile {

  private DataFile() {}

  /**
   * Reads a file and checks it.
   *
   * @throws DataFileException with all faults of the file
   */
  public static DataNode read(Path file, DataSchema schema) {
    return read(DataSource.of(file), schema);
  }

  /**
   * Reads a text and checks it.
   *
   * @throws DataFileException with all faults of the text
   */
  public static DataNode read(DataSource source, DataSchema schema) {
    var faults = new DataFaults();
    Optional<DataNode> tree = read(source, schema, faults);
    faults.throwIfAny();
    return tree.orElseThrow();
  }

  /**
   * Reads a text and adds what is wrong to {@code faults}, so that the caller can look for faults
   * of meaning in the same tree and report all together.
   *
   * @return the tree, which may break the schema if faults were added; empty if it is no YAML
   */
  public static Optional<DataNode> read(DataSource source, DataSchema schema, DataFaults faults) {
    Optional<DataNode> tree = YamlTree.read(source, faults);
    tree.ifPresent(root -> schema.check(root, faults));
    return tree;
  }
}
