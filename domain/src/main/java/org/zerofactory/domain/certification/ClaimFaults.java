package org.zerofactory.domain.certification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is wrong with the words of a claim.
 *
 * <p>Source: PAS 2060 was withdrawn on 2025-11-30, no new claim may cite it; EU Directive 2024/825
 * bans claims of neutral impact of a product that rest on offsetting (from memory, unverified);
 * item R of the export gate: scheme, scope, period, method and offsets are named.
 */
public final class ClaimFaults {

  private static final LocalDate PAS_2060_WITHDRAWN = LocalDate.of(2025, 11, 30);

  private static final Pattern PAS_2060 = Pattern.compile("pas[\\s_-]*2060");

  private static final String NEUTRAL_ENGLISH =
      "(?:carbon|climate|co2)[\\s-]*(?:neutral|positive|negative)|net[\\s-]*zero|zero[\\s-]*carbon";

  private static final Pattern PRODUCT_ENGLISH =
      Pattern.compile(
          "(?:"
              + NEUTRAL_ENGLISH
              + ")(?:\\s+\\p{L}+){0,2}\\s+products?\\b"
              + "|products?\\b(?:\\s+\\p{L}+){0,5}\\s+(?:"
              + NEUTRAL_ENGLISH
              + ")");

  private static final Pattern PRODUCT_CHINESE =
      Pattern.compile("(?:碳中和|零碳|净零|气候中和)的?.{0,4}产品|产品.{0,8}(?:碳中和|零碳|净零|气候中和)");

  private ClaimFaults() {}

  /** One fault. */
  public record Fault(String code, Wording text) {}

  /** Every fault; empty if the claim may be made. */
  public static List<Fault> of(Claim claim) {
    List<Fault> faults = new ArrayList<>();
    named(claim, faults);
    String english = claim.english().toLowerCase(Locale.ROOT);
    String all = claim.scheme().toLowerCase(Locale.ROOT) + " " + english + " " + claim.chinese();
    boolean isWithdrawn = claim.day().isAfter(PAS_2060_WITHDRAWN);
    if (isWithdrawn && PAS_2060.matcher(all.toLowerCase(Locale.ROOT)).find()) {
      add(
          faults,
          "pas-2060",
          "PAS 2060 was withdrawn on 2025-11-30; cite a scheme in force",
          "PAS 2060 已于 2025-11-30 废止，应引用现行方案");
    }
    if (PRODUCT_ENGLISH.matcher(english).find()
        || PRODUCT_CHINESE.matcher(claim.chinese()).find()) {
      add(
          faults,
          "product-neutral",
          "expected words about the factory; no product may be called neutral by offsets",
          "声明应针对工厂；不得以抵消宣称产品中和");
    }
    return faults;
  }

  private static void named(Claim claim, List<Fault> faults) {
    if (claim.scheme().isBlank()) {
      add(faults, "no-scheme", "expected the scheme to be named", "应写明方案");
    }
    if (!claim.scopes().containsAll(List.of(1, 2))
        || !List.of(1, 2, 3).containsAll(claim.scopes())) {
      add(faults, "no-scope", "expected the scopes, at least 1 and 2", "应写明范围，至少含范围一和范围二");
    }
    if (!claim.method().equals("location-based") && !claim.method().equals("market-based")) {
      add(
          faults,
          "no-method",
          "expected location-based or market-based",
          "应写明基于位置（location-based）或基于市场（market-based）");
    }
    if (claim.offsets().isBlank()) {
      add(faults, "no-offsets", "expected the offsets to be named, also if none", "应写明抵消量，无抵消也应说明");
    }
    String year = String.valueOf(claim.year());
    if (!claim.english().contains(year) || !claim.chinese().contains(year)) {
      add(faults, "no-period", "expected the year " + year + " in the words", "文本应写明年份 " + year);
    }
    if (claim.english().isBlank() || claim.chinese().isBlank()) {
      add(faults, "no-words", "expected words in English and Chinese", "应有中英文文本");
    }
  }

  private static void add(List<Fault> faults, String code, String english, String chinese) {
    faults.add(new Fault(code, new Wording(english, chinese)));
  }
}
