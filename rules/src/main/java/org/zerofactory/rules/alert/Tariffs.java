package org.zerofactory.rules.alert;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataFile;
import org.zerofactory.datafile.DataFolder;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.datafile.DataSchema;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.domain.metering.Interval;

/** All tariffs by id. */
public final class Tariffs {

  private static final DataSchema SCHEMA =
      DataSchema.packaged(Tariffs.class, "/rules/schema/tariff.schema.json");

  /** 1 yuan/kWh is 10^6 nano-yuan/Wh. */
  private static final int DECIMALS = 6;

  private final Map<String, Tariff> tariffs;

  private Tariffs(Map<String, Tariff> tariffs) {
    this.tariffs = tariffs;
  }

  /** The tariffs that come with the program. */
  public static Tariffs packaged() {
    return of(DataFolder.packaged(Tariffs.class, "/rules/tariffs", ".yaml"));
  }

  /**
   * The tariffs of the given files.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults of all files
   */
  public static Tariffs of(List<DataSource> files) {
    var faults = new DataFaults();
    var tariffs = new TreeMap<String, Tariff>();
    for (DataSource file : files) {
      var own = new DataFaults();
      Optional<DataNode> tree = DataFile.read(file, SCHEMA, own);
      if (own.isEmpty()) {
        tree.flatMap(root -> tariff(root, own))
            .filter(tariff -> own.isEmpty())
            .ifPresent(
                tariff -> {
                  if (tariffs.put(tariff.id(), tariff) != null) {
                    own.add(tree.get().get("id").fault("an id of its own"));
                  }
                });
      }
      own.sorted().forEach(faults::add);
    }
    faults.throwIfAny();
    return new Tariffs(tariffs);
  }

  public Optional<Tariff> find(String id) {
    return Optional.ofNullable(tariffs.get(id));
  }

  public Set<String> ids() {
    return tariffs.keySet();
  }

  private static Optional<Tariff> tariff(DataNode root, DataFaults faults) {
    Map<String, Long> prices = new HashMap<>();
    root.entries("prices")
        .forEach(
            (name, price) ->
                prices.put(name, price.decimal().movePointRight(DECIMALS).longValueExact()));
    Map<Integer, List<Long>> hours = new HashMap<>();
    for (DataNode season : root.items("seasons")) {
      List<Long> ofDay = new ArrayList<>();
      for (DataNode hour : season.items("hours")) {
        Long price = prices.get(hour.text());
        if (price == null) {
          faults.add(hour.unknown("the name of a price", prices.keySet()));
        } else {
          ofDay.add(price);
        }
      }
      for (DataNode month : season.items("months")) {
        if (hours.put((int) month.wholeNumber(), List.copyOf(ofDay)) != null) {
          faults.add(month.fault("each month once"));
        }
      }
    }
    for (int month = 1; month <= 12; month++) {
      if (!hours.containsKey(month)) {
        faults.add(
            root.get("seasons").problem("expected every month but " + month + " is missing"));
      }
    }
    return validity(root.get("validity"), faults)
        .map(
            interval ->
                new Tariff(
                    root.text("id"),
                    root.get("synthetic").flag(),
                    interval,
                    ZoneId.of(root.get("validity").text("zone")),
                    hours));
  }

  private static Optional<Interval> validity(DataNode node, DataFaults faults) {
    try {
      ZoneId zone = ZoneId.of(node.text("zone"));
      return Optional.of(
          new Interval(
              LocalDate.parse(node.text("from")).atStartOfDay(zone).toInstant(),
              LocalDate.parse(node.text("to")).atStartOfDay(zone).toInstant()));
    } catch (DateTimeException | IllegalArgumentException wrong) {
      faults.add(node.problem("expected dates in order and a time zone but " + wrong.getMessage()));
      return Optional.empty();
    }
  }
}
