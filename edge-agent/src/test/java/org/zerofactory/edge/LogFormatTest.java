package org.zerofactory.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

final class LogFormatTest {

  @Test
  void librariesTellWarningsOnlyAndTheAgentItsNews() {
    LogFormat.install();

    assertThat(Logger.getLogger("org.zerofactory.edge.x").isLoggable(Level.INFO)).isTrue();
    assertThat(Logger.getLogger("some.library").isLoggable(Level.INFO)).isFalse();
    assertThat(Logger.getLogger("some.library").isLoggable(Level.WARNING)).isTrue();
    assertThat(Logger.getLogger("org.eclipse.milo.opcua.sdk").isLoggable(Level.INFO)).isFalse();
  }
}
