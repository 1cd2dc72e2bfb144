package org.zerofactory.datafile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTest {

  private static final List<String> ROLES = List.of("grid", "pv", "load", "reference-plan", "gas");

  @ParameterizedTest
  @CsvSource({"gird, grid", "grd, grid", "lod, load", "pV, pv", "referenceplan, reference-plan"})
  void aSlipOfTheFingerIsRecognised(String written, String meant) {
    assertThat(NearestWord.proposal(written, ROLES)).isEqualTo("; did you mean \"" + meant + "\"?");
  }

  @ParameterizedTest
  @CsvSource({"x", "turbine", "''", "household"})
  void aWordThatIsNearToNoneGetsNoProposal(String written) {
    assertThat(NearestWord.proposal(written, ROLES)).isEmpty();
  }

  @Test
  void theNearerOfTwoWordsIsProposed() {
    assertThat(NearestWord.proposal("smt-10", List.of("smt-1", "smt-100", "smt-12", "smt-10x")))
        .isEqualTo("; did you mean \"smt-1\"?");
    assertThat(NearestWord.proposal("chiler-2", List.of("chiller-1", "chiller-2")))
        .isEqualTo("; did you mean \"chiller-2\"?");
  }

  @ParameterizedTest
  @CsvSource({"'', '', 0", "a, '', 1", "ab, ba, 1", "kitten, sitting, 3", "abc, abc, 0"})
  void theDistanceCountsSingleSlips(String one, String other, int distance) {
    assertThat(NearestWord.distance(one, other)).isEqualTo(distance);
    assertThat(NearestWord.distance(other, one)).isEqualTo(distance);
  }
}
