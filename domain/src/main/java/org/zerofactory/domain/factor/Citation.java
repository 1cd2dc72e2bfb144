package org.zerofactory.domain.factor;

/**
 * Where a published value stands.
 *
 * @param published date such as {@code 2024-12} or {@code 2024-12-20}
 * @param place table, row or page
 */
public record Citation(String publisher, String document, String published, String place) {

  @Override
  public String toString() {
    return publisher + ": " + document + ", " + published + ", " + place;
  }
}
