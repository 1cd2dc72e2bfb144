package org.zerofactory.simulator.opcua;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.jspecify.annotations.Nullable;
import org.zerofactory.simulator.fault.BadFaultException;
import org.zerofactory.simulator.fault.Fault;
import org.zerofactory.simulator.fault.Instruments;
import org.zerofactory.simulator.point.PlantClock;

/** What {@code Objects/Plant/Simulation} shows and takes: speed, seed, time, and faults. */
final class Control {

  static final String FAULT_NODE = "simulation.fault";

  private static final Logger LOG = System.getLogger(Control.class.getName());

  private final Instruments instruments;
  private final PlantClock clock;
  private final long seed;
  private final Publisher publisher;
  private volatile String lastFault = "";
  private volatile String answer = "";

  Control(Instruments instruments, PlantClock clock, long seed, Publisher publisher) {
    this.instruments = instruments;
    this.clock = clock;
    this.seed = seed;
    this.publisher = publisher;
  }

  /**
   * Carries out a fault while the plant runs.
   *
   * @throws BadFaultException if the text is wrong or the fault cannot be
   */
  synchronized void inject(String text) {
    Fault fault = Fault.parse(text);
    publisher.change(shownUntil -> instruments.addWhileRunning(fault, shownUntil));
    lastFault = fault.text();
    answer = "accepted: " + fault.text();
    LOG.log(Level.INFO, "fault accepted: {0}", fault.text());
  }

  /** As {@link #inject}, answering with an OPC UA status code. */
  long injected(@Nullable Object written) {
    if (!(written instanceof String text)) {
      return StatusCodes.Bad_TypeMismatch;
    }
    try {
      inject(text);
      return StatusCodes.Good;
    } catch (BadFaultException exception) {
      answer = "refused: " + exception.getMessage();
      LOG.log(Level.WARNING, "fault refused: {0}", exception.getMessage());
      return StatusCodes.Bad_InvalidArgument;
    }
  }

  DataValue speed() {
    return value(clock.speed());
  }

  DataValue seed() {
    return value(seed);
  }

  DataValue time() {
    return value(Values.time(clock.instant().toEpochMilli()));
  }

  DataValue lastFault() {
    return value(lastFault);
  }

  /** What became of the text that was written last. */
  DataValue answer() {
    return value(answer);
  }

  private DataValue value(Object value) {
    var now = Values.time(clock.instant().toEpochMilli());
    return new DataValue(new Variant(value), StatusCode.GOOD, now, now);
  }
}
