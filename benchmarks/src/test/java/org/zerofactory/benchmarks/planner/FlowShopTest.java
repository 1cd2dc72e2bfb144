package org.zerofactory.benchmarks.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FlowShopTest {

  private static final String HEAD = "2,1,2,7,1000\n";
  private static final String POWER = "0,0,100,200\n0,1,50\n1,0,300\n1,1,40,60\n";

  @TempDir private Path folder;

  @Test
  void powerIsReadByJobAndMachine() throws IOException {
    FlowShop shop = FlowShop.read(file(HEAD + POWER + series("10", "400")));

    assertThat(shop.jobs()).isEqualTo(2);
    assertThat(shop.slots()).isEqualTo(96);
    assertThat(shop.watts()[0][0]).containsExactly(100, 200);
    assertThat(shop.watts()[1][1]).containsExactly(40, 60);
    assertThat(shop.generation()[95]).isEqualTo(10);
    assertThat(shop.intensity()[0]).isEqualTo(400);
  }

  @Test
  void anEmptyLineOrASingleZeroSkipsTheMachine() throws IOException {
    String power = "0,0,100,200\n0,1,\n1,0,0\n1,1,40,60\n";

    FlowShop shop = FlowShop.read(file(HEAD + power + series("0", "400")));

    assertThat(shop.duration(0, 1)).isZero();
    assertThat(shop.duration(1, 0)).isZero();
  }

  @Test
  void aWordForANumberIsRefusedWithItsPlace() throws IOException {
    Path file = file(HEAD + "0,0,100,many\n" + series("0", "400"));

    assertThatThrownBy(() -> FlowShop.read(file))
        .hasMessageContaining("shop.cas:2: power")
        .hasMessageContaining("many");
  }

  @Test
  void aLineOfAnotherJobIsRefusedWithItsPlace() throws IOException {
    Path file = file(HEAD + "0,0,100\n1,0,100\n" + series("0", "400"));

    assertThatThrownBy(() -> FlowShop.read(file))
        .hasMessageContaining("shop.cas:3: job and machine");
  }

  @Test
  void aSeriesThatIsTooShortIsRefusedWithItsPlace() throws IOException {
    Path file = file(HEAD + POWER + "1,2,3\n");

    assertThatThrownBy(() -> FlowShop.read(file))
        .hasMessageContaining("shop.cas:6: generation")
        .hasMessageContaining("96 numbers");
  }

  @Test
  void aFileThatEndsTooSoonIsRefusedWithItsPlace() throws IOException {
    Path file = file(HEAD + "0,0,100\n");

    assertThatThrownBy(() -> FlowShop.read(file)).hasMessageContaining("shop.cas:3");
  }

  @Test
  void aGoodPlanHasNoFaultAndItsCarbonByHand() throws IOException {
    FlowShop shop = shop();
    int[][] starts = {{0, 2}, {2, 3}};

    List<String> faults = FlowShopCheck.faults(shop, starts);

    assertThat(faults).isEmpty();
    // W above 10 W of sun: 100, 200, 350 (two machines), 40, 60
    double expected = (90 + 190 + 340 + 30 + 50) * 400 / 4.0;
    assertThat(FlowShopCheck.objective(shop, starts)).isEqualTo(expected);
  }

  @Test
  void aRunThatLeavesTheHorizonIsAFault() throws IOException {
    assertThat(FlowShopCheck.faults(shop(), new int[][] {{0, 2}, {2, 95}}))
        .singleElement()
        .asString()
        .contains("horizon");
  }

  @Test
  void aRunBeforeTheOneBeforeHasEndedIsAFault() throws IOException {
    assertThat(FlowShopCheck.faults(shop(), new int[][] {{0, 1}, {2, 3}}))
        .singleElement()
        .asString()
        .contains("job 0 begins on machine 1 before");
  }

  @Test
  void twoRunsAtOnceOnAMachineAreAFault() throws IOException {
    assertThat(FlowShopCheck.faults(shop(), new int[][] {{0, 2}, {1, 3}}))
        .singleElement()
        .asString()
        .contains("overlap on machine 0");
  }

  @Test
  void overtakingIsAFault() throws IOException {
    assertThat(FlowShopCheck.faults(shop(), new int[][] {{0, 9}, {2, 3}}))
        .singleElement()
        .asString()
        .contains("overtake");
  }

  @Test
  void jobsThatOvertakeInARoundAreAFault() throws IOException {
    String power = "0,0,9\n0,1,9\n0,2,\n1,0,\n1,1,9\n1,2,9\n2,0,9\n2,1,\n2,2,9\n"; // each skips one
    FlowShop shop = FlowShop.read(file("3,1,3,6,54\n" + power + series("0", "400")));

    List<String> oneOrder =
        FlowShopCheck.faults(shop, new int[][] {{5, 6, 0}, {0, 7, 8}, {9, 0, 10}});
    List<String> round = FlowShopCheck.faults(shop, new int[][] {{5, 6, 0}, {0, 7, 8}, {1, 0, 20}});

    assertThat(oneOrder).isEmpty();
    assertThat(round).singleElement().asString().contains("no one order");
  }

  @Test
  void thePlannerSeesTheObjectiveOfThePublishedFiles() throws IOException {
    Path file =
        Path.of(System.getProperty("shared.folder", "../../shared"))
            .resolve("data/scheduling/cas-pfsp/M1T1/CAS-PFSP-M1T1_1.cas");
    assumeTrue(Files.exists(file), "skipped: the shared data are not here");

    FlowShop shop = FlowShop.read(file);

    assertThat(shop.jobs()).isEqualTo(10);
    int slots = 0;
    for (int job = 0; job < shop.jobs(); job++) {
      slots += shop.duration(job, 0);
    }
    assertThat(slots).isEqualTo(86); // the fourth number of its first line
  }

  private FlowShop shop() throws IOException {
    return FlowShop.read(file(HEAD + POWER + series("10", "400")));
  }

  private static String series(String generation, String intensity) {
    return (generation + ",").repeat(96) + "\n" + (intensity + ",").repeat(96) + "\n";
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("shop.cas"), text);
  }
}
