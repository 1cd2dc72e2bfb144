package org.zerofactory.domain.instrument;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.quantity.Energy;

/**
 * Something that conveys the attributes of generated electricity: certificates with their serials,
 * a power purchase agreement, or a supplier's factor.
 *
 * @param id unique in the register
 * @param registry that issued the certificates, or the other party of a contract
 * @param serials of the certificates; empty for kinds without
 * @param production when the electricity was generated, at most one hour for granular ones
 * @param issued local date of issue, for a contract of signing
 * @param energy face value, more than 0
 * @param microgramsPerWattHour µg CO2e per Wh; empty if it conveys no rate, and then never counted
 * @param granular what EnergyTag asks of a certificate beyond this; empty if it is none of these
 */
public record Instrument(
    String id,
    InstrumentKind kind,
    String registry,
    Optional<SerialRange> serials,
    Device device,
    Interval production,
    LocalDate issued,
    Energy energy,
    OptionalLong microgramsPerWattHour,
    Terms terms,
    Optional<GranularDetail> granular) {

  /**
   * What generated the electricity.
   *
   * @param id of the registry, or {@code site/meter} for a meter of an own site
   * @param technology wind, solar, hydro, ...
   * @param commissioned when it went into operation
   */
  public record Device(String id, String technology, LocalDate commissioned, Market market) {}

  /**
   * What was agreed.
   *
   * @param attributeOwner who may claim the attributes
   * @param tradable false for the certificates of self-used power, which cannot be sold
   * @param legacy whether it was agreed before a revised rule and may keep the old one for a time
   * @param deliveredBasis for a supplier's factor: it rests on delivered power, with the
   *     certificates of that power retired
   * @param contract id of the contract of the site's accounts file whose energy this is
   * @param generation what the device generated in the production interval, by the issuer
   * @param document contract or statement that shows it
   */
  public record Terms(
      String attributeOwner,
      boolean tradable,
      boolean legacy,
      boolean deliveredBasis,
      Optional<String> contract,
      Optional<Energy> generation,
      String document) {}

  /**
   * @throws IllegalArgumentException if the energy is not positive or the rate is negative
   */
  public Instrument {
    if (energy.wattHours() <= 0) {
      throw new IllegalArgumentException(
          "instrument " + id + " needs energy above 0 Wh, but had " + energy.wattHours());
    }
    if (microgramsPerWattHour.orElse(0) < 0) {
      throw new IllegalArgumentException(
          "instrument "
              + id
              + " needs a rate of 0 or more ug/Wh, but had "
              + microgramsPerWattHour.getAsLong());
    }
  }

  /**
   * Energy that one certificate stands for; the energy itself where there are no serials or they do
   * not divide it.
   */
  public long unitWattHours() {
    return serials
        .filter(range -> energy.wattHours() % range.count() == 0)
        .map(range -> energy.wattHours() / range.count())
        .orElse(1L);
  }

  /**
   * The serials of a part; empty for kinds without.
   *
   * @param before energy of the parts before it
   */
  public Optional<SerialRange> serialsOf(Energy before, Energy part) {
    long unit = unitWattHours();
    return serials.map(range -> range.part(before.wattHours() / unit, part.wattHours() / unit));
  }

  /**
   * Whole watt-hours of a certificate, rounded down.
   *
   * <p>Source: EnergyTag, Granular Certificate Scheme Standard: the base unit is the watt-hour, and
   * the face value is rounded down to whole ones.
   */
  public static Energy faceValue(BigDecimal wattHours) {
    return new Energy(wattHours.setScale(0, RoundingMode.FLOOR).longValueExact());
  }
}
