package org.zerofactory.central.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.zerofactory.domain.journal.Hash;

/** The pages, from the class path's folder {@code web}; every path without an ending is index. */
final class PageRoutes {

  private static final Pattern FILE =
      Pattern.compile("(/[A-Za-z0-9_@-][A-Za-z0-9_.@-]*)+\\.[a-z0-9]+");
  private static final Pattern DEEP_LINK = Pattern.compile("/([A-Za-z0-9_-]+/?)*");

  /** All files of the pages together are about 2 MB; what is not among them is not remembered. */
  private final Map<String, PageFile> files = new ConcurrentHashMap<>();

  private final Blocking blocking;

  private record PageFile(Buffer bytes, String tag, String type) {}

  PageRoutes(Blocking blocking) {
    this.blocking = blocking;
  }

  void mount(Router router) {
    router.route("/*").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::page);
  }

  private void page(RoutingContext context) {
    String path = context.normalizedPath();
    boolean isFile = FILE.matcher(path).matches();
    boolean isForeign = path.startsWith("/api/") || path.startsWith("/sync/");
    if (isForeign || !isFile && !DEEP_LINK.matcher(path).matches()) {
      throw none(path);
    }
    String file = isFile ? path : "/index.html";
    blocking.answer(
        context,
        () -> load(file).orElseThrow(() -> none(path)),
        loaded -> send(context, loaded, path.startsWith("/vendor/")));
  }

  private static Problem none(String path) {
    return new Problem(
        404, "not-found", "expected a page or a path of the interface, found " + path);
  }

  private Optional<PageFile> load(String path) {
    PageFile known = files.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    try (InputStream stream = PageRoutes.class.getResourceAsStream("/web" + path)) {
      if (stream == null) {
        return Optional.empty();
      }
      byte[] bytes = stream.readAllBytes();
      PageFile file =
          new PageFile(Buffer.buffer(bytes), '"' + Hash.of(bytes).hex() + '"', type(path));
      files.put(path, file);
      return Optional.of(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(path, unreadable);
    }
  }

  private static String type(String path) {
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "js", "mjs" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "json", "map" -> "application/json";
      case "webmanifest" -> "application/manifest+json";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "ico" -> "image/x-icon";
      case "woff2" -> "font/woff2";
      case "txt" -> "text/plain; charset=utf-8";
      default -> "application/octet-stream";
    };
  }

  private static void send(RoutingContext context, PageFile file, boolean isVersioned) {
    HttpServerResponse response =
        context
            .response()
            .putHeader("ETag", file.tag)
            .putHeader("Content-Type", file.type)
            .putHeader(
                "Cache-Control", isVersioned ? "public, max-age=31536000, immutable" : "no-cache");
    if (EntityTags.matches(context.request().getHeader("If-None-Match"), file.tag)) {
      response.setStatusCode(304).end();
    } else if (context.request().method() == HttpMethod.HEAD) {
      response.putHeader("Content-Length", String.valueOf(file.bytes.length())).end();
    } else {
      response.end(file.bytes);
    }
  }
}
