package org.zerofactory.domain.certification;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a site says about itself in public.
 *
 * @param year local year that it is about
 * @param scheme that it cites, in the words of the claim
 * @param scopes such as {@code 1}, {@code 2}, {@code 3}
 * @param method {@code location-based} or {@code market-based}
 * @param offsets how much is offset and by what, {@code none} if nothing is; blank if not named
 * @param english the words
 * @param chinese the words
 * @param day of publication
 */
public record Claim(
    String site,
    int year,
    String scheme,
    SortedSet<Integer> scopes,
    String method,
    String offsets,
    String english,
    String chinese,
    LocalDate day) {

  public Claim {
    scopes = Collections.unmodifiableSortedSet(new TreeSet<>(scopes));
  }
}
