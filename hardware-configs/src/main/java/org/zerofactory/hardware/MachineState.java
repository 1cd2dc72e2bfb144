package org.zerofactory.hardware;

/** What a machine does; the words of docs/formats.md, section 1. */
public enum MachineState {
  STOPPED,
  IDLE,
  SETUP,
  RUNNING,
  DOWN
}
