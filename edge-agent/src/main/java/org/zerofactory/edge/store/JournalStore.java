package org.zerofactory.edge.store;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zerofactory.domain.journal.Block;
import org.zerofactory.domain.journal.BlockKind;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.JournalTip;
import org.zerofactory.domain.journal.MerkleFrontier;

/**
 * The journal's blocks with what sealing and syncing need to go on after a stop; every commit
 * survives power loss. Nothing is ever deleted. Safe for use by several threads.
 */
public final class JournalStore implements AutoCloseable {

  private static final int SCHEMA = 1;

  private final Path file;
  private final Connection connection;
  private final JournalMeta meta;
  private final String storeId;
  private JournalTip tip;

  private JournalStore(Path file, Connection connection, boolean check) throws SQLException {
    this.file = file;
    this.connection = connection;
    this.meta = new JournalMeta(connection);
    if (check) {
      String finding = Database.quickCheck(connection);
      if (!finding.equals("ok")) {
        throw new StoreException(StoreException.Cause.CORRUPT, corruptMessage(finding), null);
      }
    }
    Database.migrate(connection, file, "journal", SCHEMA);
    connection.setAutoCommit(false);
    this.storeId = meta.loadOrMakeStoreId();
    this.tip = loadTip();
    connection.commit();
  }

  /**
   * Opens or makes the journal; after an unclean stop its pages are checked first.
   *
   * @throws StoreException if the file is damaged: the journal is never made anew by itself
   */
  public static JournalStore open(Path file) {
    boolean check = Files.exists(file) && Database.wasLeftOpen(file);
    Connection connection = null;
    try {
      connection = Database.open(file, Database.Durability.FULL);
      return new JournalStore(file, connection, check);
    } catch (SQLException e) {
      close(connection);
      StoreException fault = StoreException.of(file, "opening the journal", e);
      if (fault.reason() == StoreException.Cause.CORRUPT) {
        throw new StoreException(
            fault.reason(), file + ": " + corruptAdvice(String.valueOf(e.getMessage())), e);
      }
      throw fault;
    } catch (RuntimeException e) {
      close(connection);
      throw e;
    }
  }

  /**
   * Appends blocks and what the sealer needs to go on, all or nothing.
   *
   * @param after the tip after the last block
   * @throws StoreException if nothing was stored; the journal stands where it stood
   */
  public synchronized void append(List<StoredBlock> blocks, JournalTip after, byte[] sealerState) {
    long expected = tip.sequence() + blocks.size();
    if (after.sequence() != expected) {
      throw new IllegalArgumentException(
          "tip after appending must be " + expected + ", but was " + after.sequence());
    }
    String sql = "INSERT INTO block (sequence, kind, hash, leaf, line) VALUES (?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (StoredBlock block : blocks) {
        insert.setLong(1, block.sequence());
        insert.setString(2, block.kind().word());
        insert.setBytes(3, block.hash().bytes());
        insert.setBytes(4, MerkleFrontier.leaf(block.line()).bytes());
        insert.setString(5, block.line());
        insert.addBatch();
      }
      insert.executeBatch();
      meta.put("frontier", JournalMeta.frontierBytes(after.frontier()));
      meta.put("sealer", sealerState);
      connection.commit();
      tip = after;
    } catch (SQLException e) {
      Database.rollback(connection);
      throw StoreException.of(file, "appending block " + (tip.sequence() + 1), e);
    }
  }

  public synchronized JournalTip tip() {
    return tip;
  }

  /** 128 random bits in hex, made with the file: tells a copy or a new file from the one known. */
  public String storeId() {
    return storeId;
  }

  /** What the sealer kept with the last append. */
  public synchronized Optional<byte[]> sealerState() {
    return read(() -> meta.get("sealer"));
  }

  /** Sequence up to which the centre has confirmed all blocks, 0 if none. */
  public synchronized long acknowledged() {
    return read(() -> meta.get("acknowledged"))
        .map(bytes -> ByteBuffer.wrap(bytes).getLong())
        .orElse(0L);
  }

  /**
   * Notes what the centre confirmed. Goes back only when the centre itself was restored from a
   * backup.
   */
  public synchronized void acknowledge(long sequence) {
    try {
      meta.put("acknowledged", ByteBuffer.allocate(Long.BYTES).putLong(sequence).array());
      connection.commit();
    } catch (SQLException e) {
      Database.rollback(connection);
      throw StoreException.of(file, "noting the centre's mark " + sequence, e);
    }
  }

  /** Blocks from a sequence on, in order, at most the limit. */
  public synchronized List<StoredBlock> blocks(long from, int limit) {
    String sql = "SELECT sequence, kind, hash, line FROM block WHERE sequence >= ? LIMIT ?";
    return read(
        () -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, from);
            select.setInt(2, limit);
            return blocks(select);
          }
        });
  }

  /** The newest block that states the site. */
  public synchronized Optional<StoredBlock> lastSite() {
    String sql =
        """
        SELECT sequence, kind, hash, line FROM block
        WHERE kind = 'site' ORDER BY sequence DESC LIMIT 1
        """;
    return read(
        () -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            return blocks(select).stream().findFirst();
          }
        });
  }

  /** The newest block that states an interval. */
  public synchronized Optional<StoredBlock> lastInterval() {
    String sql =
        """
        SELECT sequence, kind, hash, line FROM block
        WHERE kind = 'interval' ORDER BY sequence DESC LIMIT 1
        """;
    return read(
        () -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            return blocks(select).stream().findFirst();
          }
        });
  }

  public Optional<StoredBlock> block(long sequence) {
    return blocks(sequence, 1).stream().filter(block -> block.sequence() == sequence).findFirst();
  }

  /**
   * The tree over the first blocks.
   *
   * @param size 0 to the tip's sequence
   */
  public synchronized MerkleFrontier frontier(long size) {
    if (size == tip.sequence()) {
      return tip.frontier();
    }
    String sql = "SELECT leaf FROM block WHERE sequence <= ? ORDER BY sequence";
    return read(
        () -> {
          MerkleFrontier frontier = MerkleFrontier.EMPTY;
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, size);
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                frontier = frontier.append(Hash.ofBytes(rows.getBytes(1)));
              }
            }
          }
          return frontier;
        });
  }

  @Override
  public synchronized void close() {
    close(connection);
  }

  /** For tests of a full disk: SQLite refuses pages beyond the count as if there were no space. */
  synchronized void limitPages(long pages) {
    read(() -> Database.single(connection, "PRAGMA max_page_count = " + pages));
  }

  private static List<StoredBlock> blocks(PreparedStatement select) throws SQLException {
    List<StoredBlock> blocks = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        BlockKind kind = BlockKind.ofWord(rows.getString(2)).orElseThrow();
        Hash hash = Hash.ofBytes(rows.getBytes(3));
        blocks.add(new StoredBlock(rows.getLong(1), kind, hash, rows.getString(4)));
      }
    }
    return blocks;
  }

  /** The last block must hash to what is noted, and the tree must have one leaf a block. */
  private JournalTip loadTip() throws SQLException {
    long sequence =
        Long.parseLong(Database.single(connection, "SELECT coalesce(max(sequence), 0) FROM block"));
    if (sequence == 0) {
      return JournalTip.EMPTY;
    }
    StoredBlock last = blocks(sequence, 1).get(0);
    MerkleFrontier frontier = JournalMeta.frontier(meta.get("frontier").orElse(new byte[0]));
    if (!Block.hash(last.line()).equals(last.hash()) || frontier.size() != sequence) {
      throw new StoreException(
          StoreException.Cause.CORRUPT,
          corruptMessage("block " + sequence + " does not match its hash or the stored tree"),
          null);
    }
    return new JournalTip(sequence, last.hash(), frontier);
  }

  private String corruptMessage(String finding) {
    return file + ": " + corruptAdvice(finding);
  }

  private static String corruptAdvice(String finding) {
    return "the journal is damaged ("
        + finding
        + "). Nothing was changed. Move the file with its -wal file to another place and run"
        + " \"zerofactory edge restore --config <site.yaml>\": it fetches the journal back from"
        + " the centre";
  }

  private <T> T read(Query<T> query) {
    try {
      T result = query.run();
      connection.rollback();
      return result;
    } catch (SQLException e) {
      throw StoreException.of(file, "reading the journal", e);
    }
  }

  private static void close(@org.jspecify.annotations.Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        java.util.logging.Logger.getLogger(JournalStore.class.getName())
            .warning(() -> "closing the journal: " + e.getMessage());
      }
    }
  }

  private interface Query<T> {
    T run() throws SQLException;
  }
}
