package org.zerofactory.simulator.point;

/** How a point behaves: a register counts up, a gauge shows a value, a state is one of a few. */
public enum Kind {
  REGISTER,
  GAUGE,
  STATE
}
