package org.zerofactory.simulator.point;

import java.util.List;

/** Devices whose values are known for every instant: a simulated plant or a replayed series. */
public interface Source {

  /** Length of the metering grid, in seconds. */
  long QUARTER_HOUR = 900;

  /** All points; the position in this list is the {@code point} number of the other methods. */
  List<Point> points();

  /**
   * The true value at an instant; registers never fall.
   *
   * @param epochSecond not later than the last {@link #extendTo}
   */
  Sample at(int point, long epochSecond);

  /**
   * Instants in {@code [from, to)} at which history holds a value, ascending, epoch seconds:
   * quarter hours for registers, the begin of history and all changes for states, none for gauges.
   */
  long[] recorded(int point, long from, long to);

  /** Makes values up to this instant available; calls wait for each other. */
  void extendTo(long epochSecond);
}
