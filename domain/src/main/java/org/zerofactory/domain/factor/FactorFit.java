package org.zerofactory.domain.factor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.zerofactory.domain.factor.FactorKey.Boundary;
import org.zerofactory.domain.factor.FactorKey.GasBasis;

/**
 * Whether a factor may be used for a purpose: one kilowatt-hour has seven legitimate factors, each
 * for something else.
 *
 * <p>Source: GHG Protocol, Scope 2 Guidance (2015), chapter 6 (use of residual mix and grid
 * average; life-cycle and upstream emissions are scope 3); ISO 14064-1:2018 (all gases).
 */
public final class FactorFit {

  /**
   * Something that does not fit.
   *
   * @param isRefused the factor must not be used; otherwise it may, and the report says this
   */
  public record Misfit(boolean isRefused, String reason) {}

  /** What a factor is to be used for. */
  public enum Purpose {
    SCOPE1,
    SCOPE2_LOCATION,
    /** What no instrument covers, in the market-based result. */
    SCOPE2_RESIDUAL,
    /** Bought steam, heat and cooling. */
    SCOPE2_HEAT,
    SCOPE3,
    PRODUCT_FOOTPRINT;

    /** The word in messages. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final Map<Purpose, Set<String>> USES =
      Map.of(
          Purpose.SCOPE2_LOCATION, Set.of("location-based", "emissions-trading"),
          Purpose.SCOPE2_RESIDUAL, Set.of("residual", "location-based"),
          Purpose.SCOPE2_HEAT, Set.of("heat"));

  private static final Map<Purpose, Set<Boundary>> BOUNDARIES =
      Map.of(
          Purpose.SCOPE1, Set.of(Boundary.COMBUSTION, Boundary.RELEASE),
          Purpose.SCOPE2_LOCATION, Set.of(Boundary.GENERATION),
          Purpose.SCOPE2_RESIDUAL, Set.of(Boundary.GENERATION),
          Purpose.SCOPE2_HEAT, Set.of(Boundary.GENERATION));

  private FactorFit() {}

  /** All that does not fit; empty if the factor is made for the purpose. */
  public static List<Misfit> of(Factor factor, Purpose purpose) {
    boolean isZero =
        factor.microgramsPerUnit().values().stream().allMatch(mass -> mass.signum() == 0);
    return of(factor.id(), factor.key(), isZero, purpose);
  }

  /**
   * As {@link #of(Factor, Purpose)}, for factors in another form.
   *
   * @param isZero whether the factor is 0
   */
  public static List<Misfit> of(String id, FactorKey key, boolean isZero, Purpose purpose) {
    List<Misfit> misfits = new ArrayList<>();
    addBoundary(id, key, purpose, misfits);
    addUse(id, key, purpose, misfits);
    addGases(id, key, purpose, misfits);
    if (isZero && purpose == Purpose.SCOPE2_RESIDUAL) {
      misfits.add(
          new Misfit(
              true,
              "factor "
                  + id
                  + " is 0: a residual mix of 0 means that none was left, not that power is clean;"
                  + " expected the supplier's mix or the grid average, disclosed"));
    }
    return List.copyOf(misfits);
  }

  /**
   * What the report must say of the use.
   *
   * @return the alerts; empty if the factor is made for the purpose
   * @throws WrongUseException if the factor must not be used so; the message gives all reasons
   */
  public static List<String> require(Factor factor, Purpose purpose) {
    List<Misfit> misfits = of(factor, purpose);
    List<String> refusals = misfits.stream().filter(Misfit::isRefused).map(Misfit::reason).toList();
    if (!refusals.isEmpty()) {
      throw new WrongUseException(String.join("; ", refusals));
    }
    return misfits.stream().map(Misfit::reason).toList();
  }

  private static void addBoundary(String id, FactorKey key, Purpose purpose, List<Misfit> misfits) {
    Set<Boundary> allowed = BOUNDARIES.getOrDefault(purpose, Set.of(Boundary.values()));
    if (!allowed.contains(key.boundary())) {
      misfits.add(
          new Misfit(
              true,
              "factor "
                  + id
                  + " counts "
                  + key.boundary().word()
                  + ", which is not "
                  + purpose.word()));
    }
    if (purpose == Purpose.PRODUCT_FOOTPRINT && key.boundary() == Boundary.GENERATION) {
      misfits.add(
          new Misfit(
              false,
              "factor " + id + " counts generation only: fuel supply and losses are missing"));
    }
  }

  private static void addUse(String id, FactorKey key, Purpose purpose, List<Misfit> misfits) {
    Set<String> uses = USES.getOrDefault(purpose, Set.of(key.use()));
    if (!uses.contains(key.use())) {
      misfits.add(
          new Misfit(
              true, "factor " + id + " is for " + key.use() + ", which is not " + purpose.word()));
    }
    if (purpose == Purpose.SCOPE2_RESIDUAL && key.use().equals("location-based")) {
      misfits.add(
          new Misfit(
              false,
              "factor "
                  + id
                  + " is a grid average in place of a residual mix: disclose that none is known"));
    }
    if (purpose == Purpose.SCOPE2_LOCATION && key.use().equals("emissions-trading")) {
      misfits.add(
          new Misfit(false, "factor " + id + " is for reports to an emissions-trading scheme"));
    }
  }

  private static void addGases(String id, FactorKey key, Purpose purpose, List<Misfit> misfits) {
    if (key.gasBasis() == GasBasis.CO2) {
      misfits.add(
          new Misfit(
              purpose == Purpose.PRODUCT_FOOTPRINT,
              "factor " + id + " is CO2 only: CH4 and N2O are not in it, it is no CO2e"));
    }
  }
}
