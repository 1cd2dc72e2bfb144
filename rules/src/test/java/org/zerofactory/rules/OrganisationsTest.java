package org.zerofactory.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.datafile.DataSource;
import org.zerofactory.domain.inventory.InventoryPeriod;
import org.zerofactory.domain.inventory.Organisation;

class OrganisationsTest {

  private static final String HEAD =
      """
      organisation: group
      name: A group
      consolidation: operational-control
      """;

  @Test
  void thePackagedOrganisationHoldsTheDemoPlant() {
    Organisation demo = Organisations.packaged().find("simulated-electronics").orElseThrow();

    assertThat(demo.sitesIn(InventoryPeriod.ofYear(2025))).containsExactly("wuhan-demo");
    assertThat(Organisations.packaged().find("nobody")).isEmpty();
  }

  @Test
  void sitesExclusionsAndStructuralChangesAreRead() {
    Organisation group =
        read(HEAD
                + """
                      sites:
                        - { id: east, opened: 2025-03 }
                        - { id: west, closed: 2026-01 }
                      exclusions:
                        - { subject: canteen, reason: run by others, percent: "0.4" }
                      structural-changes:
                        - { site: west, kind: divestment, on: 2025-12-31, reason: sold }
                      """)
            .find("group")
            .orElseThrow();

    assertThat(group.members().get(0).opened()).contains(YearMonth.parse("2025-03"));
    assertThat(group.sitesIn(InventoryPeriod.ofYear(2024))).containsExactly("west");
    assertThat(group.exclusions().get(0).percent()).isEqualByComparingTo("0.4");
    assertThat(group.changes())
        .containsExactly(
            new Organisation.StructuralChange(
                "west",
                Organisation.StructuralKind.DIVESTMENT,
                LocalDate.parse("2025-12-31"),
                "sold"));
  }

  @Test
  void everyFaultIsNamedWithItsPlace() {
    String text =
        HEAD
            + """
              sites:
                - { id: east, opened: 2025-03, closed: 2025-03 }
                - { id: east }
              """;

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("group.organisation.yaml:5:42 sites[0].closed expected a month after")
        .hasMessageContaining("sites[1].id expected each site once");
    assertThatThrownBy(
            () -> read(HEAD.replace("operational-control", "equity-share") + "sites: []"))
        .hasMessageContaining("operational-control");
  }

  @Test
  void anOrganisationHasOneFile() {
    String text = HEAD + "sites: [{ id: east }]\n";

    assertThatThrownBy(
            () ->
                Organisations.of(
                    List.of(
                        new DataSource("a.organisation.yaml", text),
                        new DataSource("b.organisation.yaml", text))))
        .hasMessageContaining("b.organisation.yaml: expected one file for organisation group");
  }

  private static Organisations read(String text) {
    return Organisations.of(List.of(new DataSource("group.organisation.yaml", text)));
  }
}
