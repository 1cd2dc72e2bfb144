package org.zerofactory.benchmarks.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JobShopTest {

  /** Two jobs on two machines; the first operation of job 0 may choose. */
  private static final String SHOP = "2 2 1.5\n2 2 0 5 1 4 1 1 3\n1 1 0 2\n";

  @TempDir private Path folder;

  @Test
  void choicesAreReadWithMachinesFromZero() throws IOException {
    JobShop shop = JobShop.read(file(SHOP));

    assertThat(shop.jobs().get(0).get(0).choices())
        .containsExactly(new JobShop.Choice(0, 5), new JobShop.Choice(1, 4));
    assertThat(shop.jobs().get(1)).hasSize(1);
  }

  @Test
  void machinesMayCountFromOne() throws IOException {
    JobShop shop = JobShop.read(file("1 2\n1 2 1 5 2 4\n"));

    assertThat(shop.jobs().get(0).get(0).choices())
        .containsExactly(new JobShop.Choice(0, 5), new JobShop.Choice(1, 4));
  }

  @Test
  void aWordForANumberIsRefusedWithItsPlace() throws IOException {
    Path file = file("1 2\n1 1 0 long\n");

    assertThatThrownBy(() -> JobShop.read(file))
        .hasMessageContaining("shop.txt:2: length")
        .hasMessageContaining("long");
  }

  @Test
  void aMachineThatIsNotThereIsRefusedWithItsPlace() throws IOException {
    Path file = file("1 2\n1 1 7 3\n");

    assertThatThrownBy(() -> JobShop.read(file)).hasMessageContaining("shop.txt:2: machine");
  }

  @Test
  void numbersLeftOverAreRefusedWithTheirPlace() throws IOException {
    Path file = file("1 2\n1 1 0 3 9\n");

    assertThatThrownBy(() -> JobShop.read(file)).hasMessageContaining("shop.txt:2: end");
  }

  @Test
  void aMissingJobIsRefusedWithItsPlace() throws IOException {
    Path file = file("2 2\n1 1 0 3\n");

    assertThatThrownBy(() -> JobShop.read(file)).hasMessageContaining("shop.txt:3: job");
  }

  @Test
  void aGoodPlanHasNoFaultAndItsLastEnd() throws IOException {
    JobShop shop = JobShop.read(file(SHOP));
    int[][] choices = {{1, 0}, {0}};
    int[][] starts = {{0, 4}, {0}};

    assertThat(JobShopCheck.faults(shop, choices, starts)).isEmpty();
    assertThat(JobShopCheck.makespan(shop, choices, starts)).isEqualTo(7);
  }

  @Test
  void anOperationBeforeTheOneBeforeHasEndedIsAFault() throws IOException {
    JobShop shop = JobShop.read(file(SHOP));

    assertThat(JobShopCheck.faults(shop, new int[][] {{0, 0}, {0}}, new int[][] {{0, 4}, {5}}))
        .singleElement()
        .asString()
        .contains("job 0 step 1 begins at 4 before 5");
  }

  @Test
  void twoOperationsAtOnceOnAMachineAreAFault() throws IOException {
    JobShop shop = JobShop.read(file(SHOP));

    assertThat(JobShopCheck.faults(shop, new int[][] {{0, 0}, {0}}, new int[][] {{0, 5}, {4}}))
        .singleElement()
        .asString()
        .contains("overlaps on machine 0");
  }

  @Test
  void aStartBeforeTheBeginningIsAFault() throws IOException {
    JobShop shop = JobShop.read(file(SHOP));

    assertThat(JobShopCheck.faults(shop, new int[][] {{1, 0}, {0}}, new int[][] {{-1, 4}, {0}}))
        .isNotEmpty();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("shop.txt"), text);
  }
}
