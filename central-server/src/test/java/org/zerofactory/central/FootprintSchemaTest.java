package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the schemas of footprints let pass: our own, and the published one where it is given. */
final class FootprintSchemaTest {

  private static final String VALID =
      """
      {"id": "0b2ce2b5-3b57-3b5c-8d4e-6f1a0a1b2c3d", "specVersion": "3.0.0",
       "created": "2025-07-01T00:00:00Z", "status": "Active",
       "validityPeriodStart": "2025-06-30T16:00:00Z", "validityPeriodEnd": "2028-06-30T16:00:00Z",
       "companyName": "Plant Ltd", "companyIds": ["urn:example:plant"],
       "productDescription": "A fired cup", "productIds": ["urn:example:cup"],
       "productNameCompany": "Cup", "comment": "none",
       "pcf": {"declaredUnitOfMeasurement": "piece", "declaredUnitAmount": "1",
        "productMassPerDeclaredUnit": "0.25", "referencePeriodStart": "2025-05-31T16:00:00Z",
        "referencePeriodEnd": "2025-06-30T16:00:00Z", "geographyCountry": "CN",
        "boundaryProcessesDescription": "Firing", "pcfExcludingBiogenicUptake": "0.08",
        "pcfIncludingBiogenicUptake": "0.08", "fossilGhgEmissions": "0.08",
        "fossilCarbonContent": "0", "packagingEmissionsIncluded": false,
        "ccsTechnologicalCO2CaptureIncluded": false, "ipccCharacterizationFactors": ["AR6"],
        "crossSectoralStandards": ["PACT-3.0"], "exemptedEmissionsPercent": "40",
        "exemptedEmissionsDescription": "Clay", "allocationRulesDescription": "By time",
        "primaryDataShare": "100",
        "dqi": {"technologicalDQR": "1", "geographicalDQR": "2", "temporalDQR": "2.5"}}}
      """;

  @Test
  void aWholeFootprintPasses() {
    assertThat(Footprints.own().faults(document())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1E-7", "5abc", "abc5", "1.", ".5", "", " 1", "-0.1", "1,5", "007", "1.50"})
  void aNumberIsWholeDecimalTextOrRefused(String text) {
    ObjectNode document = document();
    document.withObject("/pcf").put("pcfExcludingBiogenicUptake", text);

    assertThat(Footprints.own().faults(document)).contains("pcfExcludingBiogenicUptake");
  }

  @Test
  void aNumberOfJsonIsRefused() {
    ObjectNode document = document();
    document.withObject("/pcf").put("fossilGhgEmissions", 0.08);

    assertThat(Footprints.own().faults(document)).contains("fossilGhgEmissions");
  }

  @ParameterizedTest
  @CsvSource({"geographyCountrySubdivision,CN-HB", "geographyRegionOrSubregion,Asia"})
  void aSecondGeographyIsRefused(String field, String value) {
    ObjectNode document = document();
    document.withObject("/pcf").put(field, value);

    assertThat(Footprints.own().faults(document)).isNotEmpty();
    Footprints.published().ifPresent(schema -> assertThat(schema.faults(document)).isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "productMassPerDeclaredUnit",
        "pcfIncludingBiogenicUptake",
        "fossilCarbonContent",
        "ipccCharacterizationFactors",
        "crossSectoralStandards",
        "exemptedEmissionsPercent"
      })
  void aRequiredFieldThatIsMissingIsRefusedByBoth(String field) {
    ObjectNode document = document();
    document.withObject("/pcf").remove(field);

    assertThat(Footprints.own().faults(document)).contains(field);
    Footprints.published().ifPresent(schema -> assertThat(schema.faults(document)).contains(field));
  }

  // Each alternative of the published pattern is anchored at one end only.
  @Test
  void thePublishedPatternOfAmountsAboveZeroLetsPassWhatIsNoNumber() {
    var published = Footprints.published();
    assumeTrue(
        published.isPresent(),
        "the published schema is not given: set -D" + Footprints.PROPERTY + "=<openapi.yaml>");
    ObjectNode document = document();
    assertThat(published.get().faults(document)).isEmpty();

    document.withObject("/pcf").put("declaredUnitAmount", "5abc");

    assertThat(published.get().faults(document)).isEmpty();
    assertThat(Footprints.own().faults(document)).contains("declaredUnitAmount");
  }

  private static ObjectNode document() {
    return (ObjectNode) HttpFixture.parse(VALID);
  }
}
