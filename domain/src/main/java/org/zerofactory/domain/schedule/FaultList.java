package org.zerofactory.domain.schedule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Collects what is wrong with the things of one plant. */
final class FaultList {

  private final List<ScheduleFault> faults = new ArrayList<>();

  void add(String kind, String id, String field, Object value, String expected) {
    faults.add(new ScheduleFault(kind, id, field, String.valueOf(value), expected));
  }

  /** A finite number of 0 or more. */
  void amount(String kind, String id, String field, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      add(kind, id, field, value, "a finite number of 0 or more");
    }
  }

  void atLeast(String kind, String id, String field, long value, long least) {
    if (value < least) {
      add(kind, id, field, value, least + " or more");
    }
  }

  void known(String kind, String id, String field, String value, Set<String> known, String what) {
    if (!known.contains(value)) {
      add(kind, id, field, value, what);
    }
  }

  /** Names ids that stand twice; gives all ids. */
  Set<String> ids(String kind, Stream<String> ids) {
    Set<String> seen = new HashSet<>();
    ids.forEach(
        id -> {
          if (!seen.add(id)) {
            add(kind, id, "id", id, "each id once");
          }
        });
    return seen;
  }

  List<ScheduleFault> list() {
    return List.copyOf(faults);
  }
}
