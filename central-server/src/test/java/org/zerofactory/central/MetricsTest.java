package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class MetricsTest {

  @Test
  void blocksOfTheAlertRulesAreCountedAfterACollectionToo() {
    Metrics metrics = new Metrics();
    AtomicLong looked = new AtomicLong();
    metrics.alerts(looked::get);

    System.gc();
    looked.set(7);

    assertThat(metrics.text()).contains("zerofactory_alerts_blocks_total 7.0");
  }
}
