package org.zerofactory.central.store;

import java.time.Instant;
import java.util.Optional;
import org.zerofactory.domain.fleet.Alarm;
import org.zerofactory.domain.journal.BatchVerdict;
import org.zerofactory.domain.journal.BlockBatch;

/** What a person is told about a batch in quarantine. */
final class QuarantineAlarm {

  private QuarantineAlarm() {}

  static Alarm of(BlockBatch batch, BatchVerdict verdict, Instant now) {
    if (verdict instanceof BatchVerdict.UnknownKey unknown) {
      String subject = unknown.fingerprint().isEmpty() ? "checkpoint" : unknown.fingerprint();
      return alarm(
          batch,
          verdict,
          subject,
          "Blocks signed with a key that is not approved ("
              + subject
              + "). If it is the new agent's: zerofactory server approve-key --site "
              + batch.site()
              + " --fingerprint "
              + subject,
          "数据块由未经批准的密钥签名（" + subject + "）。若属于新的边缘设备，请运行 zerofactory server approve-key",
          now);
    }
    BatchVerdict.Fork fork = (BatchVerdict.Fork) verdict;
    return alarm(
        batch,
        verdict,
        "block-" + fork.sequence(),
        "Two histories: block "
            + fork.sequence()
            + " is held with hash "
            + fork.held().substring(0, 12)
            + " but came with "
            + fork.found().substring(0, 12)
            + ". Nothing was overwritten.",
        "出现两份不同的历史：数据块 " + fork.sequence() + " 的哈希与已存的不一致，未覆盖任何数据。",
        now);
  }

  private static Alarm alarm(
      BlockBatch batch,
      BatchVerdict verdict,
      String subject,
      String english,
      String chinese,
      Instant now) {
    return new Alarm(
        batch.site(),
        verdict.word(),
        subject,
        Alarm.Severity.CRITICAL,
        english,
        chinese,
        now,
        Optional.empty());
  }
}
