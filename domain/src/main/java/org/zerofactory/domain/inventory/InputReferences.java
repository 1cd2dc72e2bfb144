package org.zerofactory.domain.inventory;

import java.util.Comparator;
import java.util.List;
import org.zerofactory.domain.journal.Hash;

/** What the input was read from, so that a verifier can fetch the same again. */
public record InputReferences(List<Journal> journals, List<FactorSet> factorSets) {

  /** A site's journal at a size. */
  public record Journal(String site, long size, Hash root) {}

  /**
   * A set of factors, potentials or coefficients.
   *
   * @param version of the set; a changed value is a new version
   * @param hash of the file
   */
  public record FactorSet(String id, String version, Hash hash) {}

  public InputReferences {
    journals = journals.stream().sorted(Comparator.comparing(Journal::site)).toList();
    factorSets =
        factorSets.stream()
            .sorted(Comparator.comparing(FactorSet::id).thenComparing(FactorSet::version))
            .toList();
  }
}
