package org.zerofactory.edge.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.zerofactory.domain.journal.Hash;

final class SyncProtocolTest {

  // A centre that loses requests and answers, gets them twice, is restarted from a backup, and an
  // edge that is restarted with an old mark: at the end the centre has every block once, in order.
  @Property(tries = 300)
  void everyBlockArrivesOnceInOrderWhateverIsLostOrRepeated(@ForAll long seed) {
    Random random = new Random(seed);
    long newest = 1 + random.nextInt(2_000);
    Centre centre = new Centre();
    long[] storedMark = {0};
    SyncProtocol protocol = new SyncProtocol(0, SyncProtocolTest::hash, random);

    for (int round = 0; round < 400; round++) {
      if (random.nextInt(20) == 0) {
        protocol = new SyncProtocol(storedMark[0], SyncProtocolTest::hash, random);
      }
      if (random.nextInt(40) == 0) {
        centre
            .blocks
            .subList(random.nextInt(centre.blocks.size() + 1), centre.blocks.size())
            .clear();
      }
      step(protocol, centre, newest, random, 3);
      storedMark[0] = protocol.mark();
      assertThat(protocol.next(newest)).isNotInstanceOf(SyncProtocol.Stop.class);
    }
    newest++; // the next quarter hour shows an idle edge what the centre lost
    for (int round = 0; round < 3_000 && centre.blocks.size() < newest; round++) {
      step(protocol, centre, newest, random, 0);
    }

    assertThat(centre.blocks.size()).isEqualTo((int) newest);
    assertThat(centre.blocks.equals(LongStream.rangeClosed(1, newest).boxed().toList())).isTrue();
  }

  @Test
  void aMarkWithAnotherHashStopsForAPerson() {
    var protocol = protocol(0);

    protocol.answered(new Answer.Mark(5, Hash.of(new byte[] {9})), 0);

    assertThat(protocol.next(10))
        .isInstanceOfSatisfying(
            SyncProtocol.Stop.class, stop -> assertThat(stop.kind()).isEqualTo("fork"));
    assertThat(protocol.mark()).isZero();
  }

  @Test
  void aCentreThatIsAheadOfThisJournalStops() {
    var protocol =
        new SyncProtocol(0, number -> number > 7 ? Optional.empty() : hash(number), new Random(1));

    protocol.answered(new Answer.Mark(8, hash(8).orElseThrow()), 0);

    assertThat(protocol.next(7)).isInstanceOf(SyncProtocol.Stop.class);
  }

  @Test
  void theCentresWaitIsHonouredAndFailuresBackOffUpToFiveMinutes() {
    var protocol = protocol(0);
    protocol.answered(new Answer.Mark(0, Hash.ZERO), 0);

    var asked = protocol.answered(failure(Optional.of(Duration.ofMinutes(7))), 10);
    Duration longest = Duration.ZERO;
    for (int i = 0; i < 200; i++) {
      Duration wait = protocol.answered(failure(Optional.empty()), 10);
      longest = wait.compareTo(longest) > 0 ? wait : longest;
    }

    assertThat(asked).isEqualTo(Duration.ofMinutes(7));
    assertThat(longest).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(5));
  }

  @Test
  void aTooLargeBatchIsHalvedAtOnce() {
    var protocol = protocol(0);
    protocol.answered(new Answer.Mark(0, Hash.ZERO), 0);

    var wait = protocol.answered(new Answer.TooLarge(), 64);

    assertThat(wait).isZero();
    assertThat(protocol.next(1_000)).isEqualTo(new SyncProtocol.Send(1, 32));
  }

  @Test
  void aPageOfACaptivePortalIsNoConfirmation() {
    var page =
        org.zerofactory.edge.sync.Centre.answer(200, "<html>Welcome!</html>", Optional.empty());

    assertThat(page).isInstanceOf(Answer.Failure.class);
  }

  private static void step(
      SyncProtocol protocol, Centre centre, long newest, Random random, int lossOf10) {
    var step = protocol.next(newest);
    boolean requestLost = random.nextInt(10) < lossOf10;
    boolean answerLost = random.nextInt(10) < lossOf10;
    if (step instanceof SyncProtocol.Ask) {
      protocol.answered(answerLost ? failure(Optional.empty()) : centre.mark(), 0);
    } else if (step instanceof SyncProtocol.Send send) {
      long to = Math.min(newest, send.from() + send.most() - 1);
      Answer answer = requestLost ? failure(Optional.empty()) : centre.receive(send.from(), to);
      if (!requestLost && random.nextInt(10) == 0) {
        answer = centre.receive(send.from(), to);
      }
      protocol.answered(answerLost ? failure(Optional.empty()) : answer, to);
    }
  }

  private static Answer failure(Optional<Duration> retryAfter) {
    return new Answer.Failure("lost", retryAfter);
  }

  private static SyncProtocol protocol(long mark) {
    return new SyncProtocol(mark, SyncProtocolTest::hash, new Random(1));
  }

  private static Optional<Hash> hash(long sequence) {
    return Optional.of(
        sequence == 0
            ? Hash.ZERO
            : Hash.of(Long.toString(sequence).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  /** The centre as docs/formats.md, section 3 tells. */
  private static final class Centre {
    private final List<Long> blocks = new ArrayList<>();

    Answer mark() {
      return new Answer.Mark(blocks.size(), hash(blocks.size()).orElseThrow());
    }

    Answer receive(long from, long to) {
      if (to <= blocks.size()) {
        return mark();
      }
      if (from != blocks.size() + 1L) {
        return new Answer.Rewind(blocks.size() + 1L);
      }
      for (long sequence = from; sequence <= to; sequence++) {
        blocks.add(sequence);
      }
      return mark();
    }
  }
}
