package org.zerofactory.domain.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the JSON of the journal. Stricter than RFC 8259: integers only, no duplicate keys, no lone
 * surrogates, nesting of at most 32.
 */
public final class JsonParser {

  private static final int MAX_DEPTH = 32;

  private final String text;
  private int position;

  private JsonParser(String text) {
    this.text = text;
  }

  /**
   * @throws JsonFormatException if the text is not such JSON; it names the position
   */
  public static Json parse(String text) {
    JsonParser parser = new JsonParser(text);
    Json value = parser.value(0);
    parser.skipSpace();
    if (parser.position < text.length()) {
      throw parser.fault("the end of the text");
    }
    return value;
  }

  private Json value(int depth) {
    if (depth > MAX_DEPTH) {
      throw fault("nesting of at most " + MAX_DEPTH);
    }
    skipSpace();
    char c = peek();
    return switch (c) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> new Json.Text(string());
      case 't' -> literal("true", new Json.Bool(true));
      case 'f' -> literal("false", new Json.Bool(false));
      case 'n' -> literal("null", Json.NULL);
      default -> integer();
    };
  }

  private Json object(int depth) {
    Map<String, Json> entries = new TreeMap<>();
    position++;
    skipSpace();
    if (peek() == '}') {
      position++;
      return new Json.Obj(entries);
    }
    while (true) {
      skipSpace();
      if (peek() != '"') {
        throw fault("a key in quotes");
      }
      String key = string();
      skipSpace();
      expect(':');
      if (entries.put(key, value(depth + 1)) != null) {
        throw fault("each key once, and not again \"" + key + "\"");
      }
      skipSpace();
      if (peek() == '}') {
        position++;
        return new Json.Obj(entries);
      }
      expect(',');
    }
  }

  private Json array(int depth) {
    List<Json> items = new ArrayList<>();
    position++;
    skipSpace();
    if (peek() == ']') {
      position++;
      return new Json.Arr(items);
    }
    while (true) {
      items.add(value(depth + 1));
      skipSpace();
      if (peek() == ']') {
        position++;
        return new Json.Arr(items);
      }
      expect(',');
    }
  }

  private String string() {
    int start = ++position;
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == '"') {
        return checked(text.substring(start, position++));
      }
      if (c == '\\') {
        return escapedString(start);
      }
      if (c < 0x20) {
        throw fault("no control character in a string");
      }
      position++;
    }
    throw fault("a closing quote");
  }

  private String escapedString(int start) {
    StringBuilder out = new StringBuilder(text.substring(start, position));
    while (position < text.length()) {
      char c = text.charAt(position++);
      if (c == '"') {
        return checked(out.toString());
      }
      if (c < 0x20) {
        throw fault("no control character in a string");
      }
      out.append(c == '\\' ? escape() : c);
    }
    throw fault("a closing quote");
  }

  private char escape() {
    char c = peek();
    position++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw fault("an escape of JSON");
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0) {
        throw fault("four hex digits");
      }
      code = code << 4 | digit;
      position++;
    }
    return (char) code;
  }

  private String checked(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < value.length()
              && Character.isLowSurrogate(value.charAt(i + 1));
      if (!pair) {
        throw fault("no lone surrogate in a string");
      }
      i++;
    }
    return value;
  }

  private Json integer() {
    int start = position;
    if (peek() == '-') {
      position++;
    }
    while (position < text.length() && Character.digit(text.charAt(position), 10) >= 0) {
      position++;
    }
    String digits = text.substring(start, position);
    if (digits.length() > 17 || !digits.matches("0|-?[1-9][0-9]*")) {
      position = start;
      throw fault("a value, numbers being integers");
    }
    if (position < text.length() && ".eE".indexOf(text.charAt(position)) >= 0) {
      throw fault("an integer without fraction or exponent");
    }
    long value = Long.parseLong(digits);
    if (Math.abs(value) > Json.MAX_INTEGER) {
      position = start;
      throw fault("an integer within +-(2^53 - 1)");
    }
    return new Json.Int(value);
  }

  private Json literal(String word, Json value) {
    if (!text.startsWith(word, position)) {
      throw fault("a JSON value");
    }
    position += word.length();
    return value;
  }

  private void skipSpace() {
    while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  private char peek() {
    if (position >= text.length()) {
      throw fault("more text");
    }
    return text.charAt(position);
  }

  private void expect(char c) {
    if (peek() != c) {
      throw fault("'" + c + "'");
    }
    position++;
  }

  private JsonFormatException fault(String expected) {
    String found = position >= text.length() ? "the end" : "\"" + text.charAt(position) + "\"";
    return new JsonFormatException(
        "JSON at character " + position + ": expected " + expected + ", found " + found);
  }
}
