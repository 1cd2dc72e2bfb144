package org.zerofactory.domain.offset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SharedSerialsTest {

  @ParameterizedTest
  @CsvSource({
    // registry, block, first, last of credits; registry, first and last certificate; shared?
    "evident, IREC-CN-7, 5, 9, evident, IREC-CN-7-0009, IREC-CN-7-0012, true",
    "evident, IREC-CN-7, 5, 8, evident, IREC-CN-7-0009, IREC-CN-7-0012, false",
    "evident, IREC-CN-7, 5, 9, Evident, irec/cn/7/9, irec/cn/7/9, true",
    "evident, IREC-CN-7, 5, 9, evident, IREC-CN-8-0009, IREC-CN-8-0012, false",
    "ccer, IREC-CN-7, 5, 9, evident, IREC-CN-7-0009, IREC-CN-7-0012, false",
    "i-rec, A, 1, 1, I-REC, A1, A1, true"
  })
  void aNumberOfOneRegistryIsTheSameHoweverItIsWritten(
      String registry,
      String block,
      long first,
      long last,
      String issuer,
      String from,
      String to,
      boolean isShared) {
    SerialRange credits = new SerialRange(registry, block, first, last);

    boolean overlap =
        SharedSerials.overlap(
            credits, org.zerofactory.domain.instrument.SerialRange.of(issuer, from, to));

    assertThat(overlap).isEqualTo(isShared);
  }
}
