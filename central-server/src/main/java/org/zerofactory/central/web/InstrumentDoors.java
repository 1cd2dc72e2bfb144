package org.zerofactory.central.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.zerofactory.domain.instrument.Allocation;
import org.zerofactory.domain.instrument.Instrument;
import org.zerofactory.domain.instrument.RegisterFault;

/**
 * What stands behind the routes of the register of instruments. Texts are JSON; empty means that
 * there is none of it.
 *
 * @param page instruments from after an id on, at most so many
 * @param find one instrument
 * @param events what was done with it
 * @param issue registers all or none; gives faults by index
 * @param allocate a part to a site
 * @param retire a part
 * @param matching a local year of a site by hours
 */
public record InstrumentDoors(
    BiFunction<String, Integer, String> page,
    Function<String, Optional<String>> find,
    Function<String, Optional<String>> events,
    Issue issue,
    Allocate allocate,
    Retire retire,
    BiFunction<String, Integer, Optional<String>> matching) {

  /** What a change led to: its JSON, or why not; neither if there is nothing to change. */
  public record Change(Optional<String> json, List<RegisterFault> faults) {}

  /** Registers instruments. */
  @FunctionalInterface
  public interface Issue {
    Map<Integer, List<RegisterFault>> all(List<Instrument> instruments, String person);
  }

  /** Allocates a part; site, month and energy are the allocation's. */
  @FunctionalInterface
  public interface Allocate {
    Change part(Allocation wanted, String person);
  }

  /** Retires a part. */
  @FunctionalInterface
  public interface Retire {
    Change part(
        String instrument, long allocation, Allocation.Retirement retirement, String person);
  }
}
