package org.zerofactory.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.zerofactory.edge.alarm.Alarms;

final class DiskWatchTest {

  private final Alarms alarms = new Alarms(InstantSource.system());
  private final AtomicLong free = new AtomicLong();
  private final DiskWatch watch = new DiskWatch(free::get, 1_000_000_000L, alarms);

  @Test
  void lowSpaceIsToldInBothLanguagesWithWhatIsLeftAndWhatIsExpected() {
    free.set(999_999_999L);

    watch.look();

    assertThat(alarms.list())
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.id()).isEqualTo("disk-low:data");
              assertThat(alarm.text().english()).contains("999 MB", "1000 MB", "raw-retention");
              assertThat(alarm.text().chinese()).contains("999 MB", "1000 MB", "请释放磁盘");
            });
  }

  @Test
  void theAlarmEndsOnlyWhenClearlyMoreIsFree() {
    free.set(1);
    watch.look();

    free.set(1_050_000_000L);
    watch.look();
    boolean stillOpen = alarms.isOpen("disk-low", "data");
    free.set(1_100_000_000L);
    watch.look();

    assertThat(stillOpen).isTrue();
    assertThat(alarms.list()).isEmpty();
  }
}
