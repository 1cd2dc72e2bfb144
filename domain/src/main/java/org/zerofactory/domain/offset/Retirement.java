package org.zerofactory.domain.offset;

import java.time.LocalDate;

/**
 * Credits taken out of the registry for good.
 *
 * @param day on which the registry retired them
 * @param beneficiary for whom, as the registry's statement says
 * @param document SHA-256 of the registry's statement, 64 hex
 */
public record Retirement(LocalDate day, String beneficiary, String document) {

  /**
   * @throws IllegalArgumentException naming the field that is wrong
   */
  public Retirement {
    if (beneficiary.isBlank() || beneficiary.length() > 200) {
      throw new IllegalArgumentException(
          "beneficiary: expected 1 to 200 characters, found \"" + beneficiary + "\"");
    }
    if (!document.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "document: expected a SHA-256 of 64 hexadecimal digits, found \"" + document + "\"");
    }
  }
}
