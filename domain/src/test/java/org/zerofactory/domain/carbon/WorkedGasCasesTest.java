package org.zerofactory.domain.carbon;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zerofactory.domain.inventory.InventoryTestData.AR5;
import static org.zerofactory.domain.inventory.InventoryTestData.amount;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zerofactory.domain.WorkedCase;
import org.zerofactory.domain.factor.Blend;
import org.zerofactory.domain.factor.FuelProperties;
import org.zerofactory.domain.factor.Gas;
import org.zerofactory.domain.factor.GasMasses;
import org.zerofactory.domain.factor.GwpSet;
import org.zerofactory.domain.inventory.InventoryTestData;
import org.zerofactory.domain.quantity.Amount;
import org.zerofactory.domain.quantity.BaseUnit;
import org.zerofactory.domain.quantity.Ratio;
import org.zerofactory.domain.quantity.Unit;

class WorkedGasCasesTest {

  private static final GwpSet AR6 =
      new GwpSet(
          "AR6",
          Map.of(
              Gas.NF3,
              Ratio.of(17_400, 1),
              Gas.SF6,
              Ratio.of(25_200, 1),
              new Gas("CF4"),
              Ratio.of(7380, 1),
              new Gas("HFC-32"),
              Ratio.of(771, 1),
              new Gas("HFC-125"),
              Ratio.of(3740, 1),
              new Gas("HFC-134a"),
              Ratio.of(1530, 1)));

  @TestFactory
  Stream<DynamicTest> fuels() {
    return WorkedCase.tests(
        List.of(
            // 10 t x 44.80 GJ/t x 18.9 kg/GJ x 0.98 x 44/12 = 30.425472 t
            new WorkedCase(
                "ten tonnes of gasoline",
                "GB/T 32150",
                "30.425472",
                () -> tonnes(burnt("10", "44.80", "18.9", "0.98"))),
            // 100 t x 23.204 x 26.18 x 0.93 x 44/12 = 207.15092552 t
            new WorkedCase(
                "a hundred tonnes of bituminous coal",
                "GB/T 32150",
                "207.15092552",
                () -> tonnes(burnt("100", "23.204", "26.18", "0.93"))),
            // 3 t x 41.868 GJ/t = 125.604 GJ x 15.3 x 44/12 = 56.1 kg/GJ x 0.99
            new WorkedCase(
                "three tonnes of liquefied natural gas",
                "GB/T 32150",
                "6.975920556",
                () -> tonnes(burnt("3", "41.868", "15.3", "0.99"))),
            // 5 t x 40.19 x 21.1 x 0.98 x 44/12: 200.95 GJ x 77.366666... x 0.98 =
            // 15,235.8950333... kg
            new WorkedCase(
                "five tonnes of fuel oil, rounded to the microgram",
                "GB/T 32150",
                "15.235895033333",
                () -> tonnes(burnt("5", "40.19", "21.1", "0.98"))),
            // 0.5 TJ of wood: CO2 0.5 x 112,000 kg = 56 t, apart
            new WorkedCase(
                "half a terajoule of wood, its biogenic CO2 apart",
                "IPCC 2006, table 2.3; GHG Protocol chapter 4",
                "56",
                () -> BigDecimal.valueOf(wood().biogenicMicrograms(), 12)),
            // inside: CH4 0.5 x 30 = 15 kg x 28 = 420 kg; N2O 0.5 x 4 = 2 kg x 265 = 530 kg
            new WorkedCase(
                "half a terajoule of wood, its methane and nitrous oxide inside",
                "IPCC 2006, table 2.3",
                "0.950",
                () -> wood().gases().carbon(AR5).tonnes()),
            // 2 TJ of diesel: 148,200 kg + 6 kg x 28 + 1.2 kg x 265 = 148,200 + 168 + 318 kg
            new WorkedCase(
                "two terajoules of diesel",
                "IPCC 2006, table 2.3",
                "148.686",
                () ->
                    HeatCombustion.of(
                            Ratio.of(2_000_000_000, 1), perTerajoule("74100", "3", "0.6"), false)
                        .gases()
                        .carbon(AR5)
                        .tonnes())));
  }

  @TestFactory
  Stream<DynamicTest> processGases() {
    return WorkedCase.tests(
        List.of(
            // 100 kg NF3: 0.9 x 0.02 left = 1.8 kg, of which 0.98 x 0.95 is destroyed: x 0.069
            // = 0.1242 kg x 17,400 = 2,161.08 kg
            new WorkedCase(
                "chamber cleaning with nitrogen trifluoride and abatement",
                "GB/T 32151.24 (formula from memory)",
                "2161.08",
                () -> nitrogenTrifluoride(List.of()).of(kilograms("100")).carbon(AR6).kilograms()),
            // by-product CF4: 100 kg x 0.9 x 0.05 = 4.5 kg, untreated, x 7,380 = 33,210 kg more
            new WorkedCase(
                "its by-product that is not abated",
                "GB/T 32151.24 (formula from memory)",
                "35371.08",
                () ->
                    nitrogenTrifluoride(
                            List.of(
                                new ProcessGas.ByProduct(
                                    new Gas("CF4"), Ratio.of("0.05"), ProcessGas.Treatment.NONE)))
                        .of(kilograms("100"))
                        .carbon(AR6)
                        .kilograms()),
            // 10 kg SF6 without treatment, half used up: 0.9 x 0.5 x 10 = 4.5 kg x 25,200
            new WorkedCase(
                "etching without abatement",
                "GB/T 32151.24 (formula from memory)",
                "113400",
                () ->
                    new ProcessGas(
                            Gas.SF6,
                            ProcessGas.DEFAULT_HEEL,
                            Ratio.of(1, 2),
                            ProcessGas.Treatment.NONE,
                            List.of())
                        .of(kilograms("10"))
                        .carbon(AR6)
                        .kilograms())));
  }

  @TestFactory
  Stream<DynamicTest> refrigerants() {
    return WorkedCase.tests(
        List.of(
            // 8 kg x (0.23 x 771 + 0.25 x 3740 + 0.52 x 1530) = 8 x 1,907.93
            new WorkedCase(
                "a top-up of R-407C",
                "IPCC AR6 by parts",
                "15263.44",
                () -> RefrigerantLoss.of(kilograms("8"), r407c()).carbon(AR6).kilograms()),
            // 40 - 25 in store, + 100 bought, - 30 given back, charge up by 60: 25 kg escaped
            new WorkedCase(
                "a year's balance of a refrigerant",
                "GHG Protocol, mass balance",
                "25",
                () ->
                    new RefrigerantLoss.Balance(40_000, 25_000, 100_000, 30_000, 500_000, 560_000)
                        .loss()
                        .in(Unit.KILOGRAM)),
            // 12 kg of HFC-134a: 12 x 1,530
            new WorkedCase(
                "a vending machine's single gas",
                "IPCC AR6",
                "18360",
                () ->
                    RefrigerantLoss.of(kilograms("12"), blend("HFC-134a", "1"))
                        .carbon(AR6)
                        .kilograms())));
  }

  @Test
  void whatCanNotBeIsRefused() {
    assertThatThrownBy(() -> new RefrigerantLoss.Balance(0, 10, 5, 0, 0, 0).loss())
        .hasMessage("expected no more refrigerant than came in, but 5 g are too many");
    assertThatThrownBy(() -> new ProcessGas.Treatment(Ratio.of("1.2"), Ratio.ONE))
        .hasMessage("the treated share must lie within 0 and 1, but was 1.200000");
    assertThatThrownBy(() -> RefrigerantLoss.of(amount("1", Unit.LITRE), r407c()))
        .hasMessage("expected refrigerant in g, but was in L");
  }

  private static GasMasses burnt(String tonnes, String heat, String carbon, String oxidation) {
    return InventoryTestData.burnt(
        amount(tonnes, Unit.TONNE),
        new FuelProperties(BaseUnit.GRAM, Ratio.of(heat), Ratio.of(carbon), Ratio.of(oxidation)));
  }

  private static BigDecimal tonnes(GasMasses masses) {
    return masses.carbon(AR5).tonnes();
  }

  private static HeatCombustion wood() {
    return HeatCombustion.of(Ratio.of(500_000_000, 1), perTerajoule("112000", "30", "4"), true);
  }

  private static Map<Gas, Ratio> perTerajoule(String co2, String ch4, String n2o) {
    return Map.of(Gas.CO2, Ratio.of(co2), Gas.CH4, Ratio.of(ch4), Gas.N2O, Ratio.of(n2o));
  }

  private static ProcessGas nitrogenTrifluoride(List<ProcessGas.ByProduct> byProducts) {
    return new ProcessGas(
        Gas.NF3,
        ProcessGas.DEFAULT_HEEL,
        Ratio.of("0.98"),
        new ProcessGas.Treatment(Ratio.of("0.98"), Ratio.of("0.95")),
        byProducts);
  }

  private static Amount kilograms(String number) {
    return amount(number, Unit.KILOGRAM);
  }

  private static Blend r407c() {
    return blend("HFC-32", "0.23", "HFC-125", "0.25", "HFC-134a", "0.52");
  }

  private static Blend blend(String... gasesAndShares) {
    TreeMap<Gas, Ratio> shares = new TreeMap<>();
    for (int i = 0; i < gasesAndShares.length; i += 2) {
      shares.put(new Gas(gasesAndShares[i]), Ratio.of(gasesAndShares[i + 1]));
    }
    return new Blend("blend", "blend", shares);
  }
}
