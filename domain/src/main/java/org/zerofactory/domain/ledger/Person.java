package org.zerofactory.domain.ledger;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who did something, as the request said. The name is not proven: there are no logins, so the trail
 * shows who is said to have acted.
 */
public record Person(String name) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]{1,64}");

  /** What a name looks like, for messages that say what was expected. */
  public static final String EXPECTED = "1 to 64 small letters, digits, dots, hyphens, underscores";

  /**
   * @throws IllegalArgumentException if it is no such name
   */
  public Person {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("expected " + EXPECTED + ", but was " + name);
    }
  }

  /** The person of that name; empty if it is no name. */
  public static Optional<Person> of(String name) {
    return NAME.matcher(name).matches() ? Optional.of(new Person(name)) : Optional.empty();
  }

  @Override
  public String toString() {
    return name;
  }
}
