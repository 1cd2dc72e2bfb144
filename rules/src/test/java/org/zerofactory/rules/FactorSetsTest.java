package org.zerofactory.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zerofactory.rules.FactorSetTexts.SET;
import static org.zerofactory.rules.FactorSetTexts.faults;
import static org.zerofactory.rules.FactorSetTexts.library;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorSetsTest {

  @ParameterizedTest
  @CsvSource({
    "kg/kWh, 0.380, 380000",
    "kg/kWh, 0, 0",
    "kg/kWh, 0.000001, 1",
    "kg/kWh, 999.999999, 999999999",
    "t/MWh, 0.5568, 556800",
    "g/kWh, 222.296, 222296",
    "kg/MWh, 349.667, 349667"
  })
  void anElectricityFactorIsAWholeNumberOfMicrogramsPerWattHour(
      String unit, String value, long microgramsPerWattHour) {
    String text = SET.replace("0.380", value).replace("kg/kWh", unit);

    FactorLibrary library = library(text);

    assertThat(
            library.electricity().factor("de-average-2023").orElseThrow().microgramsPerWattHour())
        .isEqualTo(microgramsPerWattHour);
  }

  @ParameterizedTest
  @CsvSource({
    "kg/kWh, 0.1234567, 6",
    "t/MWh, 0.0000001, 6",
    "g/kWh, 222.2961, 3",
    "kg/MWh, 349.6671, 3"
  })
  void moreDecimalsThanAreExactAreRefused(String unit, String value, int most) {
    assertThat(faults(SET.replace("0.380", value).replace("kg/kWh", unit)))
        .containsExactly(
            "f0.yaml:16:67 values[0].value expected a number with at most "
                + most
                + " decimals (whole ug/Wh) but was \""
                + value
                + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0.380, but was the number 0.380",
    "'\"-0.1\"', 'but was \"-0.1\"'",
    "'\"0,38\"', 'but was \"0,38\"'",
    "'\"3.8e-1\"', 'but was \"3.8e-1\"'",
    "'\".38\"', 'but was \".38\"'"
  })
  void aValueThatIsNoDecimalInQuotesIsRefused(String value, String shown) {
    assertThat(faults(SET.replace("\"0.380\"", value)))
        .containsExactly(
            "f0.yaml:16:67 values[0].value expected a number in quotes such as \"0.5568\" "
                + shown);
  }

  @Test
  void faultsOfAllPartsAreReportedTogether() {
    String text =
        SET.replace("kg/kWh", "lb/MWh")
            .replace("Europe/Berlin", "Europe/Berln")
            .replace(", place: table 1", ", colour: green")
            .replace("gas-basis: CO2\n", "gas-base: CO2\n")
            .replace("region: DE", "region: Germany");

    assertThat(faults(text))
        .anyMatch(fault -> fault.startsWith("f0.yaml:11:7 unit expected one of g/kWh, kg/kWh,"))
        .anyMatch(fault -> fault.endsWith("did you mean \"gas-basis\"?"))
        .contains(
            "f0.yaml:16:56 values[0].region expected a country (ISO 3166 code) such as CN, a part"
                + " of it such as CN-HB, a grid region such as CN-grid-central, or world"
                + " but was \"Germany\"",
            "f0.yaml:16:5 values[0].place expected table, row or page of the value but it is"
                + " missing");
  }

  @Test
  void aZoneThatThereIsNotIsRefused() {
    assertThat(faults(SET.replace("Europe/Berlin", "Europe/Berln")))
        .containsExactly(
            "f0.yaml:10:7 zone expected a time zone such as Asia/Shanghai"
                + " but was \"Europe/Berln\"; did you mean \"Europe/Berlin\"?");
  }

  @ParameterizedTest
  @CsvSource({"use", "unit", "gas-basis", "boundary"})
  void whatNeitherValueNorSetSaysIsMissing(String key) {
    String text = SET.replaceAll("(?m)^" + key + ": .*\n", "");

    assertThat(faults(text))
        .containsExactly(
            "f0.yaml:15:5 values[0]."
                + key
                + " expected "
                + key
                + " of the value or of the whole set but it is missing");
  }

  @Test
  void aSetWithoutASourceIsRefused() {
    assertThat(faults(SET.replace("document: A report\n", "")))
        .containsExactly(
            "f0.yaml:1:1 document expected the title of the document but it is missing");
  }

  @Test
  void aKindThatThereIsNotIsRefused() {
    assertThat(faults(SET.replace("kind: emission-factors", "kind: emission-factor")))
        .containsExactly(
            "f0.yaml:1:7 kind expected one of emission-factors, warming-potentials,"
                + " coal-equivalents but was \"emission-factor\";"
                + " did you mean \"emission-factors\"?");
  }

  @ParameterizedTest
  @CsvSource({
    "'from: 2023-02-30, to: 2024-01-01', from, 'a date of the calendar such as 2025-01-01'",
    "'from: 2023-01-01, to: 2023-01-01', to, 'a date after 2023-01-01'"
  })
  void aPeriodThatCannotBeIsRefused(String period, String key, String expected) {
    String text = SET.replace("place: table 1", "place: table 1, " + period);

    assertThat(faults(text))
        .singleElement()
        .asString()
        .startsWith("f0.yaml:16:")
        .contains("values[0]." + key + " expected " + expected);
  }

  @Test
  void aValueIsInOneFormOnly() {
    assertThat(faults(SET.replace("place:", "gases: { CO2: \"1\" }, place:")))
        .singleElement()
        .asString()
        .contains("expected only one of value, gases, fuel, shares, hours but also value is there");
    assertThat(faults(SET.replace("value: \"0.380\", ", "")))
        .containsExactly(
            "f0.yaml:16:5 values[0].value expected value, gases, fuel, shares or hours but it is"
                + " missing");
  }

  @Test
  void aLifeCycleFactorForScope2IsRefused() {
    assertThat(faults(SET.replace("boundary: generation", "boundary: life-cycle")))
        .containsExactly(
            "f0.yaml:13:11 boundary expected boundary generation for use location-based"
                + " but was \"life-cycle\"");
  }

  @Test
  void aResidualMixOfZeroIsRefused() {
    String text = SET.replace("0.380", "0").replace("use: location-based", "use: residual");

    assertThat(faults(text))
        .singleElement()
        .asString()
        .startsWith("f0.yaml:16:5 values[0] expected a residual factor above 0 but was 0");
  }

  @Test
  void gasesNeedTheBasisOfGases() {
    String text = SET.replace("value: \"0.380\"", "gases: { CO2: \"0.38\" }");

    assertThat(faults(text))
        .singleElement()
        .asString()
        .contains("expected gas-basis gases for gases but was CO2");
  }

  @Test
  void aGasThatThereIsNotIsRefused() {
    String text =
        SET.replace("value: \"0.380\"", "gases: { R410: \"0.38\" }")
            .replace("gas-basis: CO2", "gas-basis: gases");

    assertThat(faults(text))
        .singleElement()
        .asString()
        .contains("values[0].gases.R410 expected a gas such as CO2")
        .endsWith("but was R410");
  }

  @ParameterizedTest
  @CsvSource({"49, 99", "51, 101", "49.9, 99.9"})
  void sharesOfABlendAddUpToAHundred(String share, String sum) {
    String text =
        SET.replace("value: \"0.380\"", "shares: { HFC-32: \"50\", HFC-125: \"" + share + "\" }")
            .replace("gas-basis: CO2", "gas-basis: gases")
            .replace("use: location-based", "use: fugitive")
            .replace("boundary: generation", "boundary: release");

    assertThat(faults(text))
        .singleElement()
        .asString()
        .endsWith("expected shares that add up to 100 but were " + sum);
  }

  @Test
  void moreThanAllCarbonCannotBurn() {
    String text =
        SET.replace(
                "value: \"0.380\"",
                "fuel: { calorific-value: \"43.33\", per: t, carbon-content: \"0.0202\","
                    + " oxidation: \"1.01\" }")
            .replace("use: location-based", "use: combustion")
            .replace("boundary: generation", "boundary: combustion");

    assertThat(faults(text))
        .singleElement()
        .asString()
        .contains("values[0].fuel expected positive properties and an oxidation of at most 1");
  }

  @Test
  void overlappingValiditiesWithinASeriesNameBothPlaces() {
    String other =
        SET.replace("set: de-grid-2023", "set: other")
            .replace("id: de-average-2023", "id: de-average-again")
            .replace("place: table 1", "place: table 1, from: 2023-07-01, to: 2024-07-01");

    assertThat(faults(SET, other))
        .containsExactly(
            "f1.yaml:16:11 values[0].id expected no overlap of validity within series de-average"
                + " but f0.yaml:16 is valid at the same time; a correction says which id it"
                + " replaces");
  }

  @Test
  void theSameIdTwiceNamesBothPlaces() {
    String within = SET + SET.substring(SET.indexOf("  - {"));
    String other =
        SET.replace("set: de-grid-2023", "set: other")
            .replace("data-year: 2023", "data-year: 2024");

    assertThat(faults(within))
        .containsExactly(
            "f0.yaml:17:11 values[1].id expected an id of its own, for f0.yaml:16 has this one"
                + " already, but was \"de-average-2023\"");
    assertThat(faults(SET, other))
        .containsExactly(
            "f1.yaml:16:11 values[0].id expected an id of its own, for f0.yaml:16 has this one"
                + " already, but was \"de-average-2023\"");
    assertThat(
            faults(
                SET,
                SET.replace("id: de-average", "id: de-other")
                    .replace("data-year: 2023", "data-year: 2024")))
        .containsExactly(
            "f1.yaml:2:6 set expected a set of its own, for f0.yaml:2 has this one already,"
                + " but was \"de-grid-2023\"");
  }

  @Test
  void aSeriesKeepsItsUseRegionUnitAndGases() {
    String other =
        SET.replace("set: de-grid-2023", "set: other")
            .replace("id: de-average-2023", "id: de-average-2024")
            .replace("data-year: 2023", "data-year: 2024")
            .replace("use: location-based", "use: residual")
            .replace("unit: kg/kWh", "unit: kg/GJ")
            .replace("gas-basis: CO2", "gas-basis: CO2e");

    assertThat(faults(SET, other))
        .hasSize(3)
        .allMatch(fault -> fault.contains("as the rest of series de-average (f0.yaml:16)"))
        .anyMatch(fault -> fault.contains("expected use \"location-based\""))
        .anyMatch(fault -> fault.contains("expected unit \"per Wh\""))
        .anyMatch(fault -> fault.contains("expected gas-basis \"CO2\""));
  }
}
