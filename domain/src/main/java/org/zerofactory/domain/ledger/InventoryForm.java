package org.zerofactory.domain.ledger;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zerofactory.domain.inventory.AccountingMethod;
import org.zerofactory.domain.inventory.InventoryPeriod;

/** Reads what a person chooses of an inventory; finds everything that is wrong at once. */
public final class InventoryForm {

  public static final List<String> FIELDS =
      List.of("year", "from", "to", "method", "gwp", "consolidation");

  /** What stands where nothing is chosen: the newest potentials that most programmes ask for. */
  public static final String DEFAULT_GWP = "AR6";

  private static final List<String> EDITIONS = List.of("AR4", "AR5", "AR6");
  private static final Pattern YEAR = Pattern.compile("(19[7-9]|20[0-9])[0-9]");
  private static final Pattern MONTH = Pattern.compile("(19[7-9]|20[0-9])[0-9]-[0-9]{2}");
  private static final int MOST_MONTHS = 36;

  private final Map<String, String> values;
  private final List<EntryFault> faults = new ArrayList<>();

  private InventoryForm(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Either a local year, or whole local months from one to before another.
   *
   * @throws EntryFaultsException with all that is wrong
   */
  public static InventorySettings read(Map<String, String> values) {
    return new InventoryForm(values).read();
  }

  private InventorySettings read() {
    Optional<InventoryPeriod> period =
        value("year").isPresent() ? ofYear() : ofMonths(month("from"), month("to"));
    AccountingMethod method =
        value("method")
            .map(
                word ->
                    AccountingMethod.ofWord(word)
                        .orElseGet(
                            () -> {
                              fault("method", "one of " + methods());
                              return AccountingMethod.GHG_PROTOCOL;
                            }))
            .orElse(AccountingMethod.GHG_PROTOCOL);
    String gwp = value("gwp").orElse(DEFAULT_GWP);
    if (!EDITIONS.contains(gwp)) {
      fault("gwp", "one of " + String.join(", ", EDITIONS));
    }
    if (!value("consolidation")
        .orElse(InventorySettings.CONSOLIDATION)
        .equals(InventorySettings.CONSOLIDATION)) {
      fault("consolidation", InventorySettings.CONSOLIDATION);
    }
    if (!faults.isEmpty()) {
      throw new EntryFaultsException(faults);
    }
    return new InventorySettings(period.orElseThrow(), method, gwp);
  }

  private Optional<InventoryPeriod> ofYear() {
    for (String name : List.of("from", "to")) {
      if (value(name).isPresent()) {
        fault(name, "nothing beside a year");
      }
    }
    String year = value("year").orElse("");
    if (!YEAR.matcher(year).matches()) {
      fault("year", "a year from 1970 to 2099");
      return Optional.empty();
    }
    return Optional.of(InventoryPeriod.ofYear(Integer.parseInt(year)));
  }

  private Optional<InventoryPeriod> ofMonths(Optional<YearMonth> from, Optional<YearMonth> to) {
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (!to.get().isAfter(from.get()) || to.get().isAfter(from.get().plusMonths(MOST_MONTHS))) {
      fault("to", "the month after the last, at most " + MOST_MONTHS + " after " + from.get());
      return Optional.empty();
    }
    return Optional.of(new InventoryPeriod(from.get(), to.get()));
  }

  private Optional<YearMonth> month(String name) {
    String text = value(name).orElse("");
    try {
      return Optional.of(YearMonth.parse(MONTH.matcher(text).matches() ? text : ""));
    } catch (DateTimeException wrong) {
      fault(name, "a month such as 2025-01, or a year");
      return Optional.empty();
    }
  }

  private static String methods() {
    return Arrays.stream(AccountingMethod.values())
        .map(AccountingMethod::word)
        .collect(Collectors.joining(", "));
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  private void fault(String name, String expected) {
    faults.add(new EntryFault(1, name, value(name).orElse(""), expected));
  }
}
