package org.zerofactory.domain.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zerofactory.domain.instrument.TestInstruments.MARCH;
import static org.zerofactory.domain.instrument.TestInstruments.TODAY;
import static org.zerofactory.domain.instrument.TestInstruments.ZONE;
import static org.zerofactory.domain.instrument.TestInstruments.allocation;
import static org.zerofactory.domain.instrument.TestInstruments.contract;
import static org.zerofactory.domain.instrument.TestInstruments.gec;
import static org.zerofactory.domain.instrument.TestInstruments.generating;
import static org.zerofactory.domain.instrument.TestInstruments.holding;
import static org.zerofactory.domain.instrument.TestInstruments.month;
import static org.zerofactory.domain.instrument.TestInstruments.retirement;
import static org.zerofactory.domain.instrument.TestInstruments.with;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.quantity.Energy;

class RegisterRulesTest {

  @Test
  void anInstrumentThatHoldsIsTaken() {
    assertThat(RegisterRules.issue(gec("a", "GEC001", "GEC010"), holding())).isEmpty();
  }

  // 8 to 12 shares 8, 9 and 10 with 1 to 10
  @Test
  void aSerialIsTakenOnceAndTheOtherInstrumentIsNamed() {
    Instrument held = gec("first", "GEC001", "GEC010");

    List<RegisterFault> faults =
        RegisterRules.issue(gec("second", "GEC008", "GEC012"), holding(held));

    assertThat(faults).extracting(RegisterFault::code).containsExactly("serial-used");
    assertThat(faults.get(0).field()).isEqualTo("serialFirst");
    assertThat(faults.get(0).detail())
        .contains("GEC008 to GEC012", "instrument first", "GEC001 to GEC010");
  }

  @ParameterizedTest
  @CsvSource({
    "A1,A9,A10,A20,false", // next to each other
    "A1,A10,A10,A20,true", // the border
    "A1,A9,B1,B9,false", // another prefix
    "A001,A009,A5,A5,true", // zeros before a number do not make another
    "A1,A100,A40,A50,true" // inside
  })
  void rangesOverlapWhereASerialIsInBoth(
      String first, String last, String otherFirst, String otherLast, boolean overlaps) {
    SerialRange one = SerialRange.of("gec", first, last);
    SerialRange other = SerialRange.of("gec", otherFirst, otherLast);

    assertThat(one.overlaps(other)).isEqualTo(overlaps);
    assertThat(other.overlaps(one)).isEqualTo(overlaps);
  }

  @Test
  void theSameNumbersOfAnotherRegistryAreOthers() {
    assertThat(SerialRange.of("gec", "1", "9").overlaps(SerialRange.of("i-rec", "1", "9")))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"A9,A1", "A1,B2", "A1x,A2x", "'',''"})
  void serialsThatAreNoRangeAreRefused(String first, String last) {
    assertThatThrownBy(() -> SerialRange.of("gec", first, last))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected");
  }

  @Test
  void aSerialKeepsItsZerosWhenAPartIsWritten() {
    SerialRange part = SerialRange.of("gec", "CN2025000098", "CN2025000110").part(5, 4);

    assertThat(part.firstText()).isEqualTo("CN2025000103");
    assertThat(part.lastText()).isEqualTo("CN2025000106");
    assertThat(SerialRange.of("gec", "A0001", "A0009").part(0, 1).firstText()).isEqualTo("A0001");
  }

  // ten certificates of 1,000 kWh are 10,000,000 Wh
  @Test
  void aGreenCertificateOfChinaIsOneThousandKilowattHours() {
    Instrument wrong =
        with(gec("a", "GEC001", "GEC010"), new Energy(9_000_000), OptionalLong.of(0), month(MARCH));

    assertThat(RegisterRules.issue(wrong, holding()))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo("size");
              assertThat(fault.detail()).contains("1000000 Wh for each of 10", "9000000 Wh");
            });
  }

  // 12 + 9 = 21 MWh from a device that generated 20 MWh in March
  @Test
  void certificatesBeyondGenerationAreRefused() {
    Instrument held = with(gec("first", "GEC001", "GEC012"), generating(20_000_000));
    Instrument next = with(gec("second", "GEC013", "GEC021"), generating(20_000_000));

    assertThat(RegisterRules.issue(next, holding(held)))
        .extracting(RegisterFault::code)
        .containsOnly("beyond-generation");
    assertThat(RegisterRules.issue(next, holding(held)).get(0).detail())
        .contains("at most 20000000 Wh", "device wind-7", "found 21000000 Wh");
  }

  // 12 + 8 = 20 MWh is all of it
  @Test
  void certificatesUpToGenerationAreTaken() {
    Instrument held = with(gec("first", "GEC001", "GEC012"), generating(20_000_000));

    assertThat(RegisterRules.issue(gec("second", "GEC013", "GEC020"), holding(held))).isEmpty();
  }

  @Test
  void anOwnDeviceIsBoundByItsMeter() {
    RegisterRules.Held none = holding();
    RegisterRules.Held metered =
        new RegisterRules.Held(
            none.byId(),
            none.overlapping(),
            none.ofDevice(),
            (device, production) -> OptionalLong.of(9_999_999));

    assertThat(RegisterRules.issue(gec("a", "GEC001", "GEC010"), metered))
        .singleElement()
        .satisfies(fault -> assertThat(fault.detail()).contains("by its meter"));
  }

  @Test
  void kindsWithCertificatesNeedSerialsAndOthersHaveNone() {
    Instrument without = contract("ppa", InstrumentKind.PPA_WITH_CERTIFICATES, "plant");

    assertThat(RegisterRules.issue(without, holding()))
        .extracting(RegisterFault::code)
        .contains("serials");
    assertThat(RegisterRules.issue(contract("ppa", InstrumentKind.PPA, "plant"), holding()))
        .isEmpty();
  }

  @Test
  void aGranularCertificateIsOfOneHourAtMost() {
    GranularDetail detail =
        new GranularDetail(
            "electricity",
            "wind",
            "Farm 7",
            50_000_000,
            "30.5,114.3",
            "issuer",
            GranularDetail.IssuedFrom.PRODUCTION,
            true,
            1);
    Instrument of = gec("a", "GEC001", "GEC010");
    Instrument granular = TestInstruments.with(of, detail);

    assertThat(RegisterRules.issue(granular, holding()))
        .extracting(RegisterFault::field)
        .containsExactly("productionTo");
  }

  // EnergyTag: 1234.9 Wh are a face value of 1234 Wh
  @Test
  void aFaceValueIsRoundedDownToWholeWattHours() {
    assertThat(Instrument.faceValue(new BigDecimal("1234.9"))).isEqualTo(new Energy(1234));
    assertThat(Instrument.faceValue(new BigDecimal("1234"))).isEqualTo(new Energy(1234));
  }

  @ParameterizedTest
  @CsvSource({
    "3000000,2000000,''", // 10 issued, 7 allocated, 3 left
    "3000001,0,not-whole",
    "4000000,7000000,beyond-issue",
    "0,0,not-whole"
  })
  void aPartIsOfWholeCertificatesAndNotBeyondTheIssue(long part, long allocated, String code) {
    List<RegisterFault> faults =
        RegisterRules.allocate(
            gec("a", "GEC001", "GEC010"), new Energy(allocated), new Energy(part), MARCH, ZONE);

    assertThat(faults.stream().map(RegisterFault::code).toList())
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  // certificates 6 and 7 follow the five that are allocated
  @Test
  void aPartGetsTheNextSerials() {
    Optional<SerialRange> serials =
        gec("a", "GEC001", "GEC010").serialsOf(new Energy(5_000_000), new Energy(2_000_000));

    assertThat(serials.orElseThrow().firstText()).isEqualTo("GEC006");
    assertThat(serials.orElseThrow().lastText()).isEqualTo("GEC007");
  }

  // generated in March 2025: valid until the end of February 2027
  @ParameterizedTest
  @CsvSource({"2027-02,true", "2027-03,false"})
  void aGreenCertificateIsValidForTwoYears(YearMonth month, boolean taken) {
    List<RegisterFault> faults =
        RegisterRules.allocate(
            gec("a", "GEC001", "GEC010"), Energy.ZERO, new Energy(1_000_000), month, ZONE);

    assertThat(faults.isEmpty()).isEqualTo(taken);
  }

  @Test
  void aCertificateOfSelfUsedPowerCoversNoImport() {
    Instrument.Terms own =
        new Instrument.Terms(
            "plant", false, false, false, Optional.empty(), Optional.empty(), "statement 1");
    Instrument certificate = with(gec("own", "GEC001", "GEC010"), own);

    List<RegisterFault> faults =
        RegisterRules.allocate(certificate, Energy.ZERO, new Energy(1_000_000), MARCH, ZONE);

    assertThat(faults).extracting(RegisterFault::code).containsExactly("not-tradable");
  }

  @Test
  void aPartIsRetiredOnce() {
    Instrument of = gec("a", "GEC001", "GEC010");
    Allocation part = allocation(of, 1_000_000, MARCH).retired(retirement("plant"));

    List<RegisterFault> faults = RegisterRules.retire(of, part, retirement("other"), TODAY, ZONE);

    assertThat(faults).extracting(RegisterFault::code).containsExactly("already-retired");
    assertThat(faults.get(0).detail()).contains("2025-05-05", "plant");
  }

  @ParameterizedTest
  @CsvSource({"2025-04-19", "2025-06-02"})
  void aRetirementIsNotBeforeTheIssueNorInTheFuture(LocalDate date) {
    Instrument of = gec("a", "GEC001", "GEC010");

    List<RegisterFault> faults =
        RegisterRules.retire(
            of,
            allocation(of, 1_000_000, MARCH),
            new Allocation.Retirement(date, "plant", "R-1"),
            TODAY,
            ZONE);

    assertThat(faults).extracting(RegisterFault::code).containsExactly("wrong-date");
  }

  @Property
  void allocationNeverExceedsIssue(
      @ForAll @IntRange(min = 1, max = 50) int issued,
      @ForAll @Size(max = 30) List<@IntRange(min = 1, max = 20) Integer> wanted) {
    Instrument of = gec("a", "GEC1001", "GEC" + (1000 + issued));
    Energy allocated = Energy.ZERO;
    List<SerialRange> serials = new ArrayList<>();

    for (int count : wanted) {
      Energy part = new Energy(count * 1_000_000L);
      if (RegisterRules.allocate(of, allocated, part, MARCH, ZONE).isEmpty()) {
        serials.add(of.serialsOf(allocated, part).orElseThrow());
        allocated = allocated.plus(part);
      }
    }

    assertThat(allocated).isLessThanOrEqualTo(of.energy());
    for (int i = 0; i < serials.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(serials.get(i).overlaps(serials.get(j))).isFalse();
      }
    }
  }

  @Property
  void whateverTheOrderNoMoreIsIssuedThanGenerated(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 9) Integer> counts) {
    List<Instrument> held = new ArrayList<>();
    long first = 1000;
    for (int count : counts) {
      Instrument next =
          with(gec("i" + first, "G" + first, "G" + (first + count - 1)), generating(20_000_000));
      if (RegisterRules.issue(next, holding(held.toArray(new Instrument[0]))).isEmpty()) {
        held.add(next);
      }
      first += count;
    }

    assertThat(held.stream().mapToLong(one -> one.energy().wattHours()).sum())
        .isLessThanOrEqualTo(20_000_000);
  }

  // 10 MWh of the first half of March and 11 of the second, in a month of 20
  @Test
  void halvesOfAMonthCountTowardsTheMonth() {
    Interval march = month(MARCH);
    Interval half = new Interval(march.start(), march.start().plusSeconds(15 * 86_400));
    Instrument whole = with(contract("month", InstrumentKind.PPA, "plant"), generating(20_000_000));
    Instrument first =
        with(gec("h1", "G1", "G10"), new Energy(10_000_000), OptionalLong.of(0), half);
    Instrument second =
        with(
            gec("h2", "G11", "G21"),
            new Energy(11_000_000),
            OptionalLong.of(0),
            new Interval(half.end(), march.end()));

    assertThat(RegisterRules.issue(first, holding(whole))).isEmpty();
    assertThat(RegisterRules.issue(second, holding(whole, first)))
        .extracting(RegisterFault::code)
        .containsExactly("beyond-generation");
  }
}
