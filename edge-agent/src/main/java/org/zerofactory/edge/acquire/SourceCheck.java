package org.zerofactory.edge.acquire;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.jspecify.annotations.Nullable;
import org.zerofactory.domain.metering.Quantity;
import org.zerofactory.domain.metering.Sample;
import org.zerofactory.hardware.PointConfiguration;
import org.zerofactory.hardware.SiteConfiguration;

/** Looks at every source and point of a site once, for {@code edge doctor}. */
public final class SourceCheck {

  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);
  private static final Duration STALE = Duration.ofHours(1);

  private final Path pkiFolder;
  private final InstantSource systemClock;

  public SourceCheck(Path pkiFolder, InstantSource systemClock) {
    this.pkiFolder = pkiFolder;
    this.systemClock = systemClock;
  }

  /** Connects to one source after the other; takes at most some 40 s for one that is silent. */
  public List<Finding> check(SiteConfiguration site) throws InterruptedException {
    List<Finding> findings = new ArrayList<>();
    ClientIdentity identity;
    try {
      identity = ClientIdentity.in(pkiFolder, site.id());
    } catch (AcquireException exception) {
      return List.of(Finding.fail("own certificate", exception.text(), exception.advice()));
    }
    findings.add(
        Finding.ok(
            "own certificate",
            "%s, SHA-256 %s"
                .formatted(
                    identity.applicationUri(), TrustList.fingerprint(identity.certificate()))));
    try (OpcThreads threads = new OpcThreads(1)) {
      Connector connector =
          new Connector(
              identity.applicationUri(),
              Optional.of(identity),
              new TrustList(pkiFolder),
              threads,
              systemClock);
      for (SourceSetup source : SourceSetup.allOf(site)) {
        check(source, connector, findings);
      }
    }
    return findings;
  }

  private void check(SourceSetup source, Connector connector, List<Finding> findings)
      throws InterruptedException {
    String what = "source " + source.id();
    List<Finding> warnings = new ArrayList<>();
    try (Connection connection =
        connector.open(
            source, (message, advice) -> warnings.add(Finding.warn(what, message, advice)))) {
      findings.add(Finding.ok(what, "connected to " + source.endpoint() + security(source)));
      findings.addAll(warnings);
      if (!source.secure()) {
        findings.add(
            Finding.warn(
                what,
                "read without encryption: anybody in its network can change values",
                "Use security: Basic256Sha256 where the server offers it."));
      }
      Instant serverTime = clock(source, connection, findings);
      for (Inspection.Found found : Inspection.of(connection, source.points())) {
        findings.add(point(found, serverTime));
      }
    } catch (AcquireException exception) {
      findings.add(Finding.fail(what, exception.text(), exception.advice()));
    } catch (UaException exception) {
      AcquireException explained = Explanation.of(exception, source);
      findings.add(Finding.fail(what, explained.text(), explained.advice()));
    }
  }

  private static String security(SourceSetup source) {
    return (source.secure() ? ", signed and encrypted, certificate trusted" : "")
        + source.user().map(user -> ", as user " + user.name()).orElse(", anonymously");
  }

  private Instant clock(SourceSetup source, Connection connection, List<Finding> findings)
      throws UaException {
    String what = "clock of source " + source.id();
    Instant serverTime = Confirmation.serverTime(connection, source);
    Duration offset = Duration.between(systemClock.instant(), serverTime);
    String detail =
        "%s, %.1f s from this computer's".formatted(serverTime, offset.toMillis() / 1_000.0);
    if (source.ownTime()) {
      findings.add(Finding.ok(what, serverTime + " is the site's time (clock: source)"));
    } else if (offset.abs().compareTo(CLOCK_TOLERANCE) > 0) {
      findings.add(Finding.warn(what, detail, "Set both clocks by the same time server (NTP)."));
    } else {
      findings.add(Finding.ok(what, detail));
    }
    return serverTime;
  }

  private static Finding point(Inspection.Found found, Instant serverTime) {
    PointConfiguration point = found.point();
    String what = "point " + point.id();
    if (found.fault().isPresent()) {
      return Finding.fail(what, found.fault().get().text(), found.fault().get().advice());
    }
    DataValue value = found.value();
    Instant time = HistoryReader.time(value);
    Sample sample =
        new SampleConversion(point).sample(value, time == null ? serverTime : time, serverTime);
    String detail = describe(found, sample, time, serverTime);
    if (!sample.isGood()) {
      return Finding.warn(
          what, detail, "Check the device behind node " + point.node() + ", and its cable or bus.");
    }
    if (point.quantity().kind() == Quantity.Kind.STATE
        && !point.states().containsKey((int) sample.value())) {
      return Finding.warn(
          what,
          detail + "; expected one of the codes " + point.states().keySet(),
          "Add the code to `states` in the device's template.");
    }
    if (!found.history() && !SourceSetup.isGauge(point)) {
      return Finding.warn(
          what,
          detail,
          "Let the server record this node if it can; otherwise gaps can only be estimated.");
    }
    return Finding.ok(what, detail);
  }

  private static String describe(
      Inspection.Found found, Sample sample, @Nullable Instant time, Instant serverTime) {
    DataValue value = found.value();
    Object raw = value.value() == null ? null : value.value().value();
    StatusCode status = value.statusCode() == null ? StatusCode.GOOD : value.statusCode();
    String age =
        time == null
            ? "without a time stamp"
            : "%d s old".formatted(Duration.between(time, serverTime).toSeconds());
    boolean stale = time != null && Duration.between(time, serverTime).compareTo(STALE) > 0;
    String unit = found.point().quantity().storedUnit();
    return "%s, raw %s (%s), stored %s%s, %s%s, history: %s"
        .formatted(
            Explanation.name(status),
            raw == null ? "nothing" : Inspection.shown(raw),
            raw == null ? "no type" : raw.getClass().getSimpleName(),
            Double.isNaN(sample.value()) ? "nothing" : plain(sample.value()),
            unit.isEmpty() ? "" : " " + unit,
            age,
            stale ? " (unchanged or asleep)" : "",
            found.history() ? "yes" : "no");
  }

  private static String plain(double value) {
    return value == Math.rint(value)
        ? "%.0f".formatted(value)
        : String.format(Locale.ROOT, "%.3f", value);
  }
}
