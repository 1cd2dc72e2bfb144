package org.zerofactory.domain.certification;

import java.time.LocalDate;
import java.util.Set;

/**
 * What a site says about itself in public.
 *
 * @param year local year that it is about
 * @param scheme that it cites, in the words of the claim
 * @param scopes such as {@code 1}, {@code 2}, {@code 3}
 * @param method {@code location-based} or {@code market-based}
 * @param namesOffsets whether it says how much is offset
 * @param english the words
 * @param chinese the words
 * @param day of publication
 */
public record Claim(
    String site,
    int year,
    String scheme,
    Set<Integer> scopes,
    String method,
    boolean namesOffsets,
    String english,
    String chinese,
    LocalDate day) {

  public Claim {
    scopes = Set.copyOf(scopes);
  }
}
