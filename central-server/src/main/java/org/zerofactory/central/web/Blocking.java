package org.zerofactory.central.web;

import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Runs what waits for the database on worker threads, never on the event loop. */
record Blocking(WorkerExecutor workers) {

  <T> void answer(RoutingContext context, Callable<T> work, Consumer<T> then) {
    workers
        .executeBlocking(work, false)
        .onSuccess(
            result -> {
              try {
                then.accept(result);
              } catch (RuntimeException failed) {
                context.fail(failed);
              }
            })
        .onFailure(context::fail);
  }
}
