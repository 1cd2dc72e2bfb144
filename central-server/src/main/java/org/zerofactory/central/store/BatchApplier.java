package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.zerofactory.domain.account.BalanceSeries;
import org.zerofactory.domain.fleet.JournalChange;
import org.zerofactory.domain.journal.BatchVerdict;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.BlockBatch;
import org.zerofactory.domain.journal.Payload;
import org.zerofactory.domain.journal.SealedBlock;
import org.zerofactory.domain.metering.Interval;
import org.zerofactory.domain.metering.SiteDescription;

/** Applies one accepted batch inside the writer's transaction. */
final class BatchApplier {

  private final Connection connection;
  private final Instant now;
  private final Function<SiteDescription, Map<String, BalanceSeries>> seriesOf;

  BatchApplier(
      Connection connection,
      Instant now,
      Function<SiteDescription, Map<String, BalanceSeries>> seriesOf) {
    this.connection = connection;
    this.now = now;
    this.seriesOf = seriesOf;
  }

  void apply(BlockBatch batch, BatchVerdict.Accepted accepted) throws SQLException {
    SiteStore sites = new SiteStore(connection);
    Optional<SiteRow> before = sites.find(batch.site());
    SiteDescription description = description(batch, before);
    Map<String, BalanceSeries> series = seriesOf.apply(description);
    sites.save(batch.site(), row(batch, accepted, before, description, series), now);
    SiteRow site = sites.find(batch.site()).orElseThrow();
    BlockStore blocks = new BlockStore(connection);
    blocks.save(site.id(), batch.blocks());
    blocks.saveCheckpoint(site.id(), batch.to(), batch.checkpoint(), now);
    if (before.isPresent() && !before.get().key().equals(accepted.key())) {
      useUpApproval(batch.site(), accepted);
    }
    boolean isCutAnew =
        before.isPresent() && !before.get().description().zone().equals(description.zone());
    boolean isBalancedAnew = before.isPresent() && !before.get().series().equals(series);
    Optional<Interval> range =
        isCutAnew
            ? new Rebuild(connection).run(site) // the site's days are now cut elsewhere
            : derive(site, batch, before.map(SiteRow::description).orElse(description));
    if (isBalancedAnew && !isCutAnew) {
      new Rebuild(connection).balance(site);
    }
    sites.save(batch.site(), withRange(site, range), now);
  }

  private Optional<Interval> derive(SiteRow site, BlockBatch batch, SiteDescription before)
      throws SQLException {
    try (BlockApplier applier = new BlockApplier(connection, site, before)) {
      for (SealedBlock sealed : batch.blocks()) {
        applier.apply(sealed.block());
      }
      applier.flush();
      return applier.extended(site.dataRange());
    }
  }

  private void useUpApproval(String site, BatchVerdict.Accepted accepted) throws SQLException {
    String sql = "DELETE FROM approved_key WHERE site = ? AND fingerprint = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, site);
      statement.setString(2, accepted.key().fingerprint());
      statement.executeUpdate();
    }
  }

  private static SiteRow row(
      BlockBatch batch,
      BatchVerdict.Accepted accepted,
      Optional<SiteRow> before,
      SiteDescription description,
      Map<String, BalanceSeries> series) {
    return new SiteRow(
        before.map(SiteRow::id).orElse(0L),
        accepted.epoch(),
        accepted.key(),
        batch.store(),
        accepted.tip(),
        batch.checkpoint(),
        description,
        series,
        before.flatMap(SiteRow::dataRange));
  }

  /** The newest description: the batch's last one, or the held one. */
  private static SiteDescription description(BlockBatch batch, Optional<SiteRow> before) {
    Optional<SiteDescription> newest = before.map(SiteRow::description);
    for (SealedBlock sealed : batch.blocks()) {
      if (sealed.block().payload() instanceof Payload.Site site) {
        newest = Optional.of(site.description());
      }
    }
    return newest.orElseThrow(() -> new StoreException("a journal begins with a site block"));
  }

  /** What a batch changed, to be told after its commit. */
  static JournalChange change(BlockBatch batch, BatchVerdict.Accepted accepted) {
    Optional<Interval> touched = Optional.empty();
    for (SealedBlock sealed : batch.blocks()) {
      Block block = sealed.block();
      if (block.payload() instanceof Payload.Correction correction) {
        for (Payload.Replacement replacement : correction.readings()) {
          touched = Optional.of(span(touched, replacement.start()));
        }
      }
      if (block.interval().isPresent()) {
        touched = Optional.of(span(touched, block.interval().get().start()));
      }
      if (block.payload() instanceof Payload.Site) {
        touched = Optional.of(new Interval(Instant.EPOCH, Instant.MAX)); // anything may be new
      }
    }
    return new JournalChange(batch.site(), accepted.tip().sequence(), touched);
  }

  private static Interval span(Optional<Interval> touched, Instant start) {
    Instant end = start.plusSeconds(1);
    return touched
        .map(
            range ->
                new Interval(
                    start.isBefore(range.start()) ? start : range.start(),
                    end.isAfter(range.end()) ? end : range.end()))
        .orElseGet(() -> new Interval(start, end));
  }

  static SiteRow withSeries(SiteRow site, Map<String, BalanceSeries> series) {
    return new SiteRow(
        site.id(),
        site.epoch(),
        site.key(),
        site.agentStore(),
        site.tip(),
        site.checkpoint(),
        site.description(),
        series,
        site.dataRange());
  }

  private static SiteRow withRange(SiteRow site, Optional<Interval> range) {
    return new SiteRow(
        site.id(),
        site.epoch(),
        site.key(),
        site.agentStore(),
        site.tip(),
        site.checkpoint(),
        site.description(),
        site.series(),
        range);
  }
}
