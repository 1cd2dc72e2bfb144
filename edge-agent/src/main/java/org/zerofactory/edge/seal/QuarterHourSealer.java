package org.zerofactory.edge.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.JournalTip;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.IntervalReading;
import org.zerofactory.domain.metering.QuarterHours;
import org.zerofactory.domain.metering.Sample;

/**
 * Seals one quarter hour after the other. In: samples, ascending per point, and how far each source
 * is complete. Out: blocks. It reads no clock and stores nothing; for one thread.
 *
 * <p>A quarter hour is sealed when every source is complete beyond it, or when a source that lags
 * was awaited long enough: its points are then MISSING, and a correction follows when their data
 * comes.
 */
public final class QuarterHourSealer {

  /** No real site's time is earlier: a source's clock that shows it is not known yet. */
  public static final Instant CLOCK_KNOWN_FROM = Instant.parse("2000-01-01T00:00:00Z");

  private final SortedMap<String, ReadingBook> books = new TreeMap<>();
  private final SortedMap<String, StateBook> states = new TreeMap<>();
  private final EventQueue events = new EventQueue();
  private final SourceMarks marks;
  private final JournalWriter writer;
  private Payload.@Nullable Site siteToState;
  private @Nullable Instant frontier;

  /**
   * @param sources the source of every point id of the site
   * @param stated what the journal's last site block says; empty for a new journal
   * @param state what {@link #state} gave with the last stored block
   * @param tip where the stored journal stands
   * @param lastSealed the sealing time of its last block
   */
  public QuarterHourSealer(
      SealSettings settings,
      Payload.Site site,
      Map<String, String> sources,
      Optional<Payload.Site> stated,
      Optional<byte[]> state,
      JournalTip tip,
      Instant lastSealed) {
    this.siteToState = stated.filter(site::equals).isPresent() ? null : site;
    this.writer = new JournalWriter(site.description().id(), tip, lastSealed);
    Set<String> used = new LinkedHashSet<>(sources.values());
    for (SealedPoint point : SealedPoint.of(site.description(), sources)) {
      switch (point.kind()) {
        case REGISTER ->
            books.put(point.id(), new RegisterBook(point, settings.registerTolerance()));
        case GAUGE -> books.put(point.id(), new PowerBook(point, settings.powerTolerance()));
        case STATE -> states.put(point.id(), new StateBook(point));
      }
    }
    this.marks = new SourceMarks(used, settings.settle(), settings.patience());
    state.ifPresent(bytes -> this.frontier = SealerState.read(bytes, marks, books, states));
  }

  /**
   * Goes on after an interval of which only the block is known, for a journal that was fetched back
   * from the centre. A point whose register the block does not tell begins anew.
   */
  public void goOnAfter(Block interval, Instant now) {
    Instant end = interval.interval().orElseThrow().end();
    frontier = end;
    for (Payload.Reading reading : ((Payload.Readings) interval.payload()).readings()) {
      reading
          .value()
          .register()
          .ifPresent(value -> accept(new Sample(reading.point(), end, end, value, 0)));
    }
    marks.advanceAll(end, now);
  }

  /** Notes a sample; what the point cannot be is left out, and a number beyond 2^53 recorded. */
  public void accept(Sample sample) {
    ReadingBook book = books.get(sample.point());
    if (book != null) {
      ReadingBook.Acceptance acceptance = book.accept(sample);
      if (acceptance == ReadingBook.Acceptance.UNUSABLE && sample.isGood()) {
        String value = Double.toString(sample.value());
        events.add(event("overflow", sample.sourceTime(), sample.point(), "value", Json.of(value)));
      }
      return;
    }
    StateBook state = states.get(sample.point());
    if (state != null) {
      state.accept(sample);
    }
  }

  /** All samples of the source before the instant were given to {@link #accept}. */
  public void completeUntil(String source, Instant until, Instant now) {
    marks.advance(source, until, now);
  }

  /** Notes something that happened; one whose time is not known gets that of its block. */
  public void event(Payload.Event event) {
    events.add(event);
  }

  /**
   * Seals what can be sealed now. The blocks are part of the chain from here on: the caller stores
   * them before it asks again.
   *
   * @param now the site's clock
   * @param limit intervals at most in one call, 1 or more
   */
  public List<SealedBlock> seal(Instant now, int limit) {
    marks.beginAwaiting(now);
    if (!marks.heardAny() && writer.tip().sequence() == 0) {
      return List.of();
    }
    if (siteToState != null) {
      writer.append(siteToState, Optional.empty(), now);
      siteToState = null;
    }
    appendEvents(now, limit);
    findFirstInterval(now);
    for (int sealed = 0; sealed < limit && isReady(now); sealed++) {
      sealInterval(now);
    }
    appendEvents(now, limit);
    appendCorrections(now);
    return writer.take();
  }

  /** What a later start needs to go on after the blocks given so far. */
  public byte[] state() {
    return SealerState.write(frontier, marks, books, states);
  }

  public JournalTip tip() {
    return writer.tip();
  }

  /** When the newest block was sealed. */
  public Instant lastSealed() {
    return writer.lastSealed();
  }

  /** The start of the next interval to be sealed; empty before the first data. */
  public Optional<Instant> frontier() {
    return Optional.ofNullable(frontier);
  }

  /** Up to when a source's samples are part of the state; empty if it never gave any. */
  public Optional<Instant> completeUntil(String source) {
    return Optional.of(marks.completeUntil(source)).filter(until -> !until.equals(Instant.MIN));
  }

  /** The first interval is the first that any point covers fully; nothing before is invented. */
  private void findFirstInterval(Instant now) {
    if (frontier != null) {
      return;
    }
    Stream<Optional<Instant>> firsts =
        books.isEmpty()
            ? states.values().stream().map(state -> state.samples().first())
            : books.values().stream().map(ReadingBook::first);
    firsts
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .filter(earliest -> marks.areSettled(earliest, now))
        .ifPresent(earliest -> frontier = nextQuarter(earliest));
  }

  private static Instant nextQuarter(Instant instant) {
    Interval quarter = QuarterHours.containing(instant);
    return quarter.start().equals(instant) ? instant : quarter.end();
  }

  private boolean isReady(Instant now) {
    if (frontier == null) {
      return false;
    }
    Instant end = frontier.plusSeconds(QuarterHours.SECONDS);
    if (now.isBefore(end) || !marks.areSettled(end, now)) {
      return false;
    }
    for (ReadingBook book : books.values()) {
      String source = book.point().source();
      if (!book.reaches(end, marks.completeUntil(source))
          && !marks.isAwaitedNoMore(source, end, now)) {
        return false;
      }
    }
    return true;
  }

  private void sealInterval(Instant now) {
    Interval quarter = QuarterHours.startingAt(Objects.requireNonNull(frontier).getEpochSecond());
    List<Payload.Reading> readings = new ArrayList<>(books.size());
    for (ReadingBook book : books.values()) {
      boolean reached = book.reaches(quarter.end(), marks.completeUntil(book.point().source()));
      IntervalReading reading = reached ? book.reading(quarter) : IntervalReading.MISSING;
      readings.add(new Payload.Reading(book.point().id(), reading));
      if (!reached) {
        book.owed().add(quarter);
      }
      noteReset(book, quarter, reading);
    }
    writer.append(new Payload.Readings(readings, states(quarter)), Optional.of(quarter), now);
    frontier = quarter.end();
    books.values().forEach(this::forget);
    states.values().forEach(state -> state.samples().forgetBefore(quarter.end()));
  }

  private List<Payload.StateTime> states(Interval quarter) {
    List<Payload.StateTime> times = new ArrayList<>();
    for (StateBook state : states.values()) {
      if (!marks.completeUntil(state.point().source()).isBefore(quarter.end())) {
        times.addAll(state.times(quarter));
      }
    }
    times.sort(
        Comparator.comparing(Payload.StateTime::machine).thenComparing(Payload.StateTime::state));
    return times;
  }

  private void appendCorrections(Instant now) {
    CorrectionBlocks blocks = new CorrectionBlocks(writer, now);
    for (ReadingBook book : books.values()) {
      Optional<Interval> owed = book.owed().first();
      while (owed.isPresent() && isKnownNow(book, owed.get())) {
        Interval quarter = owed.get();
        IntervalReading reading = book.reading(quarter);
        if (!reading.isMissing()) {
          blocks.add(new Payload.Replacement(quarter.start(), book.point().id(), reading));
          noteReset(book, quarter, reading);
        }
        book.owed().removeFirst();
        owed = book.owed().first();
      }
      forget(book);
    }
    blocks.close();
  }

  private boolean isKnownNow(ReadingBook book, Interval quarter) {
    return book.reaches(quarter.end(), marks.completeUntil(book.point().source()));
  }

  private void appendEvents(Instant now, int limit) {
    for (int i = 0; i < limit; i++) {
      Optional<Payload.Event> event = events.poll();
      if (event.isEmpty()) {
        return;
      }
      writer.append(dated(event.get(), now), Optional.empty(), now);
    }
  }

  private static Payload.Event dated(Payload.Event event, Instant now) {
    return event.at().isBefore(CLOCK_KNOWN_FROM)
        ? new Payload.Event(event.event(), now, event.subject(), event.detail())
        : event;
  }

  private void noteReset(ReadingBook book, Interval quarter, IntervalReading reading) {
    if (reading.flag() == Flag.RESET) {
      Json register =
          reading.register().isPresent() ? Json.of(reading.register().getAsLong()) : Json.NULL;
      String point = book.point().id();
      events.add(event("register-reset", quarter.start(), point, "register", register));
    }
  }

  private void forget(ReadingBook book) {
    if (frontier != null) {
      book.forgetBefore(book.owed().first().map(Interval::start).orElse(frontier));
    }
  }

  private static Payload.Event event(
      String word, Instant at, String subject, String field, Json value) {
    return new Payload.Event(word, at, subject, Map.of(field, value));
  }
}
