package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was asked before must not outlive the rules that it was accounted by. */
final class ChangedRulesTest {

  private static final String YEAR = "/api/v1/sites/plant/years/2023";
  private static final String INVENTORY = "/api/v1/sites/plant/inventory?year=2023";
  private static final String MARCH = "/api/v1/sites/plant/products?month=2023-03";

  @TempDir Path folder;

  // 8 MWh, of which 3 MWh are covered: 5,000 x 0.6096 = 3,048 kg
  @Test
  void productsFollowTheRegister() throws IOException {
    try (HttpFixture server = server("cn-national-average")) {
      RegisterClient register = new RegisterClient(server);
      register.pushImport("2023-03-10T00:00:00Z", 32, 250_000);
      register.created("/api/v1/instruments", RegisterClient.gec("wind-march", "G001", "G010"));
      String before = server.json(MARCH).at("/total/marketKg").asText();

      register.retire("wind-march", register.allocate("wind-march", 3_000_000), "plant");

      assertThat(before).isEqualTo("4876.8");
      assertThat(server.json(YEAR).at("/totals/marketKg").asText()).isEqualTo("3048");
      assertThat(server.json(MARCH).at("/total/marketKg").asText()).isEqualTo("3048");
    }
  }

  // 8,000 kWh x 0.5306 = 4,244.8 kg; a set of the user with 0.25: 2,000 kg
  @Test
  void afterARestartWithOtherFilesAllFiguresAreThoseOfTheNewOnes() throws IOException {
    try (HttpFixture server = server("cn-national-average")) {
      new RegisterClient(server).pushImport("2023-03-10T00:00:00Z", 32, 250_000);
      assertThat(location(server)).isEqualTo("4244.8");
      assertThat(inventory(server)).isEqualTo("4244800000000");
    }
    ImportedFactor.write(folder.resolve("factors"), "own-grid", "0.25");
    try (HttpFixture server = server("own-grid")) {
      assertThat(location(server)).isEqualTo("2000");
      assertThat(inventory(server)).isEqualTo("2000000000000");
      assertThat(server.json(MARCH).at("/total/locationKg").asText()).isEqualTo("2000");
      JsonNode meters = server.json("/api/v1/sites/plant/years/2023/meters");
      assertThat(meters.isMissingNode()).isFalse();
    }
    try (HttpFixture server = server("cn-national-average")) {
      assertThat(location(server)).isEqualTo("4244.8");
      assertThat(inventory(server)).isEqualTo("4244800000000");
    }
  }

  private static String location(HttpFixture server) {
    return server.json(YEAR).at("/totals/locationKg").asText();
  }

  private static String inventory(HttpFixture server) {
    return server.json(INVENTORY).at("/content/inventory/totals/byCategoryUg/electricity").asText();
  }

  private HttpFixture server(String location) throws IOException {
    Path accounts = Files.createDirectories(folder.resolve("accounts"));
    Files.createDirectories(folder.resolve("factors"));
    Files.writeString(
        accounts.resolve("plant.accounts.yaml"),
        """
        site: plant
        factors: { location: %s, residual: cn-national-excluding-market-traded-non-fossil }
        """
            .formatted(location));
    return new HttpFixture(
        ServerOptions.in(folder.resolve("data"))
            .withAccounts(accounts)
            .withFactors(folder.resolve("factors")));
  }
}
