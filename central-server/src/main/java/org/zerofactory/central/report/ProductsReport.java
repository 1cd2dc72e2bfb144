package org.zerofactory.central.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.domain.product.Allocation;
import org.zerofactory.domain.product.AllocationQuality;
import org.zerofactory.domain.product.Amounts;
import org.zerofactory.domain.product.Emitted;
import org.zerofactory.domain.product.JobAccount;
import org.zerofactory.domain.product.ProductPeriod;
import org.zerofactory.domain.product.ProductionRun;
import org.zerofactory.domain.product.RunChecks;
import org.zerofactory.domain.product.Share;

/** Products and orders as JSON: what they took, and apart from them what no order took. */
public final class ProductsReport {

  private ProductsReport() {}

  /** A month of a year of products. */
  public record Month(String month, ProductPeriod period) {}

  /**
   * @param to day after the last
   */
  public static ObjectNode of(LocalDate from, LocalDate to, ProductPeriod period) {
    ObjectNode json = Figures.object().put("from", from.toString()).put("to", to.toString());
    putPeriod(json, period);
    return json;
  }

  /** A year by month; the months sum to the year exactly. */
  public static ObjectNode months(int year, List<Month> months) {
    ObjectNode json = Figures.object().put("year", year);
    ArrayNode array = json.putArray("months");
    for (Month month : months) {
      putPeriod(array.addObject().put("month", month.month()), month.period());
    }
    return json;
  }

  /** An order with its runs. */
  public static ObjectNode order(String order, List<ProductionRun> runs, ProductPeriod period) {
    ObjectNode json = Figures.object().put("order", order);
    json.set("products", accounts("product", period.byProduct()));
    json.set("total", amounts(period.allocation().total()));
    json.set("quality", quality(period.allocation().quality()));
    json.set("runs", runs(runs));
    return json;
  }

  /** A part of the production log. */
  public static ObjectNode log(List<ProductionRun> runs) {
    ObjectNode json = Figures.object();
    json.set("runs", runs(runs));
    return json;
  }

  /** Runs as the log holds them, in the words in which they came. */
  private static ArrayNode runs(List<ProductionRun> runs) {
    ArrayNode json = Figures.array();
    for (ProductionRun run : runs) {
      json.addObject()
          .put("run", run.id())
          .put("order", run.order())
          .put("product", run.product())
          .put("machine", run.equipment())
          .put("from", run.from().toString())
          .put("to", run.to().toString())
          .put("good", run.good())
          .put("scrap", run.scrap());
    }
    return json;
  }

  /** What came of sending runs. */
  public static ObjectNode added(RunChecks.Result result) {
    return Figures.object()
        .put("added", result.added().size())
        .put("unchanged", result.unchanged());
  }

  private static void putPeriod(ObjectNode into, ProductPeriod period) {
    Allocation allocation = period.allocation();
    into.set("products", accounts("product", period.byProduct()));
    into.set("setUp", apart(allocation, Share.Kind.SET_UP, "machine"));
    into.set("idle", apart(allocation, Share.Kind.IDLE, "machine"));
    into.set("unallocated", apart(allocation, Share.Kind.UNALLOCATED, "reason"));
    into.set("total", amounts(allocation.total()));
    into.set("quality", quality(allocation.quality()));
  }

  private static ArrayNode accounts(String name, Map<String, JobAccount> accounts) {
    ArrayNode json = Figures.array();
    accounts.forEach((word, account) -> json.add(account(name, word, account)));
    return json;
  }

  private static ObjectNode account(String name, String word, JobAccount account) {
    ObjectNode json =
        Figures.object()
            .put(name, word)
            .put("good", account.output().good())
            .put("scrap", account.output().scrap())
            .put("directWh", account.direct().energy().wattHours())
            .put("sharedWh", account.shared().energy().wattHours());
    putAmounts(json, account.total());
    Optional<Emitted> emitted = account.total().emitted();
    perUnit(json, "locationKgPerUnit", account, emitted.map(Emitted::location));
    perUnit(json, "marketKgPerUnit", account, emitted.map(Emitted::market));
    return json;
  }

  private static void perUnit(
      ObjectNode into,
      String field,
      JobAccount account,
      Optional<org.zerofactory.domain.quantity.Carbon> carbon) {
    carbon
        .flatMap(account::kilogramsPerUnit)
        .map(ProductsReport::plain)
        .ifPresentOrElse(text -> into.put(field, text), () -> into.putNull(field));
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static ObjectNode apart(Allocation allocation, Share.Kind kind, String name) {
    ObjectNode json = amounts(allocation.sum(kind));
    ArrayNode parts = json.putArray("parts");
    allocation
        .shares()
        .forEach(
            (share, of) -> {
              if (share.kind() == kind) {
                putAmounts(parts.addObject().put(name, share.of()), of);
              }
            });
    return json;
  }

  private static ObjectNode amounts(Amounts amounts) {
    ObjectNode json = Figures.object();
    putAmounts(json, amounts);
    return json;
  }

  private static void putAmounts(ObjectNode into, Amounts amounts) {
    into.put("energyWh", amounts.energy().wattHours())
        .put("estimatedWh", amounts.estimated().wattHours());
    Figures.put(into, "locationKg", amounts.emitted().map(Emitted::location));
    Figures.put(into, "marketKg", amounts.emitted().map(Emitted::market));
  }

  private static ObjectNode quality(AllocationQuality quality) {
    return Figures.object()
        .put("quarterHours", quality.quarterHours())
        .put("loadUnknown", quality.loadUnknown())
        .put("missingReadings", quality.missingReadings())
        .put("scaled", quality.scaled());
  }
}
