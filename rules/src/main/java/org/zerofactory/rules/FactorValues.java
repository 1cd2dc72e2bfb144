package org.zerofactory.rules;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.domain.factor.Citation;
import org.zerofactory.domain.factor.Factor;
import org.zerofactory.domain.factor.FactorKey;
import org.zerofactory.domain.factor.FactorKey.Boundary;
import org.zerofactory.domain.factor.FactorKey.GasBasis;
import org.zerofactory.domain.factor.Verification;
import org.zerofactory.domain.metering.Interval;

/** Reads the values of one file of emission factors; what a value does not say, the file says. */
final class FactorValues {

  /** A factor and the masses that it was made of. */
  record Read(Factor factor, FactorMasses masses) {}

  private static final List<String> FORMS = List.of("value", "gases", "fuel", "shares", "hours");
  private static final int HOUR_SECONDS = 3600;

  /** Which boundaries a use allows; uses that are not here (scope 3) allow all. */
  private static final Map<String, Set<Boundary>> BOUNDARIES =
      Map.of(
          "location-based", Set.of(Boundary.GENERATION),
          "residual", Set.of(Boundary.GENERATION),
          "fossil", Set.of(Boundary.GENERATION),
          "emissions-trading", Set.of(Boundary.GENERATION),
          "heat", Set.of(Boundary.GENERATION),
          "combustion", Set.of(Boundary.COMBUSTION),
          "fugitive", Set.of(Boundary.RELEASE),
          "product-footprint", Set.of(Boundary.LIFE_CYCLE, Boundary.UPSTREAM));

  private final DataNode root;
  private final DataFaults faults;
  private final FactorValidity validity;

  FactorValues(DataNode root, DataFaults faults) {
    this.root = root;
    this.faults = faults;
    this.validity = new FactorValidity(root, faults);
  }

  /** The factors of one value: one, or one for each hour; none, with faults, if it is wrong. */
  List<Read> read(DataNode node) {
    Optional<String> form = form(node);
    Optional<FactorKey> key = key(node);
    if (form.isEmpty() || key.isEmpty()) {
      return List.of();
    }
    if (form.get().equals("hours")) {
      return hours(node, key.get());
    }
    Optional<FactorMasses> masses = masses(node, form.get(), key.get());
    Optional<Interval> period = validity.of(node);
    if (masses.isEmpty() || period.isEmpty()) {
      return List.of();
    }
    refuseZeroResidual(node, key.get(), masses.get());
    return make(node, "", key.get(), period.get(), masses.get()).stream().toList();
  }

  private Optional<String> form(DataNode node) {
    List<String> found = FORMS.stream().filter(form -> node.find(form).isPresent()).toList();
    if (found.isEmpty()) {
      faults.add(node.missing("value", "value, gases, fuel, shares or hours"));
    } else if (found.size() > 1) {
      faults.add(
          node.get(found.get(1))
              .problem(
                  "expected only one of "
                      + String.join(", ", FORMS)
                      + " but also "
                      + found.get(0)
                      + " is there"));
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private Optional<FactorMasses> masses(DataNode node, String form, FactorKey key) {
    if (form.equals("fuel") || form.equals("shares")) {
      boolean isFuel = form.equals("fuel");
      requireBasis(node, form, key, isFuel ? GasBasis.CO2 : GasBasis.GASES);
      return isFuel
          ? FactorMasses.ofFuel(node.get(form), faults)
          : FactorMasses.ofShares(node.get(form), faults);
    }
    Optional<FactorUnit> unit = inherited(node, "unit", FactorUnit::ofWord);
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    if (form.equals("gases")) {
      requireBasis(node, form, key, GasBasis.GASES);
      return FactorMasses.ofGases(node, unit.get(), faults);
    }
    return FactorMasses.ofNumber(node.get(form), unit.get(), key.gasBasis(), faults);
  }

  private void requireBasis(DataNode node, String form, FactorKey key, GasBasis expected) {
    if (key.gasBasis() != expected) {
      faults.add(
          node.get(form)
              .problem(
                  "expected gas-basis "
                      + expected.word()
                      + " for "
                      + form
                      + " but was "
                      + key.gasBasis().word()));
    }
  }

  /**
   * A residual mix of 0 (AIB, Austria) says that nothing was left untracked, not that it is clean.
   */
  private void refuseZeroResidual(DataNode node, FactorKey key, FactorMasses masses) {
    boolean isZero = masses.micrograms().values().stream().allMatch(mass -> mass.signum() == 0);
    if (isZero && key.use().equals("residual")) {
      faults.add(
          node.problem(
              "expected a residual factor above 0 but was 0: nothing is left untracked there, so"
                  + " use the supplier's mix or the grid average and say so"));
    }
  }

  private Optional<FactorKey> key(DataNode node) {
    Optional<String> use = inherited(node, "use", Optional::of);
    Optional<String> region = inherited(node, "region", Optional::of);
    Optional<GasBasis> basis = inherited(node, "gas-basis", GasBasis::ofWord);
    Optional<Boundary> boundary = inherited(node, "boundary", Boundary::ofWord);
    if (use.isEmpty() || region.isEmpty() || basis.isEmpty() || boundary.isEmpty()) {
      return Optional.empty();
    }
    Set<Boundary> allowed = BOUNDARIES.getOrDefault(use.get(), Set.of(Boundary.values()));
    if (!allowed.contains(boundary.get())) {
      DataNode place = node.find("boundary").or(() -> root.find("boundary")).orElse(node);
      faults.add(
          place.fault(
              "boundary "
                  + String.join(" or ", allowed.stream().map(Boundary::word).sorted().toList())
                  + " for use "
                  + use.get()));
      return Optional.empty();
    }
    int year =
        node.findDecimal("data-year")
            .or(() -> root.findDecimal("data-year"))
            .map(BigDecimal::intValue)
            .orElse(0);
    return root.findText("edition")
        .map(
            edition ->
                new FactorKey(use.get(), region.get(), year, edition, basis.get(), boundary.get()));
  }

  /** One factor for each hour of UTC that has a value; a missing hour stays a hole. */
  private List<Read> hours(DataNode node, FactorKey key) {
    Optional<FactorUnit> unit = inherited(node, "unit", FactorUnit::ofWord);
    List<Read> read = new ArrayList<>();
    node.entries("hours")
        .forEach(
            (day, values) ->
                day(day, values)
                    .ifPresent(
                        date -> {
                          for (int hour = 0; hour < values.items().size(); hour++) {
                            DataNode number = values.items().get(hour);
                            Instant start =
                                date.atStartOfDay(ZoneOffset.UTC)
                                    .toInstant()
                                    .plusSeconds((long) hour * HOUR_SECONDS);
                            if (!number.asText().equals(Optional.of("missing"))) {
                              unit.flatMap(
                                      of ->
                                          FactorMasses.ofNumber(number, of, key.gasBasis(), faults))
                                  .flatMap(masses -> hour(node, key, start, masses))
                                  .ifPresent(read::add);
                            }
                          }
                        }));
    return read;
  }

  private Optional<Read> hour(DataNode node, FactorKey key, Instant start, FactorMasses masses) {
    String suffix =
        "-" + start.toString().substring(0, 13).replace("-", "").toLowerCase(Locale.ROOT) + "z";
    int year = start.atZone(ZoneOffset.UTC).getYear();
    FactorKey ofYear =
        new FactorKey(key.use(), key.region(), year, key.edition(), key.gasBasis(), key.boundary());
    Interval hour = new Interval(start, start.plusSeconds(HOUR_SECONDS));
    return make(node, suffix, ofYear, hour, masses);
  }

  private Optional<LocalDate> day(String key, DataNode place) {
    try {
      return Optional.of(LocalDate.parse(key));
    } catch (DateTimeException wrong) {
      faults.add(place.problem("expected as key a day such as 2025-01-01 but was \"" + key + "\""));
      return Optional.empty();
    }
  }

  private Optional<Read> make(
      DataNode node, String suffix, FactorKey key, Interval period, FactorMasses masses) {
    Optional<String> id = node.findText("id");
    Optional<String> series = node.findText("series");
    Optional<String> place = node.findText("place");
    Optional<Verification> verification = inherited(node, "verification", Verification::ofWord);
    if (id.isEmpty() || series.isEmpty() || place.isEmpty() || verification.isEmpty()) {
      return Optional.empty();
    }
    String title = root.findText("title").orElse("") + ", " + place.get();
    Factor factor =
        new Factor(
            id.get() + suffix,
            series.get(),
            node.findText("name").orElse(title),
            key,
            period,
            masses.per(),
            masses.micrograms(),
            masses.biogenic(),
            node.findDecimal("uncertainty-percent")
                .or(() -> root.findDecimal("uncertainty-percent")),
            citation(root, node),
            verification.get(),
            note(root, node));
    return Optional.of(new Read(factor, masses));
  }

  /** Publisher, document and date of the file; the place of the value within that of the file. */
  static Citation citation(DataNode root, DataNode node) {
    List<String> places = new ArrayList<>();
    root.findText("place").ifPresent(places::add);
    node.findText("place").ifPresent(places::add);
    return new Citation(
        root.findText("publisher").orElse(""),
        root.findText("document").orElse(""),
        root.findText("published").orElse(""),
        String.join(", ", places));
  }

  /** What the value says, then what the file says. */
  static Optional<String> note(DataNode root, DataNode node) {
    List<String> notes = new ArrayList<>();
    node.findText("note").ifPresent(notes::add);
    root.findText("note").ifPresent(notes::add);
    return notes.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", notes));
  }

  private <T> Optional<T> inherited(
      DataNode node, String key, Function<String, Optional<T>> reader) {
    Optional<DataNode> found = node.find(key).or(() -> root.find(key));
    if (found.isEmpty()) {
      faults.add(node.missing(key, key + " of the value or of the whole set"));
    }
    return found.flatMap(DataNode::asText).flatMap(reader);
  }
}
