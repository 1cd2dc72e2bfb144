package org.zerofactory.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.journal.JsonFormatException;
import org.zerofactory.domain.metering.Interval;

class ProductionPlanJsonTest {

  private static final Instant START = Instant.parse("2026-06-08T16:00:00Z");

  @Test
  void aPlanReadsBackAsItWasWritten() {
    ProductionPlan plan = plan();

    String text = ProductionPlanJson.write(plan).canonical();

    assertThat(ProductionPlanJson.read(text)).isEqualTo(plan);
    assertThat(ProductionPlanJson.write(ProductionPlanJson.read(text)).canonical()).isEqualTo(text);
    assertThat(text).startsWith("{\"currency\":\"CNY\",\"dispatches\":[{\"id\":\"b\"");
  }

  @Test
  void anOperationThatEndsBeforeItBeginsIsRefusedWithItsName() {
    String text = ProductionPlanJson.write(plan()).canonical();
    String wrong = text.replace("\"end\":1780938000", "\"end\":1780935000");

    assertThat(wrong).isNotEqualTo(text);
    assertThatThrownBy(() -> ProductionPlanJson.read(wrong))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining("operation place of A");
  }

  private static ProductionPlan plan() {
    PlanFigures figures = new PlanFigures(1, 2, 3, 4, 5, 0, 7, -8, 9, 10, 11);
    return new ProductionPlan(
        "s",
        START,
        new Interval(START, START.plusSeconds(86_400)),
        "balanced",
        "CNY",
        Optional.of(new ProductionPlan.Origin("pv", START, "own-history")),
        Optional.empty(),
        List.of(
            new PlannedOperation(
                "A",
                1,
                "place",
                "line",
                "eco",
                START,
                START.plusSeconds(900),
                START.plusSeconds(3_600),
                500)),
        figures,
        figures,
        List.of(new ProductionPlan.Late("A", START, START.plusSeconds(60), true)),
        List.of(new ProductionPlan.Unplaceable("B", "horizon", 45, "min", "text")),
        List.of(new ProductionPlan.Dispatch("b", List.of(5L, -5L))),
        120);
  }
}
