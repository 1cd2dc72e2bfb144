package org.zerofactory.domain.metering;

import java.util.Optional;

/** A device that reports states (ISA-95: work unit). */
public record MachineDescription(String id, String name, Optional<String> line) {}
