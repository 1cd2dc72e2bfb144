package org.zerofactory.simulator.opcua;

import java.util.List;
import java.util.stream.IntStream;
import org.zerofactory.simulator.fault.Instruments;
import org.zerofactory.simulator.point.Sample;

/** What all points show at one instant, epoch seconds of plant time. */
record Picture(long second, List<Sample> samples) {

  static Picture of(Instruments instruments, int points, long second) {
    return new Picture(
        second,
        IntStream.range(0, points).mapToObj(point -> instruments.at(point, second)).toList());
  }
}
