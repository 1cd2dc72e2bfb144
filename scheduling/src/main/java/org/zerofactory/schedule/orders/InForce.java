package org.zerofactory.schedule.orders;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.schedule.PlannedOperation;

/** The plan in force, sorted by what has ended, what runs and what is to come at an instant. */
final class InForce {

  /** Which operation of which lot. */
  record Key(String order, int lot, String segment) {
    static Key of(PlannedOperation operation) {
      return new Key(operation.order(), operation.lot(), operation.segment());
    }
  }

  private final Map<Key, PlannedOperation> operations = new HashMap<>();
  private final Instant now;

  InForce(List<PlannedOperation> operations, Instant now) {
    operations.forEach(operation -> this.operations.put(Key.of(operation), operation));
    this.now = now;
  }

  boolean isDone(Key key) {
    return find(key).filter(operation -> !operation.end().isAfter(now)).isPresent();
  }

  Optional<PlannedOperation> running(Key key) {
    return find(key).filter(operation -> hasBegun(operation) && operation.end().isAfter(now));
  }

  Optional<PlannedOperation> toCome(Key key) {
    return find(key).filter(operation -> !hasBegun(operation));
  }

  /** Whether something of an order was begun. */
  boolean hasBegun(String order) {
    return operations.values().stream()
        .anyMatch(operation -> operation.order().equals(order) && hasBegun(operation));
  }

  /** What a machine was last set up for, newest first. */
  List<PlannedOperation> begunOn(String equipment) {
    return operations.values().stream()
        .filter(operation -> operation.equipment().equals(equipment) && hasBegun(operation))
        .sorted(Comparator.comparing(PlannedOperation::start).reversed())
        .toList();
  }

  private Optional<PlannedOperation> find(Key key) {
    return Optional.ofNullable(operations.get(key));
  }

  private boolean hasBegun(PlannedOperation operation) {
    return operation.setupStart().isBefore(now);
  }
}
