package org.zerofactory.simulator.plant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zerofactory.domain.metering.MachineState;
import org.zerofactory.domain.metering.Spread;

/**
 * The plant's production control: the orders behind the machines' days. A machine runs only for an
 * order, and the pieces of a machine's orders are what its counter counts that day.
 */
public final class ProductionControl {

  private static final List<String> BOARDS = List.of("mainboard-a", "mainboard-b", "io-board");
  private static final List<String> LAPTOPS = List.of("laptop-14", "laptop-16");
  private static final long DAY_SECONDS = 86_400;
  private static final int PRODUCT_STREAM = 800;
  private static final int SCRAP_STREAM = 830;
  private static final int SCRAP_HIGH_PER_MILLE = 12;

  private static final Comparator<JobResponse> ORDER =
      Comparator.comparing(JobResponse::from).thenComparing(JobResponse::machine);

  private final Noise noise;
  private final ProductionLines lines;
  private final BurnIn burnIn;

  public ProductionControl(long seed) {
    this.noise = new Noise(seed);
    this.lines = new ProductionLines(noise);
    this.burnIn = new BurnIn(noise);
  }

  private record Planned(long order, int from, int to) {
    boolean runs() {
      return to > from;
    }
  }

  /** As the machine's state shows it: at the first tick from its begin to that from its end. */
  private static Planned shown(Planned planned) {
    return new Planned(
        planned.order(),
        (int) Shapes.tickFrom(planned.from()),
        (int) Shapes.tickFrom(planned.to()));
  }

  /** The orders that ended in {@code [from, to)}, in the order of their beginnings. */
  public List<JobResponse> ended(Instant from, Instant to) {
    List<JobResponse> responses = new ArrayList<>();
    LocalDate first = day(from.minusSeconds(1)); // one that ends at midnight is of the day before
    LocalDate last = day(to);
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      for (JobResponse response : of(date)) {
        if (!response.to().isBefore(from) && response.to().isBefore(to)) {
          responses.add(response);
        }
      }
    }
    responses.sort(ORDER);
    return List.copyOf(responses);
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(
        instant, ZoneOffset.ofTotalSeconds((int) DayModel.ZONE_OFFSET_SECONDS));
  }

  private List<JobResponse> of(LocalDate date) {
    List<JobResponse> responses = new ArrayList<>();
    for (int line = 0; line < PlantLayout.BURN_IN; line++) {
      int of = line;
      List<Planned> planned = new ArrayList<>();
      MachineDay day =
          lines.plan(
              line, date, (order, start, end) -> planned.add(new Planned(order, start, end)));
      long[] pieces = DayModel.pieces(day, seconds -> ProductionLines.pieces(of, seconds));
      responses.addAll(responses(line, date, day, planned, sum(pieces)));
    }
    for (int oven = 0; oven < PlantLayout.OVENS; oven++) {
      int[] starts = burnIn.executedStarts(oven, date);
      List<Planned> planned = new ArrayList<>();
      for (int batch = 0; batch < starts.length; batch++) {
        int from = starts[batch] * 900;
        long order = (date.toEpochDay() * 8 + oven) * 8 + batch;
        planned.add(new Planned(order, from, from + BurnIn.BATCH_QUARTERS * 900));
      }
      MachineDay day = BurnIn.states(starts);
      long[] pieces = DayModel.pieces(day, BurnIn::pieces);
      responses.addAll(responses(PlantLayout.BURN_IN + oven, date, day, planned, sum(pieces)));
    }
    return responses;
  }

  private List<JobResponse> responses(
      int machine, LocalDate date, MachineDay day, List<Planned> all, long pieces) {
    List<Planned> planned =
        all.stream().map(ProductionControl::shown).filter(Planned::runs).toList();
    if (planned.isEmpty()) {
      return List.of();
    }
    long[] ran =
        planned.stream()
            .mapToLong(of -> day.seconds(of.from(), of.to())[MachineState.RUNNING.ordinal()])
            .toArray();
    long[] counted = Spread.of(pieces, ran);
    long midnight = date.toEpochDay() * DAY_SECONDS - DayModel.ZONE_OFFSET_SECONDS;
    String name = PlantLayout.leafName(machine);
    List<JobResponse> responses = new ArrayList<>();
    for (int index = 0; index < counted.length; index++) {
      Planned of = planned.get(index);
      String order = "%s-%s-%02d".formatted(name, date, index + 1);
      long scrap = scrap(machine, of.order(), counted[index]);
      responses.add(
          new JobResponse(
              "run-" + order,
              order,
              product(machine, of.order()),
              name,
              Instant.ofEpochSecond(midnight + of.from()),
              Instant.ofEpochSecond(midnight + of.to()),
              counted[index] - scrap,
              scrap));
    }
    return responses;
  }

  /** What a step yields is a product of its own: a laptop is counted before and after burn-in. */
  private String product(int machine, long order) {
    double choice = noise.uniform(PRODUCT_STREAM + machine, order);
    if (machine < PlantLayout.ASSEMBLY) {
      return BOARDS.get((int) (choice * BOARDS.size()));
    }
    String laptop = LAPTOPS.get((int) (choice * LAPTOPS.size()));
    return machine < PlantLayout.BURN_IN ? laptop + "-assembled" : laptop;
  }

  private long scrap(int machine, long order, long pieces) {
    double perMille = noise.between(0, SCRAP_HIGH_PER_MILLE, SCRAP_STREAM + machine, order);
    return (long) (pieces * perMille / 1000);
  }

  private static long sum(long[] pieces) {
    long sum = 0;
    for (long of : pieces) {
      sum += of;
    }
    return sum;
  }
}
