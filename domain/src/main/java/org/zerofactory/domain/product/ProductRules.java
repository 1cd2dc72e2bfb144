package org.zerofactory.domain.product;

import java.util.Optional;

/**
 * What a site states about its products.
 *
 * @param catalogue empty: no footprints are given out
 */
public record ProductRules(AllocationRules allocation, Optional<ProductCatalogue> catalogue) {

  public static final ProductRules NONE = new ProductRules(AllocationRules.NONE, Optional.empty());
}
