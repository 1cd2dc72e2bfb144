package org.zerofactory.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.domain.ledger.UpstreamSeries;

/** What an accounts file says of scope 3, category 3: upstream series by carrier and by fuel. */
final class UpstreamFile {

  private static final String UPSTREAM = "upstream";
  private static final String ENTRIES = "entries";

  private UpstreamFile() {}

  /** A series named twice of one carrier would count twice. */
  static void check(DataNode root, DataFaults faults) {
    root.find(UPSTREAM)
        .ifPresent(
            node ->
                Stream.concat(
                        Stream.of("electricity", "natural-gas", "heat").map(node::items),
                        node.entries(ENTRIES).values().stream().map(DataNode::items))
                    .forEach(series -> checkOnce(series, faults)));
  }

  private static void checkOnce(List<DataNode> series, DataFaults faults) {
    Set<String> seen = new HashSet<>();
    for (DataNode one : series) {
      if (one.asText().filter(id -> !seen.add(id)).isPresent()) {
        faults.add(one.fault("each series once"));
      }
    }
  }

  static UpstreamSeries read(DataNode root) {
    return root.find(UPSTREAM).map(UpstreamFile::series).orElse(UpstreamSeries.NONE);
  }

  private static UpstreamSeries series(DataNode node) {
    TreeMap<String, List<String>> entries = new TreeMap<>();
    node.entries(ENTRIES)
        .forEach((series, upstream) -> entries.put(series, texts(upstream.items())));
    return new UpstreamSeries(
        texts(node.items("electricity")),
        texts(node.items("natural-gas")),
        texts(node.items("heat")),
        entries);
  }

  private static List<String> texts(List<DataNode> nodes) {
    return nodes.stream().map(DataNode::text).toList();
  }
}
