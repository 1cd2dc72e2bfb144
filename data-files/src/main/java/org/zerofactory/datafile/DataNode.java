package org.zerofactory.datafile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value of a data file, with its place. {@code find...} and {@code as...} answer empty where the
 * file is not as expected, for looking at a tree that may have faults; the other getters throw a
 * {@link DataFileException} that names the place.
 */
public final class DataNode {

  enum Kind {
    TEXT,
    WHOLE,
    DECIMAL,
    FLAG,
    NOTHING,
    LIST,
    MAPPING
  }

  /** Line and column, both from 1. */
  record Place(String file, int line, int column) {}

  record Entry(Place keyPlace, DataNode value) {}

  private static final int SHOWN_CHARACTERS = 60;
  private static final Pattern PLAIN_DECIMAL = Pattern.compile("[-+]?[0-9]{1,30}(\\.[0-9]{1,30})?");

  private final Place place;
  private final String field;
  private final Kind kind;
  private final String text;
  private final List<DataNode> items;
  private final Map<String, Entry> entries;

  private DataNode(
      Place place,
      String field,
      Kind kind,
      String text,
      List<DataNode> items,
      Map<String, Entry> entries) {
    this.place = place;
    this.field = field;
    this.kind = kind;
    this.text = text;
    this.items = items;
    this.entries = entries;
  }

  static DataNode scalar(Place place, String field, Kind kind, String text) {
    return new DataNode(place, field, kind, text, List.of(), Map.of());
  }

  static DataNode list(Place place, String field, List<DataNode> items) {
    return new DataNode(place, field, Kind.LIST, "", List.copyOf(items), Map.of());
  }

  static DataNode mapping(Place place, String field, Map<String, Entry> entries) {
    return new DataNode(place, field, Kind.MAPPING, "", List.of(), new LinkedHashMap<>(entries));
  }

  /** The value of a key; empty if the key is absent, has no value, or this is no mapping. */
  public Optional<DataNode> find(String key) {
    return Optional.ofNullable(entries.get(key))
        .map(Entry::value)
        .filter(value -> value.kind != Kind.NOTHING);
  }

  /** The value of a key, which must be there. */
  public DataNode get(String key) {
    return find(key).orElseThrow(() -> broken(missing(key, "a value")));
  }

  /** The items of a list; none if this is no list. */
  public List<DataNode> items() {
    return items;
  }

  /** The items of the list below a key; none if there is no such list. */
  public List<DataNode> items(String key) {
    return find(key).map(DataNode::items).orElse(List.of());
  }

  /** The entries of a mapping in the order of the file; none if this is no mapping. */
  public Map<String, DataNode> entries() {
    var values = new LinkedHashMap<String, DataNode>();
    entries.forEach((key, entry) -> values.put(key, entry.value()));
    return values;
  }

  /** The entries of the mapping below a key; none if there is no such mapping. */
  public Map<String, DataNode> entries(String key) {
    return find(key).map(DataNode::entries).orElse(Map.of());
  }

  /** The text, if this is text (and not a number or a truth value). */
  public Optional<String> asText() {
    return kind == Kind.TEXT ? Optional.of(text) : Optional.empty();
  }

  /** The exact number, if this is one or is text that reads as a plain decimal. */
  public Optional<BigDecimal> asDecimal() {
    return switch (kind) {
      case WHOLE -> Optional.of(new BigDecimal(whole()));
      case DECIMAL -> Optional.of(new BigDecimal(text));
      case TEXT ->
          PLAIN_DECIMAL.matcher(text).matches()
              ? Optional.of(new BigDecimal(text))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The truth value, if this is one. */
  public Optional<Boolean> asFlag() {
    return kind == Kind.FLAG ? Optional.of(text.equalsIgnoreCase("true")) : Optional.empty();
  }

  /** The text below a key, if there is text. */
  public Optional<String> findText(String key) {
    return find(key).flatMap(DataNode::asText);
  }

  /** The exact number below a key, if there is one. */
  public Optional<BigDecimal> findDecimal(String key) {
    return find(key).flatMap(DataNode::asDecimal);
  }

  public String text() {
    return asText().orElseThrow(() -> broken(fault("text")));
  }

  public String text(String key) {
    return get(key).text();
  }

  public BigDecimal decimal() {
    return asDecimal().orElseThrow(() -> broken(fault("a decimal number")));
  }

  public long wholeNumber() {
    if (kind != Kind.WHOLE || whole().bitLength() >= Long.SIZE) {
      throw broken(fault("a whole number"));
    }
    return whole().longValueExact();
  }

  public int integer(String key) {
    DataNode value = get(key);
    long number = value.wholeNumber();
    if (number != (int) number) {
      throw broken(value.fault("a whole number of at most " + Integer.MAX_VALUE));
    }
    return (int) number;
  }

  public boolean flag() {
    return asFlag().orElseThrow(() -> broken(fault("true or false")));
  }

  /** The truth value below a key; {@code otherwise} if the key is absent. */
  public boolean flag(String key, boolean otherwise) {
    return find(key).map(DataNode::flag).orElse(otherwise);
  }

  /** Path such as {@code devices[3].role}. */
  public String field() {
    return field;
  }

  /** {@code file:line}, for naming this place in the fault of another one. */
  public String location() {
    return place.file() + ":" + place.line();
  }

  /** A fault at this value: {@code expected <expected> but was <this value>}. */
  public DataFault fault(String expected) {
    return problem("expected " + expected + " but was " + shown());
  }

  /** As {@link #fault}, with the nearest of the known names as a proposal. */
  public DataFault unknown(String expected, Iterable<String> known) {
    String proposal = NearestWord.proposal(text, known);
    return problem("expected " + expected + " but was " + shown() + proposal);
  }

  /** A fault at this value in words of the caller. */
  public DataFault problem(String problem) {
    return faultAt(place, field, problem);
  }

  /** A fault for a key of this mapping that must be there and is not. */
  public DataFault missing(String key, String expected) {
    return faultAt(place, child(field, key), "expected " + expected + " but it is missing");
  }

  /** A fault for a key of this mapping that nobody reads, with the nearest known one. */
  public DataFault unknownKey(String key, Collection<String> known) {
    String problem =
        "expected one of the keys " + String.join(", ", known) + " but was \"" + key + "\"";
    return keyProblem(key, problem + NearestWord.proposal(key, known));
  }

  /** A fault at a key (not at its value) of this mapping. */
  DataFault keyProblem(String key, String problem) {
    Entry entry = entries.get(key);
    return faultAt(entry == null ? place : entry.keyPlace(), child(field, key), problem);
  }

  static String child(String field, String key) {
    return field.isEmpty() ? key : field + "." + key;
  }

  Kind kind() {
    return kind;
  }

  String rawText() {
    return text;
  }

  Place place() {
    return place;
  }

  Map<String, Entry> rawEntries() {
    return entries;
  }

  /** The whole number of core-schema text such as {@code 12}, {@code 0x1F} or {@code 0o17}. */
  BigInteger whole() {
    if (text.startsWith("0x")) {
      return new BigInteger(text.substring(2), 16);
    }
    if (text.startsWith("0o")) {
      return new BigInteger(text.substring(2), 8);
    }
    return new BigInteger(text);
  }

  /** This value in words, for a fault. */
  String shown() {
    String cut =
        text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
    return switch (kind) {
      case TEXT -> "\"" + cut + "\"";
      case WHOLE, DECIMAL -> "the number " + cut;
      case FLAG -> "the truth value " + cut;
      case NOTHING -> "empty";
      case LIST -> "a list";
      case MAPPING -> "a mapping";
    };
  }

  private static DataFault faultAt(Place place, String field, String problem) {
    return new DataFault(place.file(), place.line(), place.column(), field, problem);
  }

  private static DataFileException broken(DataFault fault) {
    return new DataFileException(List.of(fault));
  }
}
