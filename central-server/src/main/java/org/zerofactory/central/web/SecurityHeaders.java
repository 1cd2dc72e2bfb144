package org.zerofactory.central.web;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zerofactory.domain.journal.Hash;

/**
 * Headers that keep a page to this server alone. Scripts come from here; the one inline script, the
 * import map, is allowed by the hash of its exact bytes (W3C CSP Level 3, 2.3.1).
 */
final class SecurityHeaders {

  private static final Pattern INLINE_SCRIPT =
      Pattern.compile("<script(?![^>]*\\bsrc=)[^>]*>(.*?)</script>", Pattern.DOTALL);

  private final Map<String, String> headers;

  private SecurityHeaders(Map<String, String> headers) {
    this.headers = headers;
  }

  /** For the packaged index page; without one no inline script is allowed at all. */
  static SecurityHeaders ofPackagedPage() {
    try (InputStream page = SecurityHeaders.class.getResourceAsStream("/web/index.html")) {
      String html = page == null ? "" : new String(page.readAllBytes(), StandardCharsets.UTF_8);
      return new SecurityHeaders(headers(html));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("web/index.html", unreadable);
    }
  }

  static Map<String, String> headers(String html) {
    StringBuilder scripts = new StringBuilder("'self'");
    Matcher inline = INLINE_SCRIPT.matcher(html);
    while (inline.find()) {
      byte[] bytes = inline.group(1).getBytes(StandardCharsets.UTF_8);
      String hash = Base64.getEncoder().encodeToString(Hash.of(bytes).bytes());
      scripts.append(" 'sha256-").append(hash).append('\'');
    }
    // style attributes: charts place their tooltips with them; style elements stay forbidden
    String policy =
        "default-src 'none'; script-src "
            + scripts
            + "; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:;"
            + " connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";
    return Map.of(
        "Content-Security-Policy", policy,
        "X-Content-Type-Options", "nosniff",
        "X-Frame-Options", "DENY",
        "Referrer-Policy", "no-referrer",
        "Cross-Origin-Opener-Policy", "same-origin",
        "Cross-Origin-Resource-Policy", "same-origin",
        "Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  }

  void add(RoutingContext context) {
    headers.forEach(context.response()::putHeader);
    context.next();
  }
}
