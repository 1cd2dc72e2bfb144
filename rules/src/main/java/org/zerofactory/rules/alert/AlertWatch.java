package org.zerofactory.rules.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.metering.SiteDescription;
import org.zerofactory.domain.waste.AlarmTrack;
import org.zerofactory.domain.waste.FeatureNames;
import org.zerofactory.domain.waste.SubjectFeatures;
import org.zerofactory.domain.waste.WasteFeatures;
import org.zerofactory.domain.waste.WasteScope;
import org.zerofactory.rules.expression.Outcome;

/**
 * Applies the rules to the blocks of one site, one after the other; the same on edge and centre.
 * Whoever starts anew gives it the blocks of the {@value WasteFeatures#MEMORY_DAYS} days before, so
 * that it knows again what is usual, and ignores what it says of them.
 *
 * <p>A correction changes no alarm: what is sealed later is compared with what was known then.
 *
 * <p>Not for several threads.
 */
public final class AlertWatch {

  private record Key(String rule, String subject) {}

  private final Map<WasteScope, List<AlertRule>> rules;
  private final Map<String, List<AlertRule>> rulesByFeature = new HashMap<>();
  private final SiteAlertParameters parameters;
  private final Map<Key, AlarmTrack> tracks = new HashMap<>();
  private SiteDescription site;
  private WasteFeatures features;

  public AlertWatch(SiteDescription site, AlertRules rules, SiteAlertParameters parameters) {
    this.site = site;
    this.parameters = parameters;
    this.features = new WasteFeatures(site, parameters.options());
    this.rules =
        rules.all().stream()
            .filter(rule -> !parameters.off().contains(rule.id()))
            .collect(Collectors.groupingBy(AlertRule::scope));
    for (AlertRule rule : rules.all()) {
      for (String feature : rule.condition().names()) {
        rulesByFeature
            .computeIfAbsent(FeatureNames.usualOf(feature), name -> new ArrayList<>())
            .add(rule);
      }
    }
  }

  /** The next block of the journal. */
  public List<AlertChange> next(Block block) {
    if (block.payload() instanceof Payload.Site stated) {
      restate(stated.description());
    } else if (block.payload() instanceof Payload.Event event) {
      features.event(event);
    } else if (block.payload() instanceof Payload.Readings sealed) {
      return quarter(block.interval().orElseThrow().start(), sealed);
    }
    return List.of();
  }

  /** Rule and subject, joined by a colon, of the alarms that are open by what it has seen. */
  public Set<String> open() {
    return tracks.entrySet().stream()
        .filter(track -> track.getValue().isOpen())
        .map(track -> track.getKey().rule() + ":" + track.getKey().subject())
        .collect(Collectors.toSet());
  }

  /**
   * Sets which alarms are open, after the days that only remind it.
   *
   * @param open rule and subject joined by a colon
   */
  public void resume(Set<String> open) {
    for (AlertRule rule : rules.values().stream().flatMap(List::stream).toList()) {
      tracks.keySet().removeIf(key -> key.rule().equals(rule.id()) && !isSame(open, key));
      for (String id : open) {
        if (id.startsWith(rule.id() + ":")) {
          Key key = new Key(rule.id(), id.substring(rule.id().length() + 1));
          AlarmTrack known = tracks.get(key);
          if (known == null || !known.isOpen()) {
            tracks.put(key, new AlarmTrack(rule.raiseAfter(), rule.clearAfter(), true));
          }
        }
      }
    }
  }

  /** A track that is open and should not be is begun anew; one that is not may go on counting. */
  private boolean isSame(Set<String> open, Key key) {
    AlarmTrack track = tracks.get(key);
    return track == null || !track.isOpen() || open.contains(key.rule() + ":" + key.subject());
  }

  /** Other meters: what was usual of the old ones says nothing. */
  private void restate(SiteDescription next) {
    if (!next.equals(site)) {
      site = next;
      features = new WasteFeatures(next, parameters.options());
    }
  }

  private List<AlertChange> quarter(Instant start, Payload.Readings sealed) {
    List<AlertChange> changes = new ArrayList<>();
    for (SubjectFeatures subject : features.next(start, sealed, this::isOpen)) {
      for (AlertRule rule : rules.getOrDefault(subject.scope(), List.of())) {
        apply(rule, subject, start).ifPresent(changes::add);
      }
    }
    return changes;
  }

  /** Whether an alarm whose condition uses the feature is open for the subject. */
  private boolean isOpen(String feature, String subject) {
    for (AlertRule rule : rulesByFeature.getOrDefault(feature, List.of())) {
      AlarmTrack track = tracks.get(new Key(rule.id(), subject));
      if (track != null && track.isOpen()) {
        return true;
      }
    }
    return false;
  }

  private Optional<AlertChange> apply(AlertRule rule, SubjectFeatures subject, Instant start) {
    Map<String, Object> values = values(rule, subject);
    Outcome outcome = rule.condition().evaluate(values);
    Optional<Boolean> holds =
        outcome.isTrue()
            ? Optional.of(true)
            : outcome.isFalse() ? Optional.of(false) : Optional.empty();
    Key key = new Key(rule.id(), subject.subject());
    AlarmTrack track = tracks.get(key);
    if (track == null) {
      if (holds.isEmpty() || !holds.get()) {
        return Optional.empty(); // most subjects of most rules: nothing to remember
      }
      track = new AlarmTrack(rule.raiseAfter(), rule.clearAfter(), false);
      tracks.put(key, track);
    }
    long wasted = holds.orElse(false) ? wasted(rule, values) : 0;
    AlarmTrack.Step step = track.next(holds, start, wasted);
    return switch (step) {
      case NOTHING -> Optional.empty();
      case RAISED ->
          Optional.of(change(AlertChange.Kind.RAISED, rule, subject, track, values, start));
      case CLEARED ->
          Optional.of(change(AlertChange.Kind.CLEARED, rule, subject, track, values, start));
      case STILL_OPEN ->
          holds.orElse(false)
              ? Optional.of(change(AlertChange.Kind.UPDATED, rule, subject, track, values, start))
              : Optional.empty();
    };
  }

  /** An estimate in whole Wh, never negative; nothing where it cannot be known. */
  private static long wasted(AlertRule rule, Map<String, Object> values) {
    return rule.waste()
        .flatMap(waste -> waste.evaluate(values).number())
        .map(wattHours -> Math.max(0, Math.round(Math.rint(wattHours))))
        .orElse(0L);
  }

  private Map<String, Object> values(AlertRule rule, SubjectFeatures subject) {
    Map<String, Object> values = new HashMap<>(subject.values());
    for (String name : rule.parameters().keySet()) {
      parameters.value(rule, name).ifPresent(value -> values.put(name, value));
    }
    values.put("wh_per_kwh", 1000.0);
    values.put("quarter_h", 0.25);
    return values;
  }

  private AlertChange change(
      AlertChange.Kind kind,
      AlertRule rule,
      SubjectFeatures subject,
      AlarmTrack track,
      Map<String, Object> values,
      Instant start) {
    Map<String, Object> shown = new HashMap<>(values);
    shown.put("subject", subject.subject());
    List<AlarmTrack.Waste> wasted =
        track.wasted().stream().filter(waste -> waste.wattHours() > 0).toList();
    return new AlertChange(
        kind,
        rule.id(),
        rule.version(),
        subject.subject(),
        rule.severity(),
        start.plusSeconds(900),
        rule.text().english(shown) + ". " + rule.advice().english(shown),
        rule.text().chinese(shown) + "。" + rule.advice().chinese(shown),
        wasted);
  }
}
