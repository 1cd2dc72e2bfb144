package org.zerofactory.central;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zerofactory.domain.ledger.InventoryOwner;

/** Inventories of a running server, over its public interface. */
final class RemoteInventories implements InventorySource {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** A first year after the start of a server is compiled from its quarter hours. */
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static final Pattern SITE_ID = Pattern.compile("\"id\":\"([A-Za-z0-9._-]+)\"");
  private static final Pattern DETAIL = Pattern.compile("\"detail\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final URI server;

  RemoteInventories(URI server) {
    this.server = server;
  }

  @Override
  public List<String> sites() {
    Matcher ids = SITE_ID.matcher(get("/api/v1/sites"));
    List<String> sites = new ArrayList<>();
    while (ids.find()) {
      sites.add(ids.group(1));
    }
    return sites;
  }

  @Override
  public String compiled(InventoryOwner owner, Map<String, String> choices) {
    String query =
        new TreeMap<>(choices)
            .entrySet().stream()
                .map(choice -> choice.getKey() + "=" + escaped(choice.getValue()))
                .collect(Collectors.joining("&"));
    return get(path(owner) + "/inventory?" + query);
  }

  @Override
  public String kept(InventoryOwner owner, String id) {
    return get(path(owner) + "/inventories/" + escaped(id));
  }

  private static String path(InventoryOwner owner) {
    return "/api/v1/" + owner.kind().word() + "s/" + escaped(owner.id());
  }

  private String get(String path) {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() != 200) {
        Matcher detail = DETAIL.matcher(answer.body());
        throw new InventoryUnavailableException(
            CentralServer.FAILED,
            server
                + " answers "
                + answer.statusCode()
                + ": "
                + (detail.find() ? detail.group(1).replace("\\\"", "\"") : "no reason given"));
      }
      return answer.body();
    } catch (IOException notReachable) {
      throw new InventoryUnavailableException(
          CentralServer.NOT_REACHABLE,
          "no server answers at "
              + server
              + "; start one with `zerofactory server run` or `zerofactory demo`, name another"
              + " with --server, or read a database with --data");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InventoryUnavailableException(CentralServer.FAILED, "interrupted");
    }
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    // the client keeps nothing open that must be closed
  }
}
