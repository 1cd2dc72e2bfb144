package org.zerofactory.domain.schedule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that is wrong with orders, seen with the plant that is to make them. */
public final class OrderFaults {

  private OrderFaults() {}

  /** All faults, in the order of the orders; none if they can be planned. */
  public static List<ScheduleFault> of(List<ProductionOrder> orders, PlantModel plant) {
    FaultList faults = new FaultList();
    Set<String> products =
        plant.definitions().stream().map(OperationsDefinition::product).collect(Collectors.toSet());
    faults.ids("order", orders.stream().map(ProductionOrder::id));
    for (ProductionOrder order : orders) {
      String id = order.id();
      faults.known("order", id, "product", order.product(), products, "a product of the plant");
      faults.atLeast("order", id, "quantity", order.quantity(), 1);
      for (String unit : order.equipment()) {
        boolean makes =
            plant.definition(order.product()).stream()
                .flatMap(definition -> definition.segments().stream())
                .flatMap(segment -> segment.modes().stream())
                .anyMatch(mode -> mode.equipment().equals(unit));
        if (!makes && products.contains(order.product())) {
          faults.add("order", id, "equipment", unit, "a machine that makes " + order.product());
        }
      }
      if (!order.due().isAfter(order.release())) {
        faults.add("order", id, "due", order.due(), "a time after the release " + order.release());
      }
      if (order.priority() < 1 || order.priority() > ProductionOrder.LOWEST_PRIORITY) {
        faults.add("order", id, "priority", order.priority(), "1 to 9");
      }
    }
    return faults.list();
  }
}
