package org.zerofactory.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.domain.metering.MachineState;
import org.zerofactory.domain.product.AllocationKey;
import org.zerofactory.domain.product.AllocationRules;
import org.zerofactory.domain.product.ProductRules;

class ProductRulesFileTest {

  private static final EmissionFactors FACTORS = EmissionFactors.packaged();

  private static final String HEAD =
      """
      site: plant
      factors: { location: cn-region-central, residual: cn-national-excluding-market-traded-non-fossil }
      """;

  @Test
  void aSiteThatStatesNothingDividesNoSharedLoad() {
    assertThat(rules(HEAD)).isEqualTo(ProductRules.NONE);
  }

  @Test
  void theDemoPlantStatesItsSharedLoadsAndProducts() {
    ProductRules rules = AccountsFolder.packaged(FACTORS).of("wuhan-demo").orElseThrow().products();

    AllocationRules allocation = rules.allocation();
    assertThat(allocation.rest()).isEqualTo(AllocationKey.ENERGY);
    assertThat(allocation.shared()).hasSize(5);
    assertThat(allocation.shared().get(0).points()).hasSize(3);
    assertThat(allocation.statePower()).containsEntry(MachineState.SETUP, 215L);
    assertThat(allocation.airLitresPerHour()).containsEntry("smt-8", 130_000L);
    assertThat(rules.catalogue().orElseThrow().find("laptop-16").orElseThrow())
        .satisfies(
            product -> {
              assertThat(product.massKilograms()).isEqualTo(new BigDecimal("1.82"));
              assertThat(product.exemptedDescription()).contains("upstream materials");
            });
  }

  @Test
  void faultsOfKeysAndPointsAreReportedTogether() {
    List<String> faults =
        faults(
            HEAD
                + """
                  allocation:
                    rest: by-hand
                    state-power: { running: 1 }
                    shared-loads:
                      - { id: a, name: A, points: [c-1/energy-import, c-2/air-volume], key: air-volume }
                      - { id: a, name: B, points: [c-1/energy-import], key: run-time }
                  """);

    assertThat(faults)
        .anySatisfy(
            fault ->
                assertThat(fault)
                    .contains("allocation.rest expected one of run-time, pieces, energy")
                    .contains("by-hand"))
        .anySatisfy(fault -> assertThat(fault).contains("state-power.set-up"))
        .anySatisfy(
            fault ->
                assertThat(fault)
                    .contains("shared-loads[0].points[1] expected a point of energy-import"))
        .anySatisfy(
            fault ->
                assertThat(fault).contains("allocation.air-litres-per-hour expected the rates"))
        .anySatisfy(fault -> assertThat(fault).contains("shared-loads[1].id expected an id of its"))
        .anySatisfy(
            fault ->
                assertThat(fault)
                    .contains("shared-loads[1].points[0] expected a point that no other load has"));
  }

  @Test
  void faultsOfTheCatalogueNameThePlace() {
    List<String> faults =
        faults(
            HEAD
                + """
                  product-catalogue:
                    company: C
                    company-ids: [plant]
                    standards: [PACT-3.0]
                    characterization: [AR9]
                    products:
                      - { id: p, name: P, description: A product, ids: ["urn:x:p"], mass-kg: 1.2,
                          fossil-carbon-kg: "0", exempted-percent: "101", exempted-description: All,
                          boundary: Pressing, data-quality: { technological: "6",
                          geographical: "1", temporal: "5.0" } }
                  """);

    assertThat(faults).hasSize(5);
    assertThat(String.join("\n", faults))
        .contains("company-ids[0] expected")
        .contains("characterization[0] expected one of AR4, AR5, AR6")
        .contains("products[0].mass-kg expected a number in quotes, 0 or more")
        .contains("products[0].exempted-percent expected at most 100")
        .contains("data-quality.technological expected a number in quotes from 1 to 5");
  }

  private static ProductRules rules(String text) {
    return AccountsFolder.of(List.of(new DataSource("a.accounts.yaml", text)), FACTORS)
        .of("plant")
        .orElseThrow()
        .products();
  }

  private static List<String> faults(String text) {
    var wrong = catchThrowableOfType(DataFileException.class, () -> rules(text));
    return wrong.faults().stream().map(DataFault::toString).toList();
  }
}
