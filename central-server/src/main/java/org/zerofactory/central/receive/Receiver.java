package org.zerofactory.central.receive;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.zerofactory.domain.journal.BatchVerdict;
import org.zerofactory.domain.journal.BlockBatch;
import org.zerofactory.domain.journal.JsonFormatException;

/**
 * Takes batches one after the other. Reading, judging and applying happen on one thread, so that
 * memory and the database's one writer are never shared by two; who comes while the queue is full
 * is told to come again.
 */
public final class Receiver implements AutoCloseable {

  /** Batches that wait; with the caps of a batch at most 64 MiB of bytes. */
  static final int QUEUE_LIMIT = 16;

  /** A batch takes about half a second, so a full queue has moved on by then. */
  static final long RETRY_AFTER_SECONDS = 2;

  private final BiFunction<BlockBatch, byte[], BatchVerdict> apply;
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(QUEUE_LIMIT),
          task -> new Thread(task, "journal-writer"));

  /**
   * @param apply judges a batch, given with the bytes as they came, and does what is decided
   */
  public Receiver(BiFunction<BlockBatch, byte[], BatchVerdict> apply) {
    this.apply = apply;
  }

  /**
   * Takes the body of a request.
   *
   * @param site of the address
   * @return the verdict after commit; failed if the store failed
   */
  public CompletableFuture<BatchVerdict> receive(String site, byte[] body, boolean isGzip) {
    CompletableFuture<BatchVerdict> answer = new CompletableFuture<>();
    try {
      worker.execute(
          () -> {
            try {
              answer.complete(handle(site, body, isGzip));
            } catch (RuntimeException | Error failed) {
              // also when memory ends: who sent the batch must not wait for ever
              answer.completeExceptionally(failed);
            }
          });
    } catch (RejectedExecutionException full) {
      answer.complete(new BatchVerdict.Busy(RETRY_AFTER_SECONDS));
    }
    return answer;
  }

  /** Batches that wait at this moment. */
  public int waiting() {
    return worker.getQueue().size();
  }

  private BatchVerdict handle(String site, byte[] body, boolean isGzip) {
    try {
      Optional<byte[]> inflated = BatchReader.inflate(body, isGzip);
      if (inflated.isEmpty()) {
        return new BatchVerdict.TooLarge(BatchReader.INFLATED_LIMIT);
      }
      return apply.apply(BatchReader.read(site, inflated.get()), body);
    } catch (JsonFormatException malformed) {
      return new BatchVerdict.Invalid(0, String.valueOf(malformed.getMessage()));
    }
  }

  /** Finishes the batches that wait, at most half a minute. */
  @Override
  public void close() {
    worker.shutdown();
    try {
      if (!worker.awaitTermination(30, TimeUnit.SECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      worker.shutdownNow();
    }
  }
}
