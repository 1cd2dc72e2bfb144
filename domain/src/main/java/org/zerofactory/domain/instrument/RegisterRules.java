package org.zerofactory.domain.instrument;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.quantity.Energy;

/**
 * What the register takes: each certificate once, no more of them than were generated, no more
 * allocated than issued. Pure: what is held already is handed in.
 *
 * <p>Source: GHG Protocol, Scope 2 Guidance (2015), quality criteria (one claim for one
 * instrument); rules of China's green certificates as of {@link CertificateIssue}.
 */
public final class RegisterRules {

  private RegisterRules() {}

  /**
   * What is held.
   *
   * @param byId an instrument
   * @param overlapping instruments that share a serial with the range
   * @param ofDevice instruments of a device whose production overlaps the interval
   * @param metered what the meter of an own device counted in the interval; empty for other devices
   */
  public record Held(
      Function<String, Optional<Instrument>> byId,
      Function<SerialRange, List<Instrument>> overlapping,
      OfDevice ofDevice,
      Metered metered) {}

  /** Instruments of a device. */
  @FunctionalInterface
  public interface OfDevice {
    List<Instrument> of(String device, Interval production);
  }

  /** Generation of a device by its own meter. */
  @FunctionalInterface
  public interface Metered {
    OptionalLong of(String device, Interval production);
  }

  /** Why the instrument cannot be registered; empty if it can. */
  public static List<RegisterFault> issue(Instrument instrument, Held held) {
    List<RegisterFault> faults = new ArrayList<>(InstrumentChecks.of(instrument));
    if (held.byId().apply(instrument.id()).isPresent()) {
      faults.add(
          new RegisterFault(
              "id-used", "id", "expected an id that is not in use, found " + instrument.id()));
    }
    instrument
        .serials()
        .ifPresent(
            serials ->
                held.overlapping().apply(serials).stream()
                    .filter(other -> !other.id().equals(instrument.id()))
                    .forEach(other -> faults.add(usedTwice(serials, other))));
    faults.addAll(beyondGeneration(instrument, held));
    return faults;
  }

  private static RegisterFault usedTwice(SerialRange serials, Instrument other) {
    return new RegisterFault(
        "serial-used",
        "serialFirst",
        "expected serials that no other instrument holds, found "
            + serials
            + ", which overlap instrument "
            + other.id()
            + other.serials().map(range -> " (" + range + ")").orElse(""));
  }

  /** Each stated or metered generation bounds what was issued inside its interval. */
  private static List<RegisterFault> beyondGeneration(Instrument instrument, Held held) {
    if (instrument.kind() == InstrumentKind.SUPPLIER_FACTOR) {
      return List.of();
    }
    String device = instrument.device().id();
    List<Instrument> ofDevice = new ArrayList<>();
    ofDevice.add(instrument);
    held.ofDevice().of(device, instrument.production()).stream()
        .filter(other -> other.kind() != InstrumentKind.SUPPLIER_FACTOR)
        .filter(other -> !other.id().equals(instrument.id()))
        .forEach(ofDevice::add);
    List<RegisterFault> faults = new ArrayList<>();
    OptionalLong metered = held.metered().of(device, instrument.production());
    if (metered.isPresent()) {
      check(ofDevice, instrument.production(), metered.getAsLong(), "its meter", faults);
    }
    for (Instrument bound : ofDevice) {
      boolean isAround = contains(bound.production(), instrument.production());
      if (isAround && bound.terms().generation().isPresent()) {
        List<Instrument> inside = ofDeviceIn(ofDevice, held, device, bound.production());
        long generation = bound.terms().generation().get().wattHours();
        check(inside, bound.production(), generation, "instrument " + bound.id(), faults);
      }
    }
    return faults;
  }

  private static List<Instrument> ofDeviceIn(
      List<Instrument> known, Held held, String device, Interval production) {
    List<Instrument> all = new ArrayList<>(known);
    held.ofDevice().of(device, production).stream()
        .filter(other -> other.kind() != InstrumentKind.SUPPLIER_FACTOR)
        .filter(other -> known.stream().noneMatch(one -> one.id().equals(other.id())))
        .forEach(all::add);
    return all;
  }

  private static void check(
      List<Instrument> issued,
      Interval production,
      long generation,
      String bySource,
      List<RegisterFault> faults) {
    long sum =
        issued.stream()
            .filter(one -> contains(production, one.production()))
            .mapToLong(one -> one.energy().wattHours())
            .reduce(0, Math::addExact);
    if (sum > generation) {
      faults.add(
          new RegisterFault(
              "beyond-generation",
              "energyWh",
              "expected at most "
                  + generation
                  + " Wh of device "
                  + issued.get(0).device().id()
                  + " by "
                  + bySource
                  + ", found "
                  + sum
                  + " Wh in "
                  + issued.size()
                  + " instruments"));
    }
  }

  private static boolean contains(Interval outer, Interval inner) {
    return !inner.start().isBefore(outer.start()) && !inner.end().isAfter(outer.end());
  }

  /**
   * Why a part cannot be allocated; empty if it can.
   *
   * @param allocated energy of the instrument that is allocated already
   * @param zone of the site, in which the month is cut
   */
  public static List<RegisterFault> allocate(
      Instrument instrument, Energy allocated, Energy part, YearMonth month, ZoneId zone) {
    List<RegisterFault> faults = new ArrayList<>();
    long left = instrument.energy().minus(allocated).wattHours();
    if (part.wattHours() <= 0 || part.wattHours() % instrument.unitWattHours() != 0) {
      faults.add(
          new RegisterFault(
              "not-whole",
              "energyWh",
              "expected a positive multiple of "
                  + instrument.unitWattHours()
                  + " Wh, found "
                  + part.wattHours()));
    }
    if (part.wattHours() > left) {
      faults.add(
          new RegisterFault(
              "beyond-issue",
              "energyWh",
              "expected at most "
                  + left
                  + " Wh, which instrument "
                  + instrument.id()
                  + " has left, found "
                  + part.wattHours()));
    }
    if (!instrument.terms().tradable()) {
      faults.add(
          new RegisterFault(
              "not-tradable",
              "instrument",
              "expected a certificate for purchased power, found "
                  + instrument.id()
                  + ", which stands for power that its owner used itself and covers no import"));
    }
    if (instrument.kind() == InstrumentKind.GEC) {
      LocalDate expiry = CertificateIssue.expiry(instrument.production(), zone);
      if (!month.atDay(1).isBefore(expiry)) {
        faults.add(expired("month", "consumption before " + expiry, month.toString()));
      }
    }
    return faults;
  }

  /**
   * Why a part cannot be retired; empty if it can.
   *
   * @param today local date at the site
   */
  public static List<RegisterFault> retire(
      Instrument instrument,
      Allocation allocation,
      Allocation.Retirement retirement,
      LocalDate today,
      ZoneId zone) {
    List<RegisterFault> faults = new ArrayList<>();
    allocation
        .retirement()
        .ifPresent(
            before ->
                faults.add(
                    new RegisterFault(
                        "already-retired",
                        "allocation",
                        "expected a part that is not retired, found "
                            + allocation.id()
                            + ", retired on "
                            + before.date()
                            + " for "
                            + before.beneficiary())));
    LocalDate date = retirement.date();
    if (date.isBefore(instrument.issued()) || date.isAfter(today)) {
      faults.add(
          new RegisterFault(
              "wrong-date",
              "date",
              "expected a date from "
                  + instrument.issued()
                  + ", when it was issued, to "
                  + today
                  + ", found "
                  + date));
    }
    if (instrument.kind() == InstrumentKind.GEC) {
      LocalDate expiry = CertificateIssue.expiry(instrument.production(), zone);
      if (!date.isBefore(expiry)) {
        faults.add(expired("date", "retirement before " + expiry, date.toString()));
      }
    }
    return faults;
  }

  private static RegisterFault expired(String field, String expected, String found) {
    return new RegisterFault(
        "expired",
        field,
        "expected " + expected + ", two years from the month of generation, found " + found);
  }
}
