package org.zerofactory.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second agent away from a data folder; the system frees it when the program ends. */
final class InstanceLock implements AutoCloseable {

  private final FileChannel channel;

  private InstanceLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws IllegalStateException if another program holds the folder
   */
  static InstanceLock of(Path folder) {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve("lock");
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new IllegalStateException(
            folder + ": another edge agent uses this data folder; stop it, or give --data");
      }
      return new InstanceLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(
          folder + ": the data folder cannot be made or written (" + e.getMessage() + ")", e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another agent in this very process
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("freeing the data folder", e);
    }
  }
}
