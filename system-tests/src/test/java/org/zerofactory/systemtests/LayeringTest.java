package org.zerofactory.systemtests;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom: conventions of docs/architecture.md, held by the compiled classes. */
@AnalyzeClasses(packages = "org.zerofactory", importOptions = DoNotIncludeTests.class)
final class LayeringTest {

  private static final String DOMAIN = "org.zerofactory.domain..";
  private static final String DATA_FILES = "org.zerofactory.datafile..";
  private static final String RULES = "org.zerofactory.rules..";
  private static final String HARDWARE = "org.zerofactory.hardware..";
  private static final String SCHEDULING = "org.zerofactory.schedule..";
  private static final String SIMULATOR = "org.zerofactory.simulator..";
  private static final String FORECASTING = "org.zerofactory.forecast..";
  private static final String EDGE = "org.zerofactory.edge..";
  private static final String CENTRAL = "org.zerofactory.central..";
  private static final String AUDITOR = "org.zerofactory.auditor..";
  private static final String DEMO = "org.zerofactory.demo..";
  private static final String OURS = "org.zerofactory..";
  private static final String NULL_MARKS = "org.jspecify.annotations..";

  /** Pure calculation: no I/O, no clock, no logging, no library beyond the JDK. */
  @ArchTest
  static final ArchRule domainUsesOnlyPureParts =
      classes()
          .that()
          .resideInAPackage(DOMAIN)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      DOMAIN,
                      NULL_MARKS,
                      "java.lang..",
                      "java.math..",
                      "java.nio..",
                      "java.security..",
                      "java.text..",
                      "java.time..",
                      "java.util..")
                  .or(nameMatching("java\\.io\\.(ByteArrayOutputStream|Serializable|.*Exception)"))
                  .and(
                      not(
                          resideInAnyPackage(
                              "java.nio.file..",
                              "java.nio.channels..",
                              "java.util.logging..",
                              "java.util.concurrent.."))));

  @ArchTest
  static final ArchRule domainHasNoRandomness =
      noClasses()
          .that()
          .resideInAPackage(DOMAIN)
          .should()
          .dependOnClassesThat(
              nameMatching(
                  "java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)|"
                      + "java\\.security\\.SecureRandom"))
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(java.util.UUID.class, "randomUUID");

  @ArchTest static final ArchRule dataFilesKnowOnlyThemselves = knowsOnly(DATA_FILES);

  @ArchTest
  static final ArchRule rulesKnowDomainAndDataFiles = knowsOnly(RULES, DOMAIN, DATA_FILES);

  @ArchTest
  static final ArchRule hardwareConfigsKnowDomainAndDataFiles =
      knowsOnly(HARDWARE, DOMAIN, DATA_FILES);

  @ArchTest
  static final ArchRule simulatorKnowsDomainAndDataFiles = knowsOnly(SIMULATOR, DOMAIN, DATA_FILES);

  @ArchTest
  static final ArchRule forecastingKnowsDomainAndDataFiles =
      knowsOnly(FORECASTING, DOMAIN, DATA_FILES);

  @ArchTest
  static final ArchRule schedulingKnowsDomainAndDataFiles =
      knowsOnly(SCHEDULING, DOMAIN, DATA_FILES);

  /** The planner's door is all that others see; no solver type gets out. */
  @ArchTest
  static final ArchRule onlySchedulingSeesTheSolver =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.zerofactory.schedule")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.optaplanner..");

  @ArchTest
  static final ArchRule edgeKnowsNoOtherProgram =
      knowsOnly(EDGE, DOMAIN, DATA_FILES, HARDWARE, RULES, SCHEDULING);

  @ArchTest
  static final ArchRule centreKnowsNoOtherProgram = knowsOnly(CENTRAL, DOMAIN, DATA_FILES, RULES);

  /** A verifier shares no code path with what it verifies, beyond the domain's formulas. */
  @ArchTest static final ArchRule auditorKnowsOnlyTheDomain = knowsOnly(AUDITOR, DOMAIN);

  @ArchTest
  static final ArchRule nobodyKnowsTheDemo =
      noClasses()
          .that()
          .resideOutsideOfPackage(DEMO)
          .and()
          .resideOutsideOfPackage("org.zerofactory.benchmarks..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(DEMO)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule edgeStagesDoNotKnowEachOther =
      stagesDoNotKnowEachOther("edge", "acquire", "store", "seal", "forecast", "schedule", "sync");

  @ArchTest
  static final ArchRule centralStagesDoNotKnowEachOther =
      stagesDoNotKnowEachOther("central", "receive", "store", "account", "assess", "report", "web");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.zerofactory.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule opcUaStaysInAcquireAndSimulator =
      onlyIn("org.eclipse.milo..", "org.zerofactory.edge.acquire..", SIMULATOR);

  @ArchTest
  static final ArchRule sqlStaysInStores =
      noClasses()
          .that()
          .resideInAPackage(OURS)
          .and()
          .resideOutsideOfPackages("org.zerofactory.*.store..", "org.zerofactory.benchmarks..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.flywaydb..");

  /**
   * The centre's `web` and main own Vert.x; the edge speaks HTTP in `sync` and on its `status`
   * page.
   */
  @ArchTest
  static final ArchRule httpStaysAtTheBorders =
      noClasses()
          .that()
          .resideInAPackage(OURS)
          .and()
          .resideOutsideOfPackages(
              "org.zerofactory.central",
              "org.zerofactory.central.web..",
              "org.zerofactory.edge.status..",
              "org.zerofactory.edge.sync..",
              DEMO,
              "org.zerofactory.benchmarks..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx..", "java.net.http..", "com.sun.net.httpserver..");

  /** Packages as deep as `org.zerofactory.edge.acquire`, named after the trade. */
  @ArchTest
  static final ArchRule packagesAreFlatAndNamedAfterTheTrade =
      noClasses()
          .should()
          .resideInAnyPackage("org.zerofactory.*.*.*..")
          .orShould()
          .resideInAnyPackage(
              "..util..",
              "..common..",
              "..helper..",
              "..impl..",
              "..model..",
              "..dto..",
              "..service..");

  private static ArchRule knowsOnly(String owner, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(owner)
        .should()
        .dependOnClassesThat(
            resideInAPackage(OURS)
                .and(not(resideInAPackage(owner)))
                .and(not(resideInAnyPackage(others))));
  }

  private static ArchRule stagesDoNotKnowEachOther(String program, String... stages) {
    String alternatives = String.join("|", stages);
    return slices()
        .matching("org.zerofactory." + program + ".(" + alternatives + ")..")
        .should()
        .notDependOnEachOther();
  }

  private static ArchRule onlyIn(String library, String... allowed) {
    return noClasses()
        .that()
        .resideInAPackage(OURS)
        .and()
        .resideOutsideOfPackages(allowed)
        .and()
        .resideOutsideOfPackage("org.zerofactory.benchmarks..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}
