package org.zerofactory.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zerofactory.domain.factor.CoalCoefficient;
import org.zerofactory.domain.factor.Factor;
import org.zerofactory.domain.factor.FactorKey.Boundary;
import org.zerofactory.domain.factor.FuelProperties;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.factor.Verification;
import org.zerofactory.domain.factor.WarmingPotential;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Ratio;

/**
 * Every row of the recorded factors (standards/factors.csv, read in place) is in the library with
 * the same value, unit, year, region and flag.
 */
class RecordedFactorsTest {

  private static final Path CSV =
      Path.of(System.getProperty("shared.folder"), "standards/factors.csv");
  private static final FactorLibrary LIBRARY = FactorLibrary.packaged();
  private static final Map<String, Verification> FLAGS =
      Map.of(
          "V2", Verification.TWO_SOURCES,
          "V1", Verification.ONE_SOURCE,
          "M", Verification.UNVERIFIED,
          "?", Verification.UNVERIFIED);
  private static final Map<String, String> GRIDS =
      Map.of(
          "N", "north",
          "NE", "northeast",
          "E", "east",
          "C", "central",
          "NW", "northwest",
          "S", "south",
          "SW", "southwest");
  private static final Map<String, String> USES =
      Map.of(
          "S2-LB", "location-based",
          "S2-MB residual proxy", "residual",
          "reference", "fossil",
          "S2 (ETS reporting)", "emissions-trading",
          "PCF", "product-footprint",
          "S2", "heat",
          "S1", "combustion",
          "grid mix", "generation-mix");

  @BeforeAll
  static void isThere() {
    assumeThat(CSV).as("the recorded factors are not here").exists();
  }

  @TestFactory
  Stream<DynamicTest> everyRowIsInTheLibrary() throws IOException {
    return rows().stream()
        .map(row -> DynamicTest.dynamicTest(row.getField("id"), () -> check(row)));
  }

  @Test
  void thereAreAHundredAndFiftyEightRows() throws IOException {
    assertThat(rows()).hasSize(158);
  }

  private static void check(NamedCsvRecord row) {
    String id = row.getField("id");
    if (id.startsWith("GWP100-")) {
      checkPotentials(row);
    } else if (id.startsWith("tce-")) {
      checkCoal(row);
    } else if (id.startsWith("CN-fuel-")) {
      checkFuel(row);
    } else if (id.startsWith("IPCC2006-")) {
      checkGases(row);
    } else if (id.startsWith("EMaps-")) {
      checkGeneration(row);
    } else {
      checkOneNumber(row);
    }
  }

  /** A number with unit, for one use, region and year. */
  private static void checkOneNumber(NamedCsvRecord row) {
    boolean isDefault = row.getField("year").equals("default");
    int year = isDefault ? 0 : Integer.parseInt(row.getField("year"));
    String unit = row.getField("unit");
    // kgCO2/kWh is 10^6 ug/Wh; tCO2/GJ is 10^12 ug for 10^6 kJ
    Ratio micrograms = Ratio.of(new BigDecimal(row.getField("value")).movePointRight(6));
    Gas gas = row.getField("gas").equals("CO2") ? Gas.CO2 : Gas.CO2E;

    List<Factor> found =
        LIBRARY.all().stream()
            .filter(factor -> factor.key().use().equals(USES.get(row.getField("use"))))
            .filter(factor -> factor.key().region().equals(region(row)))
            .filter(factor -> factor.key().dataYear() == year)
            .filter(factor -> factor.microgramsPerUnit().equals(Map.of(gas, micrograms)))
            .toList();

    assertThat(found).as(row.toString()).hasSize(1);
    assertThat(unit).isIn("kgCO2/kWh", "kgCO2e/kWh", "tCO2/GJ");
    assertThat(found.get(0).per())
        .isEqualTo(unit.endsWith("kWh") ? BaseUnit.WATT_HOUR : BaseUnit.KILOJOULE);
    checkFlag(row, found.get(0).verification());
  }

  private static String region(NamedCsvRecord row) {
    String region = row.getField("region");
    if (region.startsWith("CN-grid-")) {
      return "CN-grid-" + GRIDS.get(region.substring(8));
    }
    return region.equals("US-US") ? "US" : region;
  }

  private static void checkFuel(NamedCsvRecord row) {
    Factor factor = LIBRARY.factor(row.getField("id").toLowerCase(Locale.ROOT)).orElseThrow();
    FuelProperties fuel = LIBRARY.fuel(factor.id()).orElseThrow();
    Matcher text =
        Pattern.compile("NCV ([0-9.]+) GJ/(\\w+); C ([0-9.]+) tC/GJ; OF ([0-9.]+)")
            .matcher(row.getField("value"));
    assertThat(text.matches()).isTrue();
    boolean isGas = text.group(2).equals("1e4Nm3");

    // GJ/t is kJ/g; GJ/1e4Nm3 is 10^6 kJ for 10^7 L. tC/GJ is 10^3 kg/GJ.
    assertThat(fuel.kilojoulesPerUnit())
        .isEqualTo(Ratio.of(new BigDecimal(text.group(1)).movePointLeft(isGas ? 1 : 0)));
    assertThat(fuel.per()).isEqualTo(isGas ? BaseUnit.LITRE : BaseUnit.GRAM);
    assertThat(fuel.kilogramsCarbonPerGigajoule())
        .isEqualTo(Ratio.of(new BigDecimal(text.group(3)).movePointRight(3)));
    assertThat(fuel.oxidation()).isEqualTo(Ratio.of(text.group(4)));
    assertThat(factor.microgramsPerUnit()).isEqualTo(Map.of(Gas.CO2, fuel.microgramsCo2PerUnit()));
    assertThat(factor.key().region()).isEqualTo(row.getField("region"));
    assertThat(factor.key().dataYear()).isZero();
    checkFlag(row, factor.verification());
  }

  private static void checkGases(NamedCsvRecord row) {
    String name = row.getField("id").substring(9).toLowerCase(Locale.ROOT);
    String id =
        switch (name) {
          case "diesel/gas-oil" -> "gas-diesel-oil";
          case "wood (biogenic co2)" -> "wood";
          default -> name;
        };
    Factor factor = LIBRARY.factor("ipcc-2006-" + id).orElseThrow();
    String[] masses = row.getField("value").split("/");
    boolean isWood = id.equals("wood");

    // kg/TJ is 10^9 ug for 10^9 kJ
    Map<Gas, Ratio> expected = new HashMap<>();
    if (!isWood) {
      expected.put(Gas.CO2, Ratio.of(masses[0]));
    }
    expected.put(isWood ? Gas.CH4_BIOGENIC : Gas.CH4_FOSSIL, Ratio.of(masses[1]));
    expected.put(Gas.N2O, Ratio.of(masses[2]));
    assertThat(factor.microgramsPerUnit()).isEqualTo(expected);
    assertThat(factor.biogenic()).isEqualTo(isWood ? Ratio.of(masses[0]) : Ratio.ZERO);
    assertThat(factor.per()).isEqualTo(BaseUnit.KILOJOULE);
    assertThat(factor.key().region()).isEqualTo("world");
    assertThat(factor.key().dataYear()).isEqualTo(2006);
    checkFlag(row, factor.verification());
  }

  private static void checkPotentials(NamedCsvRecord row) {
    String name = row.getField("id").substring(7);
    Gas gas =
        switch (name) {
          case "CH4 (unspecified)" -> Gas.CH4;
          case "CH4 fossil" -> Gas.CH4_FOSSIL;
          case "CH4 non-fossil" -> Gas.CH4_BIOGENIC;
          default -> new Gas(name);
        };
    String[] values = row.getField("value").split("\\|");
    String[] editions = row.getField("year").split("/");

    for (int i = 0; i < editions.length; i++) {
      Ratio expected = Ratio.of(values[i].split(" ")[0]);
      WarmingPotential potential =
          LIBRARY.potentials(editions[i]).stream()
              .filter(each -> each.gas().equals(gas))
              .findFirst()
              .orElseThrow();
      assertThat(potential.value()).isEqualTo(expected);
      assertThat(LIBRARY.gwp(editions[i]).of(gas)).isEqualTo(expected);
      checkFlag(row, potential.verification());
    }
  }

  private static void checkGeneration(NamedCsvRecord row) {
    String source = row.getField("id").substring(6);
    Matcher text =
        Pattern.compile("([0-9]+) direct / ([0-9]+) life-cycle").matcher(row.getField("value"));
    assertThat(text.matches()).isTrue();
    Map<Boundary, String> values =
        new TreeMap<>(
            Map.of(Boundary.GENERATION, text.group(1), Boundary.LIFE_CYCLE, text.group(2)));
    values.forEach(
        (boundary, grams) -> {
          String id =
              "generation-"
                  + source
                  + (boundary == Boundary.GENERATION ? "-direct" : "-life-cycle");
          Factor factor = LIBRARY.factor(id).orElseThrow();
          // gCO2e/kWh is 10^3 ug/Wh
          assertThat(factor.microgramsPerUnit())
              .isEqualTo(Map.of(Gas.CO2E, Ratio.of(new BigDecimal(grams).movePointRight(3))));
          assertThat(factor.key().boundary()).isEqualTo(boundary);
          assertThat(factor.key().region()).isEqualTo("world");
          assertThat(factor.key().dataYear()).isEqualTo(2014);
          checkFlag(row, factor.verification());
        });
  }

  private static void checkCoal(NamedCsvRecord row) {
    // kgce/kWh is gce/Wh, kgce/MJ is gce/kJ, kgce/m3 is gce/L, kgce/kg is gce/g
    Map<String, BaseUnit> units =
        Map.of(
            "kgce/kWh", BaseUnit.WATT_HOUR,
            "kgce/MJ", BaseUnit.KILOJOULE,
            "kgce/m3", BaseUnit.LITRE,
            "kgce/kg", BaseUnit.GRAM);
    String word =
        row.getField("id").substring(4).toLowerCase(Locale.ROOT).split(" \\(")[0].replace(' ', '-');
    boolean isInput = row.getField("id").contains("input-equal");

    Optional<CoalCoefficient> found =
        LIBRARY.coal().stream()
            .filter(coal -> coal.carrier().startsWith(word))
            .filter(
                coal -> coal.convention().word().equals(isInput ? "input-equal" : "energy-equal"))
            .filter(coal -> coal.gramsPerUnit().equals(Ratio.of(row.getField("value"))))
            .findFirst();

    assertThat(found).as(row.toString()).isPresent();
    assertThat(found.get().per()).isEqualTo(units.get(row.getField("unit")));
    assertThat(found.get().dataYear()).isEqualTo(isInput ? 2025 : 0);
    checkFlag(row, found.get().verification());
  }

  private static void checkFlag(NamedCsvRecord row, Verification verification) {
    assertThat(verification).isEqualTo(FLAGS.get(row.getField("flag")));
  }

  private static List<NamedCsvRecord> rows() throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(CSV)) {
      return reader.stream().toList();
    }
  }
}
