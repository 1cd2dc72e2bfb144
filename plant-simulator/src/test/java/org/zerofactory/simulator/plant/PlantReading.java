package org.zerofactory.simulator.plant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.zerofactory.simulator.point.Point;

/** Reads a plant's points by name. */
final class PlantReading {

  private final Plant plant;
  private final Map<String, Integer> numbers = new HashMap<>();

  PlantReading(Plant plant) {
    this.plant = plant;
    for (Point point : plant.points()) {
      numbers.put(point.nodeName(), numbers.size());
    }
  }

  static PlantReading of(long seed, long until) {
    Plant plant = new Plant(seed, Plant.COMMISSIONED.getEpochSecond(), List.of());
    plant.extendTo(until);
    return new PlantReading(plant);
  }

  long register(String name, long second) {
    return (Long) value(name, second);
  }

  double gauge(String name, long second) {
    return (Double) value(name, second);
  }

  int state(String name, long second) {
    return (Integer) value(name, second);
  }

  long[] recorded(String name, long from, long to) {
    return plant.recorded(number(name), from, to);
  }

  long sum(String quantity, long second, Predicate<String> devices) {
    return plant.points().stream()
        .filter(point -> point.quantity().equals(quantity) && devices.test(point.device()))
        .mapToLong(point -> register(point.nodeName(), second))
        .sum();
  }

  long rise(String name, long from, long to) {
    return register(name, to) - register(name, from);
  }

  List<Point> points() {
    return plant.points();
  }

  private Object value(String name, long second) {
    return Objects.requireNonNull(plant.at(number(name), second).value());
  }

  private int number(String name) {
    return Objects.requireNonNull(numbers.get(name), name);
  }
}
