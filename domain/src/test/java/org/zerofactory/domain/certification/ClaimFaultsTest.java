package org.zerofactory.domain.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimFaultsTest {

  private static final String ENGLISH =
      "In 2025 the factory's scope 1 and 2 (location-based) were offset by 24,082 t of credits.";
  private static final String CHINESE = "2025年度工厂范围一与范围二排放（基于位置）以24,082吨碳信用抵消。";
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @Test
  void aClaimThatNamesEverythingMayBeMade() {
    assertThat(ClaimFaults.of(claim(ENGLISH, CHINESE, DAY))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2025-11-30,0", "2025-12-01,1"})
  void pas2060MayNotBeCitedAfterItsWithdrawal(LocalDate day, int faults) {
    assertThat(ClaimFaults.of(claim(ENGLISH + " According to PAS 2060.", CHINESE, day)))
        .hasSize(faults)
        .allMatch(fault -> fault.code().equals("pas-2060"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"符合PAS2060。", "符合 pas-2060 要求。"})
  void pas2060IsFoundInChineseTextToo(String words) {
    assertThat(ClaimFaults.of(claim(ENGLISH, CHINESE + words, DAY)))
        .extracting(ClaimFaults.Fault::code)
        .containsExactly("pas-2060");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "All our products are carbon neutral.",
        "We sell carbon-neutral products.",
        "A climate neutral smart phone product.",
        "Net-zero product."
      })
  void aNeutralProductIsRefused(String words) {
    assertThat(ClaimFaults.of(claim(ENGLISH + " " + words, CHINESE, DAY)))
        .extracting(ClaimFaults.Fault::code)
        .containsExactly("product-neutral");
  }

  @ParameterizedTest
  @ValueSource(strings = {"本厂生产零碳产品。", "产品已实现碳中和。"})
  void aNeutralProductIsRefusedInChinese(String words) {
    assertThat(ClaimFaults.of(claim(ENGLISH, CHINESE + words, DAY)))
        .extracting(ClaimFaults.Fault::code)
        .containsExactly("product-neutral");
  }

  @Test
  void aNeutralFactoryIsNoProduct() {
    assertThat(ClaimFaults.of(claim(ENGLISH + " The factory is carbon neutral.", CHINESE, DAY)))
        .isEmpty();
  }

  @Test
  void whatIsNotNamedIsAFault() {
    Claim claim =
        new Claim("plant", 2024, " ", new TreeSet<>(Set.of(2)), "both", "", ENGLISH, CHINESE, DAY);

    assertThat(ClaimFaults.of(claim))
        .extracting(ClaimFaults.Fault::code)
        .containsExactly("no-scheme", "no-scope", "no-method", "no-offsets", "no-period");
  }

  private static Claim claim(String english, String chinese, LocalDate day) {
    return new Claim(
        "plant",
        2025,
        "ISO 14068-1:2023",
        new TreeSet<>(Set.of(1, 2)),
        "location-based",
        "24,082 t of VCS credits",
        english,
        chinese,
        day);
  }
}
