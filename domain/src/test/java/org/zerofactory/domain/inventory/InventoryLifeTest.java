package org.zerofactory.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.journal.JsonParser;
import org.zerofactory.domain.quantity.Carbon;

class InventoryLifeTest {

  private static final Inventory INVENTORY =
      ReferenceFactory.inventory("0.4364", Optional.of("0.5856"), "0");
  private static final Inventory OTHER =
      ReferenceFactory.inventory("0.3672", Optional.of("0.5856"), "0");

  @Test
  void theSameInputGivesTheSameBytes() {
    Inventory again = ReferenceFactory.inventory("0.4364", Optional.of("0.5856"), "0");

    assertThat(InventoryJson.bytes(again)).isEqualTo(InventoryJson.bytes(INVENTORY));
    assertThat(again.inputHash()).isEqualTo(INVENTORY.inputHash());
    assertThat(new String(InventoryJson.bytes(OTHER), StandardCharsets.UTF_8))
        .isNotEqualTo(new String(InventoryJson.bytes(INVENTORY), StandardCharsets.UTF_8));
  }

  @Test
  void aDraftIsReviewedByAnotherPersonAndPublished() {
    InventoryVersion published =
        InventoryVersion.draft("2022-1", "li")
            .submitted("li", INVENTORY)
            .published("wang", INVENTORY);

    assertThat(published.status()).isEqualTo(InventoryStatus.PUBLISHED);
    assertThat(published.input()).contains(INVENTORY.inputHash());
    assertThatThrownBy(published::requireChangeable)
        .hasMessage("inventory 2022-1: can't change: expected draft, but it is published");
  }

  @Test
  void nobodyPublishesAnOwnInventoryOrOneThatChangedInReview() {
    InventoryVersion inReview = InventoryVersion.draft("2022-1", "li").submitted("li", INVENTORY);

    assertThatThrownBy(() -> inReview.published("li", INVENTORY))
        .isInstanceOf(RefusedTransitionException.class)
        .hasMessageContaining("another person than li");
    assertThatThrownBy(() -> inReview.published("wang", OTHER))
        .hasMessageContaining("changed since it was sent to review");
    assertThatThrownBy(() -> InventoryVersion.draft("2022-1", "li").published("wang", INVENTORY))
        .hasMessageContaining("expected in-review, but it is draft");
    assertThatThrownBy(() -> inReview.sentBack(" ")).hasMessageContaining("needs a reason");
  }

  @Test
  void aRestatementNamesWhatItReplaces() {
    InventoryVersion old =
        InventoryVersion.draft("2022-1", "li")
            .submitted("li", INVENTORY)
            .published("wang", INVENTORY);
    InventoryVersion newer =
        old.restatement("2022-2", "li", "the province's factor of 2021 was meant")
            .submitted("li", OTHER)
            .published("wang", OTHER);

    assertThat(newer.restates()).contains("2022-1");
    assertThat(old.restatedBy(newer).status()).isEqualTo(InventoryStatus.RESTATED);
    assertThat(old.restatedBy(newer).content()).isEqualTo(old.content());
    assertThatThrownBy(() -> old.restatement("2022-1", "li", "why")).hasMessageContaining("own");
    assertThatThrownBy(
            () ->
                old.restatedBy(
                    InventoryVersion.draft("x", "li")
                        .submitted("li", OTHER)
                        .published("wang", OTHER)))
        .hasMessageContaining("x does not");
  }

  // 52,084.8 MWh x (0.3672 - 0.4364) kg/kWh = -3,604.26816 t, all of it the factor's
  @Test
  void anotherFactorIsAFactorEffectOfTheMeterThatUsesIt() {
    InventoryDiff diff =
        InventoryDiff.of(
            InventoryDiff.Side.of(INVENTORY),
            InventoryDiff.Side.of(OTHER),
            ChangeSplit.Convention.SHAPLEY);

    assertThat(diff.changes()).hasSize(1);
    assertThat(diff.changes().get(0).key().source()).isEqualTo("used");
    assertThat(diff.changes().get(0).key().month()).isEqualTo(6);
    assertThat(diff.split().activity()).isEqualTo(Carbon.ZERO);
    assertThat(diff.split().factor().tonnes()).isEqualByComparingTo("-3604.26816");
  }

  @Test
  void publishedBytesAreEnoughToCompare() {
    String published = new String(InventoryJson.bytes(INVENTORY), StandardCharsets.UTF_8);

    assertThat(DiffLine.ofJson(JsonParser.parse(published))).isEqualTo(DiffLine.of(INVENTORY));
    assertThat(DiffLine.marketOf(INVENTORY)).hasSize(2); // instruments and the rest
  }

  // threshold 5 % of 1,000 t = 50 t: 30 + 21 = 51 t is above, though one is down and one up
  @Test
  void theBaseYearIsRecalculatedForStructureMethodAndErrorsAboveTheThresholdOnly() {
    BaseYear year = new BaseYear(2022, "2022-1", tonnes(1000), BaseYear.DEFAULT_THRESHOLD_PERCENT);
    var sold = trigger(BaseYear.Cause.STRUCTURE, -30);
    var error = trigger(BaseYear.Cause.ERROR, 21);
    var growth = trigger(BaseYear.Cause.ORGANIC_GROWTH, 400);
    var factorYear = trigger(BaseYear.Cause.NEW_FACTOR_YEAR, 188);

    assertThat(year.judge(List.of(sold, error, growth)).isRecalculated()).isTrue();
    assertThat(year.judge(List.of(sold, growth, factorYear)).isRecalculated()).isFalse();
    assertThat(year.judge(List.of(growth, factorYear)).ignored()).hasSize(2);
    assertThat(year.judge(List.of(trigger(BaseYear.Cause.METHOD, 50))).isRecalculated()).isFalse();
    assertThatThrownBy(() -> new BaseYear(2022, "x", Carbon.ZERO, BigDecimal.ONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static BaseYear.Trigger trigger(BaseYear.Cause cause, long tonnes) {
    return new BaseYear.Trigger(cause, "test", tonnes(tonnes));
  }

  private static Carbon tonnes(long tonnes) {
    return new Carbon(tonnes * 1_000_000_000_000L);
  }
}
