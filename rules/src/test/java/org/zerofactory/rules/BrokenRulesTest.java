package org.zerofactory.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.datafile.DataFolder;
import org.zerofactory.datafile.DataSource;

/** However a rule file is broken, the answer is a list of faults and never another exception. */
class BrokenRulesTest {

  private static final int ROUNDS = 600;
  private static final EmissionFactors FACTORS = EmissionFactors.packaged();
  private static final List<String> SLIPS =
      List.of(
          "", "\n", ":", "- ", "[", "}", "\"", "0", "-", "1e9", "null", "[]", "{a: b}", "13", "/",
          "x");

  @Test
  void brokenFactorFilesGiveFaults() {
    String factor = packaged("/rules/emission-factors", "mee-2023.yaml");

    int refused = breakIt(factor, source -> FactorLibrary.of(List.of(source)));

    assertThat(refused).isGreaterThan(ROUNDS / 4);
  }

  @Test
  void brokenPotentialsFuelsBlendsAndCoefficientsGiveFaults() {
    for (String name :
        List.of("ar5.yaml", "ndrc-other-industries.yaml", "blends.yaml", "2589.yaml")) {
      String set = packaged("/rules/emission-factors", name);

      int refused = breakIt(set, source -> FactorLibrary.of(List.of(source)));

      assertThat(refused).isGreaterThan(ROUNDS / 4);
    }
  }

  @Test
  void brokenAccountsGiveFaults() {
    String accounts = packaged("/rules/sites", "wuhan-demo.accounts.yaml");

    int refused = breakIt(accounts, source -> AccountsFolder.of(List.of(source), FACTORS));

    assertThat(refused).isGreaterThan(ROUNDS / 4);
  }

  static int breakIt(String text, Consumer<DataSource> reader) {
    var random = new Random(20_261_123);
    int refused = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String broken = broken(text, random);
      try {
        reader.accept(new DataSource("broken.yaml", broken));
      } catch (DataFileException expected) {
        refused++;
      } catch (RuntimeException wrong) {
        throw new AssertionError("reading\n" + broken, wrong);
      }
    }
    return refused;
  }

  private static String broken(String text, Random random) {
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + random.nextInt(8));
    return text.substring(0, at) + SLIPS.get(random.nextInt(SLIPS.size())) + text.substring(end);
  }

  private static String packaged(String folder, String ending) {
    return DataFolder.packaged(EmissionFactors.class, folder, ending).get(0).text();
  }
}
