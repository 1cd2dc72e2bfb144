package org.zerofactory.domain.journal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Typed access to the fields of one JSON object; every fault names the field. */
public record JsonFields(String place, Json.Obj object) {

  /**
   * @throws JsonFormatException if the value is not an object
   */
  public static JsonFields of(String place, Json value) {
    if (value instanceof Json.Obj object) {
      return new JsonFields(place, object);
    }
    throw new JsonFormatException(place + ": expected an object, found " + shown(value));
  }

  public String text(String field) {
    return optionalText(field).orElseThrow(() -> wrong(field, "a text"));
  }

  public Optional<String> optionalText(String field) {
    Json value = object.entries().get(field);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Json.Text text) {
      return Optional.of(text.value());
    }
    throw wrong(field, "a text");
  }

  public long integer(String field) {
    return optionalInteger(field).orElseThrow(() -> wrong(field, "an integer"));
  }

  public OptionalLong optionalInteger(String field) {
    Json value = object.entries().get(field);
    if (value == null) {
      return OptionalLong.empty();
    }
    if (value instanceof Json.Int integer) {
      return OptionalLong.of(integer.value());
    }
    throw wrong(field, "an integer");
  }

  public boolean bool(String field) {
    if (object.entries().get(field) instanceof Json.Bool bool) {
      return bool.value();
    }
    throw wrong(field, "true or false");
  }

  public List<Json> array(String field) {
    if (object.entries().get(field) instanceof Json.Arr array) {
      return array.items();
    }
    throw wrong(field, "an array");
  }

  public JsonFields object(String field) {
    if (object.entries().get(field) instanceof Json.Obj inner) {
      return new JsonFields(place + "." + field, inner);
    }
    throw wrong(field, "an object");
  }

  public boolean has(String field) {
    return object.entries().containsKey(field);
  }

  private JsonFormatException wrong(String field, String expected) {
    Json value = object.entries().get(field);
    return new JsonFormatException(
        place
            + "."
            + field
            + ": expected "
            + expected
            + ", found "
            + (value == null ? "nothing" : shown(value)));
  }

  private static String shown(Json value) {
    String text = value.canonical();
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }
}
