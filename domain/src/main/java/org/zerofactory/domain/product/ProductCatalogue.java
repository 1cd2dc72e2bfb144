package org.zerofactory.domain.product;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a company states about its products beyond what meters tell; a footprint needs it.
 *
 * @param companyName of the footprint's owner
 * @param companyIds URNs of the owner, at least one
 * @param standards that the company's footprints follow, as it states
 * @param characterization IPCC reports whose factors are in the emission factors, such as AR6
 * @param subdivision ISO 3166-2 code of the site, such as CN-HB; without it the country is stated
 */
public record ProductCatalogue(
    String companyName,
    List<String> companyIds,
    List<String> standards,
    List<String> characterization,
    Optional<String> subdivision,
    List<Entry> products) {

  /**
   * One product; its footprints are for one piece.
   *
   * @param id the word of the production log
   * @param ids URNs of the product, at least one
   * @param classifications URNs, may be none
   * @param massKilograms of a piece without packaging
   * @param fossilCarbonKilograms fossil carbon in a piece
   * @param exemptedPercent of the product's emissions that the footprint leaves out, as the company
   *     estimates it: the platform has no data on upstream materials
   * @param exemptedDescription what is left out and how the percentage was found
   * @param boundary the processes that the production log covers for it
   */
  public record Entry(
      String id,
      String name,
      String description,
      List<String> ids,
      List<String> classifications,
      BigDecimal massKilograms,
      BigDecimal fossilCarbonKilograms,
      BigDecimal exemptedPercent,
      String exemptedDescription,
      String boundary,
      Quality quality) {
    public Entry {
      ids = List.copyOf(ids);
      classifications = List.copyOf(classifications);
    }
  }

  /** The company's own data quality ratings, 1 (best) to 5. */
  public record Quality(BigDecimal technological, BigDecimal geographical, BigDecimal temporal) {}

  public ProductCatalogue {
    companyIds = List.copyOf(companyIds);
    standards = List.copyOf(standards);
    characterization = List.copyOf(characterization);
    products = List.copyOf(products);
  }

  public Optional<Entry> find(String product) {
    return products.stream().filter(entry -> entry.id().equals(product)).findFirst();
  }
}
