package org.zerofactory.simulator.plant;

/** Machine states in the order of their numbers on the wire (docs/formats.md, section 5). */
enum MachineState {
  STOPPED,
  IDLE,
  SETUP,
  RUNNING,
  DOWN
}
