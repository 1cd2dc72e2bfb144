package org.zerofactory.central.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** A few connections that only read; who finds none free waits, but not for ever. */
final class Readers implements AutoCloseable {

  private static final int CONNECTIONS = 4;
  private static final int PATIENCE_SECONDS = 10;

  interface Query<T> {
    T run(Connection connection) throws SQLException;
  }

  private final BlockingQueue<Connection> free = new ArrayBlockingQueue<>(CONNECTIONS);
  private final List<Connection> all = new ArrayList<>();

  Readers(Database database) throws SQLException {
    for (int i = 0; i < CONNECTIONS; i++) {
      all.add(database.reader());
    }
    free.addAll(all);
  }

  /**
   * Runs a query.
   *
   * @throws StoreException if the database fails or no connection is free in time
   */
  <T> T read(Query<T> query) {
    Connection connection = take();
    try {
      return query.run(connection);
    } catch (SQLException failed) {
      throw new StoreException("query failed: " + failed.getMessage(), failed);
    } finally {
      free.add(connection);
    }
  }

  private Connection take() {
    try {
      Connection connection = free.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (connection == null) {
        throw new StoreException("no connection was free for " + PATIENCE_SECONDS + " s");
      }
      return connection;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted while waiting for a connection", interrupted);
    }
  }

  @Override
  public void close() {
    for (Connection connection : all) {
      try {
        connection.close();
      } catch (SQLException failed) {
        throw new StoreException("cannot close a reader: " + failed.getMessage(), failed);
      }
    }
  }
}
