package org.zerofactory.central.web;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zerofactory.domain.ledger.EntryFaultsException;

/** The HTTP server: everything that speaks with agents, browsers and monitors. */
public final class WebServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** As many as there are readers of the database; more would only wait. */
  private static final int WORKERS = 4;

  private static final int IDLE_SECONDS = 60;
  private static final int START_SECONDS = 20;

  /** For a batch of 4 MiB at 35 kB/s. */
  private static final long UPLOAD_MILLISECONDS = 120_000;

  private static final int COMPRESSION_LEVEL = 4;

  private final Vertx vertx;
  private final HttpServer server;
  private final LiveRoutes live;

  private WebServer(Vertx vertx, HttpServer server, LiveRoutes live) {
    this.vertx = vertx;
    this.server = server;
    this.live = live;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for a free one
   * @throws PortNotFreeException if the address cannot be bound
   */
  public static WebServer start(String host, int port, Doors doors) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    WorkerExecutor workers = vertx.createSharedWorkerExecutor("web-worker", WORKERS);
    Blocking blocking = new Blocking(workers);
    LiveRoutes live = new LiveRoutes(vertx, doors, blocking);
    Router router = router(vertx, doors, blocking, live);
    HttpServerOptions options =
        new HttpServerOptions()
            .setCompressionSupported(true)
            .setCompressionLevel(COMPRESSION_LEVEL)
            .setIdleTimeout(IDLE_SECONDS)
            .setIdleTimeoutUnit(TimeUnit.SECONDS);
    HttpServer server =
        vertx.createHttpServer(options).requestHandler(request -> handle(router, request));
    try {
      server
          .listen(port, host)
          .toCompletionStage()
          .toCompletableFuture()
          .get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      vertx.close();
      throw new PortNotFreeException(host, port, failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      vertx.close();
      throw new PortNotFreeException(host, port, interrupted);
    }
    return new WebServer(vertx, server, live);
  }

  /** The routes alone, for those who compare them with the contract. */
  static Router routes(Vertx vertx, Doors doors) {
    Blocking blocking = new Blocking(vertx.createSharedWorkerExecutor("routes", 1));
    return router(vertx, doors, blocking, new LiveRoutes(vertx, doors, blocking));
  }

  private static Router router(Vertx vertx, Doors doors, Blocking blocking, LiveRoutes live) {
    Router router = Router.router(vertx);
    SecurityHeaders headers = SecurityHeaders.ofPackagedPage();
    router.route().handler(headers::add).failureHandler(WebServer::fail);
    new SyncRoutes(doors, blocking, new Uploads(vertx, Uploads.LIMIT, UPLOAD_MILLISECONDS))
        .mount(router);
    new ApiRoutes(doors, blocking).mount(router);
    Writes writes =
        new Writes(
            blocking,
            new Uploads(vertx, Writes.FORM_LIMIT, UPLOAD_MILLISECONDS),
            new Uploads(vertx, Writes.UPLOAD_LIMIT, UPLOAD_MILLISECONDS));
    new LedgerRoutes(doors, doors.ledger(), writes).mount(router);
    new CertificationRoutes(doors, doors.certification(), writes).mount(router);
    InventoryRoutes.ofSites(doors, writes).mount(router);
    InventoryRoutes.ofOrganisations(doors.organisations(), writes).mount(router);
    new FactorRoutes(doors.factors(), blocking).mount(router);
    new InstrumentRoutes(doors.instruments(), blocking, writes).mount(router);
    new ProductRoutes(doors, blocking, writes).mount(router);
    new AlarmRoutes(doors.alarms(), blocking, writes).mount(router);
    live.mount(router);
    new HealthRoutes(doors, blocking).mount(router);
    new PageRoutes(blocking).mount(router);
    return router;
  }

  /** The router itself would answer a broken path with a stack trace in the log. */
  private static void handle(Router router, HttpServerRequest request) {
    if (BROKEN_ESCAPE.matcher(String.valueOf(request.path())).find()) {
      request.response().setStatusCode(400).end();
    } else {
      router.handle(request);
    }
  }

  /** The port that it listens on. */
  public int port() {
    return server.actualPort();
  }

  /** A site has a new live picture; may be called from any thread. */
  public void changed(String site) {
    live.changed(site);
  }

  private static void fail(RoutingContext context) {
    Throwable failure = context.failure();
    if (failure instanceof Problem problem) {
      problem.send(context);
    } else if (failure instanceof EntryFaultsException faults) {
      Writes.refuse(context, faults);
    } else if (context.statusCode() == 413) {
      new Problem(413, "too-large", "expected at most " + Writes.limit(context) + " bytes")
          .send(context, "urn:zerofactory:sync:too-large", new io.vertx.core.json.JsonObject());
    } else if (failure == null) {
      new Problem(context.statusCode(), "refused", "status " + context.statusCode()).send(context);
    } else {
      LOG.error("{} {} failed", context.request().method(), context.request().path(), failure);
      new Problem(500, "internal", "the server failed; its log says why").send(context);
    }
  }

  @Override
  public void close() {
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      LOG.warn("the HTTP server did not stop cleanly", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
