package org.zerofactory.edge.acquire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zerofactory.hardware.DeviceConfiguration;
import org.zerofactory.hardware.DeviceTemplates;
import org.zerofactory.hardware.SiteConfiguration;
import org.zerofactory.hardware.SiteFile;

class BrowserTest {

  private static final Instant NOW = Instant.now();

  @TempDir private Path folder;

  @Test
  void everyVariableIsListedWithTypeValueAndHistory() throws Exception {
    var content =
        new TestNodes.Content()
            .recorded("meter", 5L, NOW)
            .with("meter", 5L, NOW)
            .with("power", 1.5, NOW);
    try (TestServer server = TestServer.start(content)) {
      Browser.Listing listing = browse(server.endpoint());

      assertThat(listing.complete()).isTrue();
      assertThat(listing.entries())
          .contains(
              new Browser.Entry(
                  0, "meter", "nsu=" + TestServer.URI + ";s=meter", true, "Long", "5", "", true),
              new Browser.Entry(
                  0,
                  "power",
                  "nsu=" + TestServer.URI + ";s=power",
                  true,
                  "Double",
                  "1.5",
                  "",
                  false));
    }
  }

  @Test
  void aServerThatIsNotThereIsExplained() {
    String endpoint = "opc.tcp://127.0.0.1:" + TestServer.freePort() + "/test";

    assertThatThrownBy(() -> browse(endpoint))
        .isInstanceOf(AcquireException.class)
        .hasMessageContaining(endpoint)
        .hasMessageContaining("nothing answers");
  }

  // A machine has the nodes of a plain meter and more: the fuller template wins.
  @Test
  void theProposedSiteFileIsAValidOne() throws Exception {
    Browser.Listing listing =
        new Browser.Listing(
            "opc.tcp://plc:4840",
            List.of(
                simulated("smt-1.energy-import"),
                simulated("smt-1.active-power"),
                simulated("smt-1.state"),
                simulated("smt-1.output-count"),
                simulated("office.energy-import"),
                simulated("office.active-power"),
                simulated("something.else")),
            true);

    String text =
        new SiteProposal(DeviceTemplates.packaged())
            .proposeSiteFile(listing, "Plant 7", "Basic256Sha256", Optional.of("edge"));

    Path file = Files.writeString(folder.resolve("site.yaml"), text);
    SiteConfiguration site = SiteFile.read(file, DeviceTemplates.packaged());
    assertThat(site.id()).isEqualTo("plant-7");
    assertThat(site.devices())
        .extracting(DeviceConfiguration::id, DeviceConfiguration::template)
        .containsExactlyInAnyOrder(
            tuple("smt-1", "simulator-machine"), tuple("office", "simulator-meter"));
    assertThat(text).contains("something.else");
  }

  // An unknown server's names do not tell units: a person has to look before anything counts.
  @Test
  void nodesThatFitNoTemplateComeAsLinesToCopy() {
    Browser.Listing listing =
        new Browser.Listing(
            "opc.tcp://plc:4840",
            List.of(plain("Press1.Energy"), plain("Press1.Power"), plain("Press1.Temperature")),
            true);

    String text =
        new SiteProposal(DeviceTemplates.packaged())
            .proposeSiteFile(listing, "p", "None", Optional.empty());

    assertThat(text)
        .contains("devices: []")
        .contains("#  - { id: press1, name: press1, template: generic-energy-meter")
        .contains("energy-node: \"ns=2;s=Press1.Energy\", power-node: \"ns=2;s=Press1.Power\"");
  }

  private static Browser.Entry plain(String name) {
    return new Browser.Entry(2, name, "ns=2;s=" + name, true, "Double", "1", "", false);
  }

  private static Browser.Entry simulated(String name) {
    return new Browser.Entry(
        2, name, "nsu=urn:zerofactory:plant-simulator;s=" + name, true, "Long", "1", "", true);
  }

  private Browser.Listing browse(String endpoint) throws InterruptedException {
    return new Browser(folder, InstantSource.system())
        .browse(endpoint, false, Optional.empty(), Optional.empty());
  }
}
