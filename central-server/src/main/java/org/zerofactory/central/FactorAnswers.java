package org.zerofactory.central;

import java.util.List;
import java.util.Optional;
import org.zerofactory.central.report.FactorsReport;
import org.zerofactory.central.web.FactorDoors;
import org.zerofactory.domain.factor.Factor;
import org.zerofactory.rules.FactorLibrary;

/** Answers questions for factors from the library that the server has read. */
record FactorAnswers(FactorLibrary library) {

  FactorDoors doors() {
    return new FactorDoors(this::list, this::one);
  }

  private String list(FactorDoors.Query query) {
    List<Factor> found = library.all().stream().filter(factor -> fits(factor, query)).toList();
    return FactorsReport.of(found, this::origin).toString();
  }

  private Optional<String> one(String id) {
    return library
        .factor(id)
        .map(factor -> FactorsReport.of(factor, origin(id), library.fuel(id)).toString());
  }

  private Optional<FactorsReport.Origin> origin(String factorId) {
    return library.setOf(factorId).map(set -> new FactorsReport.Origin(set.id(), set.version()));
  }

  private static boolean fits(Factor factor, FactorDoors.Query query) {
    return query.region().map(region -> region.equals(factor.key().region())).orElse(true)
        && query.use().map(use -> use.equals(factor.key().use())).orElse(true)
        && query.year().map(year -> year == factor.key().dataYear()).orElse(true)
        && query.series().map(series -> series.equals(factor.series())).orElse(true);
  }
}
