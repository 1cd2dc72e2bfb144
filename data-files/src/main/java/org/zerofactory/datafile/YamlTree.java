package org.zerofactory.datafile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.zerofactory.datafile.DataNode.Entry;
import org.zerofactory.datafile.DataNode.Kind;
import org.zerofactory.datafile.DataNode.Place;

/** Builds the tree from the parser's events; nothing of the file is ever turned into a class. */
final class YamlTree {

  static final int MAXIMUM_DEPTH = 32;
  static final int MAXIMUM_NODES = 100_000;
  static final int MAXIMUM_ALIASES = 100;

  /** Longer numbers or larger exponents are slips, and costly to calculate with. */
  private static final Pattern SENSIBLE_NUMBER =
      Pattern.compile("[-+]?(0[xo][0-9a-fA-F]{1,15}|[0-9.]{1,40}([eE][-+]?[0-9]{1,2})?)");

  private static final CoreScalarResolver RESOLVER = new CoreScalarResolver(false);
  private static final Map<Tag, Kind> KINDS =
      Map.of(
          Tag.INT, Kind.WHOLE,
          Tag.FLOAT, Kind.DECIMAL,
          Tag.BOOL, Kind.FLAG,
          Tag.NULL, Kind.NOTHING);

  private final DataSource source;
  private final DataFaults faults;
  private final Iterator<Event> events;
  private final Map<String, DataNode> anchors = new HashMap<>();
  private int nodes;
  private int aliases;

  private YamlTree(DataSource source, DataFaults faults) {
    this.source = source;
    this.faults = faults;
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source.name())
            .setCodePointLimit(DataSource.MAXIMUM_BYTES)
            .build();
    this.events = new Parse(settings).parseString(source.text()).iterator();
  }

  /** The tree of the one document; empty, with a fault added, if there is none to be had. */
  static Optional<DataNode> read(DataSource source, DataFaults faults) {
    try {
      return Optional.of(new YamlTree(source, faults).document());
    } catch (MarkedYamlEngineException wrong) {
      faults.add(syntaxFault(source, wrong));
    } catch (ReaderException wrong) {
      faults.add(characterFault(source, wrong));
    } catch (DataFileException wrong) {
      wrong.faults().forEach(faults::add);
    }
    return Optional.empty();
  }

  private static DataFault syntaxFault(DataSource source, MarkedYamlEngineException wrong) {
    int line = wrong.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
    int column = wrong.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(0);
    String context = wrong.getContext() == null ? "" : " " + wrong.getContext();
    String problem = "expected YAML 1.2, but" + context + ": " + wrong.getProblem();
    return new DataFault(source.name(), line, column, "", problem.replace("but:", "but"));
  }

  private static DataFault characterFault(DataSource source, ReaderException wrong) {
    String text = source.text();
    int end = text.offsetByCodePoints(0, Math.min(wrong.getPosition(), text.length()));
    String before = text.substring(0, end);
    int line = 1 + (int) before.chars().filter(character -> character == '\n').count();
    int column = end - before.lastIndexOf('\n');
    String problem =
        String.format("expected printable characters but was U+%04X", wrong.getCodePoint());
    return new DataFault(source.name(), line, column, "", problem);
  }

  private DataNode document() {
    events.next(); // start of the stream
    Event start = events.next();
    if (!(start instanceof DocumentStartEvent)) {
      throw stop(start, "", "expected a mapping but the file is empty");
    }
    DataNode root = node(events.next(), "", 1);
    events.next(); // end of the document
    Event after = events.next();
    if (after instanceof DocumentStartEvent) {
      throw stop(after, "", "expected one YAML document but a second one begins here");
    }
    return root;
  }

  private DataNode node(Event event, String field, int depth) {
    if (++nodes > MAXIMUM_NODES) {
      throw stop(event, field, "expected at most " + MAXIMUM_NODES + " values");
    }
    if (event instanceof AliasEvent alias) {
      return alias(alias, field);
    }
    refuseTag(event, field);
    DataNode node = event instanceof ScalarEvent scalar ? scalar(scalar, field) : null;
    if (node == null) {
      node = collection((CollectionStartEvent) event, field, depth);
    }
    DataNode made = node;
    ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), made));
    return node;
  }

  private DataNode collection(CollectionStartEvent event, String field, int depth) {
    if (depth > MAXIMUM_DEPTH) {
      throw stop(event, field, "expected at most " + MAXIMUM_DEPTH + " levels of nesting");
    }
    return event instanceof SequenceStartEvent
        ? list(event, field, depth)
        : mapping(event, field, depth);
  }

  private DataNode list(Event start, String field, int depth) {
    var items = new ArrayList<DataNode>();
    for (Event event = events.next(); isNode(event); event = events.next()) {
      items.add(node(event, field + "[" + items.size() + "]", depth + 1));
    }
    return DataNode.list(place(start), field, items);
  }

  private DataNode mapping(Event start, String field, int depth) {
    var entries = new LinkedHashMap<String, Entry>();
    for (Event event = events.next(); isNode(event); event = events.next()) {
      if (!(event instanceof ScalarEvent key)) {
        throw stop(event, field, "expected a key of plain text");
      }
      refuseTag(key, field);
      String child = DataNode.child(field, key.getValue());
      DataNode value = node(events.next(), child, depth + 1);
      Entry earlier = entries.putIfAbsent(key.getValue(), new Entry(place(key), value));
      if (earlier != null) {
        String line = "line " + earlier.keyPlace().line();
        faults.add(fault(key, child, "expected each key once, but it already stands in " + line));
      }
    }
    return DataNode.mapping(place(start), field, entries);
  }

  private DataNode scalar(ScalarEvent event, String field) {
    String text = event.getValue();
    Kind kind =
        event.isPlain() ? KINDS.getOrDefault(RESOLVER.resolve(text, true), Kind.TEXT) : Kind.TEXT;
    boolean number = kind == Kind.WHOLE || kind == Kind.DECIMAL;
    if (number && !SENSIBLE_NUMBER.matcher(text).matches()) {
      faults.add(
          fault(event, field, "expected a number of at most 40 digits but was \"" + text + "\""));
      return DataNode.scalar(place(event), field, Kind.NOTHING, "");
    }
    return DataNode.scalar(place(event), field, kind, text);
  }

  private DataNode alias(AliasEvent event, String field) {
    if (++aliases > MAXIMUM_ALIASES) {
      throw stop(event, field, "expected at most " + MAXIMUM_ALIASES + " aliases");
    }
    String anchor = event.getAlias().getValue();
    DataNode original = anchors.get(anchor);
    if (original == null) {
      throw stop(event, field, "expected a finished anchor, but there is no \"&" + anchor + "\"");
    }
    return copy(original, event, field);
  }

  /** The same value under another name; counted, so that aliases of aliases cannot explode. */
  private DataNode copy(DataNode node, Event alias, String field) {
    if (++nodes > MAXIMUM_NODES) {
      throw stop(alias, field, "expected at most " + MAXIMUM_NODES + " values");
    }
    return switch (node.kind()) {
      case LIST -> {
        var items = new ArrayList<DataNode>();
        for (DataNode item : node.items()) {
          items.add(copy(item, alias, field + "[" + items.size() + "]"));
        }
        yield DataNode.list(node.place(), field, items);
      }
      case MAPPING -> {
        var entries = new LinkedHashMap<String, Entry>();
        node.rawEntries()
            .forEach(
                (key, entry) -> {
                  DataNode value = copy(entry.value(), alias, DataNode.child(field, key));
                  entries.put(key, new Entry(entry.keyPlace(), value));
                });
        yield DataNode.mapping(node.place(), field, entries);
      }
      default -> DataNode.scalar(node.place(), field, node.kind(), node.rawText());
    };
  }

  private void refuseTag(Event event, String field) {
    Optional<String> tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : ((CollectionStartEvent) event).getTag();
    if (tag.isPresent()) {
      throw stop(
          event, field, "expected a value without a tag but was tagged \"" + tag.get() + "\"");
    }
  }

  private static boolean isNode(Event event) {
    return event instanceof NodeEvent;
  }

  private Place place(Event event) {
    return event
        .getStartMark()
        .map(mark -> new Place(source.name(), mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(new Place(source.name(), 1, 1));
  }

  private DataFault fault(Event event, String field, String problem) {
    Place place = place(event);
    return new DataFault(place.file(), place.line(), place.column(), field, problem);
  }

  private DataFileException stop(Event event, String field, String problem) {
    return new DataFileException(List.of(fault(event, field, problem)));
  }
}
