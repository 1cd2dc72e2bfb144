package org.zerofactory.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.JournalTip;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.journal.SigningKey;
import org.zerofactory.domain.metering.Carrier;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.MeterDescription;
import org.zerofactory.domain.metering.MeterRole;
import org.zerofactory.domain.metering.PointDescription;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.metering.SiteDescription;
import picocli.CommandLine;

class AuditorTest {

  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
  private static final String POINT = "grid/energy-import";

  @TempDir private Path folder;
  private SigningKey key;
  private List<String> lines;
  private JournalTip tip;

  @BeforeEach
  void anHonestJournal() throws GeneralSecurityException {
    key = new SigningKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    lines = new ArrayList<>();
    tip = JournalTip.EMPTY;
    append(Optional.empty(), new Payload.Site(1, key.verificationKey(), site()));
    quarterHour(0, measured(1000, 51_000));
    quarterHour(1, measured(2500, 53_500));
    quarterHour(2, IntervalReading.MISSING);
    quarterHour(3, measured(1500, 58_000));
    append(
        Optional.empty(),
        new Payload.Correction(
            "gap-closed",
            "agent",
            List.of(
                new Payload.Replacement(
                    START.plusSeconds(1800),
                    POINT,
                    new IntervalReading(
                        OptionalLong.of(3000), Flag.ESTIMATED, OptionalLong.empty())))));
    quarterHour(4, measured(99_999_000 - 58_000 + 61_500, 60_500));
  }

  @Test
  void anHonestJournalIsVerifiedAndItsSumIsThatOfTheCorrectedReadings() throws IOException {
    lines.remove(lines.size() - 1);

    var result = verify("--json", "--factor", "0.5306");

    assertThat(result.exitCode).isZero();
    assertThat(result.output)
        .contains("\"ok\":true")
        .contains("\"amount\":8000,\"co2eKg\":\"4.244800000\",\"estimated\":1,\"measured\":3");
  }

  @Test
  void anAmountThatTheRegistersDoNotExplainIsNamed() throws IOException {
    var result = verify();

    assertThat(result.exitCode).isEqualTo(3);
    assertThat(result.output)
        .contains("NOT VERIFIED")
        .contains("block 7: grid/energy-import: amounts since the last register reading sum to")
        .contains("but the register went from 58000 to 60500");
  }

  @Test
  void theCheckpointMustBeSignedByTheJournalsKeyAndFitItsRoot() throws IOException {
    lines.remove(lines.size() - 1);
    var honest = JournalTip.EMPTY;
    for (String line : lines) {
      honest = honest.append(Block.parse(line), line);
    }
    var note = folder.resolve("checkpoint.txt");
    Files.writeString(note, honest.checkpoint("wuhan").signed(key));
    assertThat(verify("--checkpoint", note.toString()).exitCode).isZero();

    Files.writeString(note, tip.checkpoint("wuhan").signed(key));
    var tooLong = verify("--checkpoint", note.toString());

    assertThat(tooLong.exitCode).isEqualTo(3);
    assertThat(tooLong.output).contains("checkpoint: expected 7 blocks, found 6");
  }

  @Test
  void everyChangedByteDroppedLineAndSwappedPairIsFound() throws IOException {
    lines.remove(lines.size() - 1);
    var note = folder.resolve("checkpoint.txt");
    var honest = List.copyOf(lines);
    var honestTip = JournalTip.EMPTY;
    for (String line : honest) {
      honestTip = honestTip.append(Block.parse(line), line);
    }
    Files.writeString(note, honestTip.checkpoint("wuhan").signed(key));

    for (int i = 0; i < honest.size(); i++) {
      var changed = new ArrayList<>(honest);
      int at = honest.get(i).length() * 2 / 3;
      char other = honest.get(i).charAt(at) == '7' ? '8' : '7';
      changed.set(i, honest.get(i).substring(0, at) + other + honest.get(i).substring(at + 1));
      var dropped = new ArrayList<>(honest);
      dropped.remove(i);
      for (List<String> tampered : List.of(changed, dropped)) {
        lines = tampered;
        assertThat(verify("--checkpoint", note.toString()).exitCode).isEqualTo(3);
      }
    }
  }

  @Test
  void aHoleInTheQuarterHoursIsNamed() throws IOException {
    lines.remove(lines.size() - 1);
    tip = JournalTip.EMPTY;
    for (String line : lines) {
      tip = tip.append(Block.parse(line), line);
    }
    quarterHour(7, measured(10, 70_000));

    var result = verify();

    assertThat(result.exitCode).isEqualTo(3);
    assertThat(result.output)
        .contains("expected the quarter hour that begins at 2025-01-01T01:00:00Z");
  }

  @Test
  void anEmptyFileAndAMissingFileAreNotOk() throws IOException {
    lines = List.of();

    assertThat(verify().exitCode).isEqualTo(3);
    assertThat(Auditor.execute("verify", folder.resolve("absent.jsonl").toString())).isEqualTo(1);
    assertThat(Auditor.execute("verify")).isEqualTo(2);
    assertThat(Auditor.execute()).isEqualTo(2);
  }

  @Test
  void aForeignKeyIsNoticedByItsFingerprint() throws IOException {
    lines.remove(lines.size() - 1);

    assertThat(verify("--key", key.verificationKey().fingerprint()).exitCode).isZero();
    assertThat(verify("--key", "00".repeat(32)).output).contains("expected the key 0000");
  }

  private record Result(int exitCode, String output) {}

  private Result verify(String... options) throws IOException {
    Path journal = folder.resolve("journal.jsonl");
    Files.write(journal, lines);
    List<String> arguments = new ArrayList<>(List.of("verify", journal.toString()));
    arguments.addAll(List.of(options));
    StringWriter out = new StringWriter();
    int exitCode =
        new CommandLine(new Auditor())
            .setOut(new PrintWriter(out))
            .execute(arguments.toArray(String[]::new));
    return new Result(exitCode, out.toString());
  }

  private void quarterHour(int index, IntervalReading reading) {
    Interval interval = QuarterHours.containing(START.plusSeconds(900L * index));
    append(
        Optional.of(interval),
        new Payload.Readings(List.of(new Payload.Reading(POINT, reading)), List.of()));
  }

  private void append(Optional<Interval> interval, Payload payload) {
    Block block = new Block("wuhan", tip.sequence() + 1, START, interval, payload, tip.hash());
    String line = block.line();
    tip = tip.append(block, line);
    lines.add(line);
  }

  private static IntervalReading measured(long amount, long register) {
    return new IntervalReading(OptionalLong.of(amount), Flag.MEASURED, OptionalLong.of(register));
  }

  private static SiteDescription site() {
    var points =
        List.of(new PointDescription(Quantity.ENERGY_IMPORT, OptionalLong.of(100_000_000)));
    var grid =
        new MeterDescription(
            "grid",
            "Grid",
            Carrier.ELECTRICITY,
            MeterRole.GRID,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            points);
    return new SiteDescription(
        "wuhan",
        "Wuhan",
        ZoneId.of("Asia/Shanghai"),
        true,
        "CN",
        "central",
        List.of(grid),
        List.of());
  }
}
