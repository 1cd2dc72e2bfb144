package org.zerofactory.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.JournalTip;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.Carrier;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.MachineDescription;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.PointDescription;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.edge.alarm.Alarm;
import org.zerofactory.edge.alarm.Alarms;
import org.zerofactory.edge.store.JournalStore;
import org.zerofactory.edge.store.StoredBlock;

final class AlertWorkerTest {

  private static final Instant START = Instant.parse("2025-05-31T16:00:00Z");
  private static final SiteDescription SITE =
      new SiteDescription(
          "plant",
          "Plant",
          ZoneId.of("Asia/Shanghai"),
          true,
          "CN",
          "central",
          List.of(
              new MeterDescription(
                  "oven",
                  "Oven",
                  Carrier.ELECTRICITY,
                  MeterRole.LOAD,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  List.of(new PointDescription(Quantity.ENERGY_IMPORT, OptionalLong.empty())))),
          List.of(new MachineDescription("oven", "Oven", Optional.empty())));

  @TempDir private Path folder;
  private Instant end = START;

  // 4 quarter hours of waiting raise it; each of the 4th and 5th wastes 12.5 kWh
  @Test
  void anIdleMachineIsShownWithoutAnyCentreAlsoAfterARestartAndGoesWhenItRuns() {
    Alarms alarms = new Alarms(() -> end);
    try (JournalStore journal = JournalStore.open(folder.resolve("journal.db"))) {
      append(journal, 96, "RUNNING", 25_000);
      append(journal, 5, "IDLE", 12_500);
      try (AlertWorker worker = worker(journal, alarms)) {
        worker.wake();
        await(() -> !alarms.list().isEmpty());
      }
      Alarm first = alarms.list().get(0);
      assertThat(first.id()).isEqualTo("idle-machine:oven");
      assertThat(first.severity()).isEqualTo(Alarm.Severity.WARNING);
      assertThat(first.since()).isEqualTo(START.plusSeconds(900L * 100));
      assertThat(first.text().english()).contains("50.0 kW", "about 25.0 kWh");
      assertThat(first.text().chinese()).contains("25.0 kWh");

      Alarms afterRestart = new Alarms(() -> end);
      try (AlertWorker worker = worker(journal, afterRestart)) {
        worker.wake();
        await(() -> !afterRestart.list().isEmpty());
        assertThat(afterRestart.list().get(0).since()).isEqualTo(first.since());

        append(journal, 1, "RUNNING", 25_000);
        worker.wake();

        await(() -> afterRestart.list().isEmpty());
      }
    }
  }

  @Test
  void aParameterFileThatIsWrongIsAnAlarmAndStopsNothingElse() throws Exception {
    Alarms alarms = new Alarms(() -> end);
    Files.writeString(
        folder.resolve("plant.alert-parameters.yaml"),
        "site: plant\nrules:\n  idle-machin: { idle_share: \"0.5\" }\n");
    try (JournalStore journal = JournalStore.open(folder.resolve("journal.db"))) {
      append(journal, 1, "RUNNING", 25_000);
      try (AlertWorker worker = worker(journal, alarms)) {
        worker.wake();
        await(() -> !alarms.list().isEmpty());
      }
      assertThat(alarms.list().get(0).text().english())
          .contains("plant.alert-parameters.yaml:3", "idle-machin", "idle-machine");
    }
  }

  private AlertWorker worker(JournalStore journal, Alarms alarms) {
    var worker = new AlertWorker(SITE, folder, journal, alarms, () -> Optional.of(end), () -> end);
    worker.start();
    return worker;
  }

  private void append(JournalStore journal, int count, String state, long wattHours) {
    JournalTip tip = journal.tip();
    List<StoredBlock> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      var amount = OptionalLong.of(wattHours);
      var sealed =
          new Payload.Readings(
              List.of(
                  new Payload.Reading(
                      "oven/energy-import", new IntervalReading(amount, Flag.MEASURED, amount))),
              List.of(new Payload.StateTime("oven", state, 900)));
      var interval = QuarterHours.startingAt(end.getEpochSecond());
      end = interval.end();
      Block block =
          new Block(SITE.id(), tip.sequence() + 1, end, Optional.of(interval), sealed, tip.hash());
      String line = block.line();
      tip = tip.append(block, line);
      blocks.add(new StoredBlock(block.sequence(), sealed.kind(), Block.hash(line), line));
    }
    journal.append(blocks, tip, new byte[0]);
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(10_000_000);
    }
  }
}
