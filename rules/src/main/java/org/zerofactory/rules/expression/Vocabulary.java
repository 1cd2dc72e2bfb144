package org.zerofactory.rules.expression;

import dev.cel.compiler.CelCompiler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that the expressions of one kind of rule may use, with type and unit. A name carries
 * its unit as its last part by convention ({@code power_kw}, {@code idle_minutes}); the vocabulary
 * is what is checked.
 */
public final class Vocabulary {

  /**
   * One name.
   *
   * @param name small letters, digits and underscores, beginning with a letter
   * @param unit such as {@code kW}, {@code kg/kWh}, {@code min}; {@code 1} for ratios and counts;
   *     empty for text, truth values and durations
   */
  public record Name(String name, ValueType type, String unit) {

    /**
     * @throws IllegalArgumentException if the name cannot be used or the unit does not fit the type
     */
    public Name {
      if (!name.matches("[a-z][a-z0-9_]{0,63}")) {
        throw new IllegalArgumentException("expected a name such as power_kw but was " + name);
      }
      if (type.isMeasured() == unit.isEmpty()) {
        throw new IllegalArgumentException(
            name + ": a " + type.word() + (unit.isEmpty() ? " needs a unit" : " has no unit"));
      }
      if (!unit.isEmpty()) {
        var unused = MeasureUnit.of(unit);
      }
    }
  }

  private final Map<String, Name> names;
  private @Nullable CelCompiler compiler;

  private Vocabulary(Map<String, Name> names) {
    this.names = names;
  }

  /**
   * A vocabulary of these names.
   *
   * @throws IllegalArgumentException if a name occurs twice
   */
  public static Vocabulary of(List<Name> names) {
    var byName = new LinkedHashMap<String, Name>();
    for (Name name : names) {
      if (byName.put(name.name(), name) != null) {
        throw new IllegalArgumentException(
            "expected each name once but " + name.name() + " is twice");
      }
    }
    return new Vocabulary(byName);
  }

  /** These names and more. */
  public Vocabulary with(List<Name> more) {
    var all = new ArrayList<>(names.values());
    all.addAll(more);
    return of(all);
  }

  public Set<String> names() {
    return names.keySet();
  }

  public Optional<Name> find(String name) {
    return Optional.ofNullable(names.get(name));
  }

  Map<String, Name> byName() {
    return names;
  }

  /** Made on first use, because a compiler is costly and some programs never need one. */
  synchronized CelCompiler compiler() {
    if (compiler == null) {
      compiler = Dialect.compiler(names.values());
    }
    return compiler;
  }
}
