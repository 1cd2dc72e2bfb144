package org.zerofactory.schedule.orders;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.zerofactory.datafile.table.RowFault;
import org.zerofactory.datafile.table.RowFaultsException;
import org.zerofactory.domain.schedule.OrderFaults;
import org.zerofactory.domain.schedule.PlantModel;
import org.zerofactory.domain.schedule.ProductionOrder;
import org.zerofactory.domain.schedule.ScheduleFault;

/**
 * Rows of texts as orders; each field that is not what it should be is a fault of its own, and none
 * hides another.
 */
final class OrderRows {

  static final int DEFAULT_PRIORITY = 5;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
  private static final Map<String, Boolean> FLAGS =
      Map.of("yes", true, "true", true, "no", false, "false", false, "", false);

  private final PlantModel plant;
  private final Instant defaultRelease;
  private final UnaryOperator<String> columnOf;
  private final List<ProductionOrder> orders = new ArrayList<>();
  private final List<RowFault> faults = new ArrayList<>();
  private final Map<String, Integer> rows = new HashMap<>();

  /**
   * @param defaultRelease of orders that state none
   * @param columnOf what the reader's source calls a field, for faults
   */
  OrderRows(PlantModel plant, Instant defaultRelease, UnaryOperator<String> columnOf) {
    this.plant = plant;
    this.defaultRelease = defaultRelease;
    this.columnOf = columnOf;
  }

  void fault(int row, String column, String value, String expected) {
    faults.add(new RowFault(row, column, value, expected));
  }

  void faults(List<RowFault> more) {
    faults.addAll(more);
  }

  /** Reads one row; an order is added only if all of its fields are well. */
  void add(int row, Map<String, String> fields) {
    int before = faults.size();
    String id = text(row, fields, "order");
    String product = text(row, fields, "product");
    long quantity = number(row, fields, "quantity", -1);
    Optional<Instant> release =
        fields.getOrDefault("release", "").isBlank()
            ? Optional.of(defaultRelease)
            : time(row, fields, "release");
    Optional<Instant> due = time(row, fields, "due");
    String word = fields.getOrDefault("firm", "").strip();
    Boolean firm = FLAGS.get(word);
    if (firm == null) {
      wrong(row, "firm", word, "yes or no");
    }
    long priority = number(row, fields, "priority", DEFAULT_PRIORITY);
    String machines = fields.getOrDefault("machines", "").strip();
    List<String> equipment = machines.isEmpty() ? List.of() : List.of(machines.split("\\s+"));
    Integer earlier = rows.putIfAbsent(id, row);
    if (earlier != null && ID.matcher(id).matches()) {
      wrong(row, "order", id, "each order once, but row " + earlier + " has it");
    }
    if (faults.size() == before && firm != null) {
      take(
          row,
          new ProductionOrder(
              id,
              product,
              quantity,
              release.orElseThrow(),
              due.orElseThrow(),
              firm,
              (int) priority,
              equipment));
    }
  }

  private void take(int row, ProductionOrder order) {
    List<ScheduleFault> wrong = OrderFaults.of(List.of(order), plant);
    wrong.forEach(fault -> wrong(row, fault.field(), fault.value(), fault.expected()));
    if (wrong.isEmpty()) {
      orders.add(order);
    }
  }

  /**
   * @throws RowFaultsException with all faults in the order of their rows
   */
  List<ProductionOrder> orders() {
    if (!faults.isEmpty()) {
      throw new RowFaultsException(
          faults.stream().sorted(java.util.Comparator.comparingInt(RowFault::row)).toList());
    }
    return List.copyOf(orders);
  }

  private void wrong(int row, String field, String value, String expected) {
    faults.add(new RowFault(row, columnOf.apply(field), value, expected));
  }

  private String text(int row, Map<String, String> fields, String field) {
    String text = fields.getOrDefault(field, "").strip();
    if (!ID.matcher(text).matches()) {
      wrong(row, field, text, "1 to 64 letters, digits, dots, hyphens");
    }
    return text;
  }

  private long number(int row, Map<String, String> fields, String field, long otherwise) {
    String text = fields.getOrDefault(field, "").strip();
    if (text.isEmpty() && otherwise >= 0) {
      return otherwise;
    }
    if (!WHOLE.matcher(text).matches()) {
      wrong(row, field, text, "a whole number from 1 to 999999999");
      return 0;
    }
    return Long.parseLong(text);
  }

  private Optional<Instant> time(int row, Map<String, String> fields, String field) {
    String text = fields.getOrDefault(field, "").strip();
    Optional<Instant> time = instant(text).filter(of -> of.getNano() == 0);
    if (time.isEmpty()) {
      wrong(
          row,
          field,
          text,
          "a time in whole seconds with offset such as 2026-06-30T08:00:00+08:00, or one that"
              + " comes exactly once in "
              + plant.zone()
              + " without");
    }
    return time;
  }

  private Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException withoutOffset) {
      return local(text);
    }
  }

  /** In the hour that a change of clocks leaves out or repeats an offset is needed. */
  private Optional<Instant> local(String text) {
    try {
      LocalDateTime local = LocalDateTime.parse(text);
      List<ZoneOffset> offsets = plant.zone().getRules().getValidOffsets(local);
      return offsets.size() == 1 ? Optional.of(local.toInstant(offsets.get(0))) : Optional.empty();
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
