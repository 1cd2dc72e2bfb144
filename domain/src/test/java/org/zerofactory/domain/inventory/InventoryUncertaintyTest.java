package org.zerofactory.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.zerofactory.domain.inventory.InventoryTestData.AR5;
import static org.zerofactory.domain.inventory.InventoryTestData.always;
import static org.zerofactory.domain.inventory.InventoryTestData.amount;
import static org.zerofactory.domain.inventory.InventoryTestData.grid;
import static org.zerofactory.domain.inventory.InventoryTestData.input;
import static org.zerofactory.domain.inventory.InventoryTestData.metered;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Carbon;
import org.zerofactory.domain.quantity.Unit;
import org.zerofactory.domain.uncertainty.Band;
import org.zerofactory.domain.uncertainty.Materiality;
import org.zerofactory.domain.uncertainty.MeterUncertainty;
import org.zerofactory.domain.uncertainty.MonteCarlo;
import org.zerofactory.domain.uncertainty.Quadrature;

class InventoryUncertaintyTest {

  // two equal meters of 1 %, one factor of 5 %: the factor's halves add up to 5 %, the meters' to
  // 1 / sqrt 2 %; root(25 + 0.5) = 5.04975 %
  @Test
  void metersThatShareAFactorAreOffTogether() {
    InventoryUncertainty uncertainty = InventoryUncertainty.of(twoMeters("5"), 20_000, 42);

    assertThat(uncertainty.quadraturePercent().orElseThrow()).isCloseTo(5.04975, within(1e-5));
    assertThat(uncertainty.monteCarlo().orElseThrow().percent()).isCloseTo(5.05, within(0.15));
    assertThat(uncertainty.unstated()).isEqualTo(Carbon.ZERO);
    // root(1 + 25) = 5.09902 %
    assertThat(uncertainty.sources())
        .allSatisfy(
            source -> assertThat(source.percent().orElseThrow()).isCloseTo(5.09902, within(1e-5)))
        .allSatisfy(source -> assertThat(source.band()).contains(Band.GOOD));
  }

  @Test
  void theSameSeedDrawsTheSame() {
    var figures =
        List.of(
            new MonteCarlo.Figure(100, "a", 5, "f", 10),
            new MonteCarlo.Figure(50, "b", 2, "f", 10));

    assertThat(MonteCarlo.of(figures, 1000, 7)).isEqualTo(MonteCarlo.of(figures, 1000, 7));
    assertThat(MonteCarlo.of(figures, 1000, 8)).isNotEqualTo(MonteCarlo.of(figures, 1000, 7));
    assertThatThrownBy(() -> MonteCarlo.of(figures, 10, 7))
        .hasMessage("expected 100 to 1000000 draws, but were 10");
  }

  // 5 % and 10 % in a product: root(125) = 11.18 % and a little for the product of both
  @Test
  void drawingAgreesWithTheQuadrature() {
    MonteCarlo drawn =
        MonteCarlo.of(List.of(new MonteCarlo.Figure(100, "a", 5, "f", 10)), 200_000, 1);

    assertThat(drawn.mean()).isCloseTo(100, within(0.1));
    assertThat(drawn.percent()).isCloseTo(Quadrature.ofProduct(5, 10), within(0.1));
    assertThat(drawn.low()).isCloseTo(100 - 1.96 / 2 * 11.18, within(0.3));
    assertThat(drawn.high()).isCloseTo(100 + 1.96 / 2 * 11.18, within(0.3));
  }

  @Test
  void whatNobodyStatedIsNotCertain() {
    InventoryUncertainty uncertainty = InventoryUncertainty.of(twoMeters(""), 1000, 42);

    assertThat(uncertainty.quadraturePercent()).isEmpty();
    assertThat(uncertainty.stated()).isEqualTo(Carbon.ZERO);
    assertThat(uncertainty.unstated().tonnes()).isEqualByComparingTo("1000");
  }

  // meter 0.5, current transformer 0.5, voltage transformer 0.5: root(0.75) = 0.8660 %
  @Test
  void aMeterIsAsGoodAsItsTransformersLetIt() {
    assertThat(MeterUncertainty.ofClasses("0.5S", "0.5S", "0.5")).isEqualByComparingTo("0.8660");
    assertThatThrownBy(() -> MeterUncertainty.ofClasses("best"))
        .hasMessage("expected an accuracy class such as 0.2S, 0.5S, 1 or 2, but was best");
  }

  // a has its class, 0.5 %; b the category's 1 %; the factor is exact, each 500 t of 1,000 t:
  // root(0.25^2 + 0.5^2) = 0.55902 %
  @Test
  void theClassOfAMeterStandsBeforeTheCategory() {
    Inventory inventory =
        twoMeters(
            new Uncertainties(
                Map.of("a", MeterUncertainty.ofClasses("0.5S")),
                Map.of(SourceCategory.ELECTRICITY, BigDecimal.ONE),
                Map.of("grid", BigDecimal.ZERO)));

    InventoryUncertainty uncertainty = InventoryUncertainty.of(inventory, 1000, 42);

    assertThat(uncertainty.sources())
        .extracting(source -> source.percent().orElseThrow())
        .containsExactly(0.5, 1.0);
    assertThat(uncertainty.quadraturePercent().orElseThrow()).isCloseTo(0.55902, within(1e-5));
  }

  // 1,000 t, limit 50 t; +40 and -30 t: net 10 t, gross 70 t
  @Test
  void largeErrorsThatCancelOutAreMaterial() {
    Materiality found =
        Materiality.of(tonnes(1000), List.of(tonnes(40), tonnes(-30)), Materiality.DEFAULT_PERCENT);

    assertThat(found.net()).isEqualTo(tonnes(10));
    assertThat(found.gross()).isEqualTo(tonnes(70));
    assertThat(found.isMaterial()).isTrue();
    assertThat(
            Materiality.of(tonnes(1000), List.of(tonnes(50)), Materiality.DEFAULT_PERCENT)
                .isMaterial())
        .isFalse();
  }

  // two meters of 500 t; one falls by 40 t, the other rises by 20 t: gross 60 t of 1,000 t
  @Test
  void aDiffIsMaterialByTheSizesOfItsChanges() {
    InventoryDiff diff =
        InventoryDiff.of(
            side(line("a", 500), line("b", 500)),
            side(line("a", 460), line("b", 520)),
            ChangeSplit.Convention.SHAPLEY);

    Materiality found = diff.materiality(Materiality.DEFAULT_PERCENT).orElseThrow();

    assertThat(found).isEqualTo(new Materiality(tonnes(-20), tonnes(60), tonnes(50), true));
    assertThat(
            InventoryDiff.of(side(), side(line("a", 1)), ChangeSplit.Convention.SHAPLEY)
                .materiality(Materiality.DEFAULT_PERCENT))
        .isEmpty();
  }

  private static InventoryDiff.Side side(DiffLine... lines) {
    return new InventoryDiff.Side(List.of(lines), YearMonth.of(2025, 1));
  }

  private static DiffLine line(String source, long tonnes) {
    return new DiffLine(
        "plant",
        "plant",
        source,
        "electricity",
        "used",
        YearMonth.of(2025, 1),
        BaseUnit.WATT_HOUR,
        1,
        tonnes(tonnes),
        Optional.empty());
  }

  private static Inventory twoMeters(String factorPercent) {
    Map<String, BigDecimal> bySeries =
        factorPercent.isEmpty() ? Map.of() : Map.of("grid", new BigDecimal(factorPercent));
    return twoMeters(
        new Uncertainties(Map.of(), Map.of(SourceCategory.ELECTRICITY, BigDecimal.ONE), bySeries));
  }

  private static Inventory twoMeters(Uncertainties uncertainties) {
    InventoryRules rules =
        new InventoryRules(
            AccountingMethod.GHG_PROTOCOL,
            AR5,
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            uncertainties);
    return Inventory.of(
        input(rules, List.of(meter("a"), meter("b")), List.of(), List.of()),
        always(grid("grid", "0.5")));
  }

  private static MeteredActivity meter(String name) {
    return metered(
        name,
        "2022-01",
        SourceCategory.ELECTRICITY,
        Flow.USED,
        "grid",
        amount("1000", Unit.MEGAWATT_HOUR));
  }

  private static Carbon tonnes(long tonnes) {
    return new Carbon(tonnes * 1_000_000_000_000L);
  }
}
