package org.zerofactory.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zerofactory.domain.certification.Scheme;

class PackagedSchemesTest {

  private static final CertificationSchemes SCHEMES = CertificationSchemes.packaged();

  @Test
  void everyPackagedSchemeIsRead() {
    assertThat(SCHEMES.all().stream().map(Scheme::id))
        .containsExactly(
            "cesi-zero-carbon-factory-2022",
            "export-gate",
            "group-internal-example",
            "iso-14068-1",
            "miit-2026-13-six-paths",
            "t-ceca-g-0171-2022");
  }
}
