package org.zerofactory.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zerofactory.domain.inventory.InventoryTestData.at;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The synthetic factory HB-REF of standards.json by every method. */
class ReferenceFactoryTest {

  // Hubei 2022 0.4364, residual 2022 0.5856; import 52,084.8 MWh, 20,000 MWh of green power
  @Test
  void everyMethodGivesItsOwnTotal() {
    Inventory inventory = ReferenceFactory.inventory("0.4364", Optional.of("0.5856"), "0");

    assertThat(inventory.totals().scope1().tonnes()).isEqualByComparingTo("801.80811262");
    assertThat(inventory.totals().scope2Location().tonnes()).isEqualByComparingTo("23279.80672");
    assertThat(inventory.totals().scope2Market().tonnes()).isEqualByComparingTo("19338.85888");
    assertThat(inventory.totals().scopes12Location().tonnes())
        .isEqualByComparingTo("24081.61483262");
    assertThat(inventory.totals().scopes12Market().tonnes()).isEqualByComparingTo("20140.66699262");
    // combustion 648.6566427 + 37.74146992, power (52,084.8 - 244.8) x 0.4364, heat 550; no leaks
    assertThat(at(inventory.methods(), AccountingMethod.GB_T_32150).total().tonnes())
        .isEqualByComparingTo("23859.37411262");
  }

  @Test
  void withoutAResidualMixTheGridAverageStandsInAndSaysSo() {
    Inventory inventory = ReferenceFactory.inventory("0.4364", Optional.empty(), "0");

    // 32,084.8 x 0.4364 + 550
    assertThat(inventory.totals().scope2Market().tonnes()).isEqualByComparingTo("14551.80672");
    assertThat(inventory.disclosures())
        .extracting(Disclosure::kind)
        .contains(Disclosure.Kind.NO_RESIDUAL_MIX);
  }

  @Test
  void ownPowerWhoseCertificatesWereSoldLosesItsZeroInTheMarketBasedResultOnly() {
    Inventory inventory = ReferenceFactory.inventory("0.4364", Optional.of("0.5856"), "7915.2");

    // (32,084.8 + 7,915.2) x 0.5856 + 550
    assertThat(inventory.totals().scope2Market().tonnes()).isEqualByComparingTo("23974");
    assertThat(inventory.totals().scope2Location().tonnes()).isEqualByComparingTo("23279.80672");
  }
}
