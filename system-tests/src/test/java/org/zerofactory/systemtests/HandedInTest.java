package org.zerofactory.systemtests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/** Time, randomness and settings are handed in by a program's main package, never taken. */
@AnalyzeClasses(packages = "org.zerofactory", importOptions = DoNotIncludeTests.class)
final class HandedInTest {

  /** The packages in which programs start: the only ones that may ask the machine. */
  private static final String[] MAIN_PACKAGES = {
    "org.zerofactory.edge",
    "org.zerofactory.central",
    "org.zerofactory.simulator",
    "org.zerofactory.auditor",
    "org.zerofactory.demo",
    "org.zerofactory.benchmarks"
  };

  private static final Set<String> TIME_CLASSES =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.LocalTime",
          "java.time.OffsetDateTime",
          "java.time.Year",
          "java.time.YearMonth",
          "java.time.ZonedDateTime");

  @ArchTest
  static final ArchRule nobodyAsksTheClockExceptMain =
      noClasses()
          .that()
          .resideOutsideOfPackages(MAIN_PACKAGES)
          .should()
          .accessTargetWhere(asksTheMachineForTheTime());

  @ArchTest
  static final ArchRule nobodyReadsTheEnvironmentExceptMain =
      noClasses()
          .that()
          .resideOutsideOfPackages(MAIN_PACKAGES)
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  @ArchTest
  static final ArchRule randomnessHasASeed =
      noClasses()
          .should()
          .callConstructor(java.util.Random.class)
          .orShould()
          .callConstructor(java.util.SplittableRandom.class)
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule nobodyPrintsExceptMain =
      noClasses()
          .that()
          .resideOutsideOfPackages(MAIN_PACKAGES)
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  /** Absence is said in the type: every package is null-marked and says what it is for. */
  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses classes) {
    Set<String> unmarked = new TreeSet<>();
    for (JavaClass type : classes) {
      if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
        unmarked.add(type.getPackageName());
      }
    }
    org.assertj.core.api.Assertions.assertThat(unmarked).isEmpty();
  }

  @ArchTest
  static final ArchRule classesAreFinalUnlessMadeToBeExtended =
      ArchRuleDefinition.classes()
          .that()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .and()
          .doNotHaveModifier(JavaModifier.ABSTRACT)
          .and()
          .haveNameNotMatching(".*package-info")
          .should(beFinalOrExtended());

  private static DescribedPredicate<JavaAccess<?>> asksTheMachineForTheTime() {
    return DescribedPredicate.describe(
        "asks the machine for the time",
        access -> {
          String owner = access.getTargetOwner().getFullName();
          String name = access.getTarget().getName();
          if (name.equals("now") && TIME_CLASSES.contains(owner)) {
            return access.getTarget()
                    instanceof com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget call
                && call.getRawParameterTypes().stream()
                    .noneMatch(type -> type.isAssignableTo(java.time.Clock.class));
          }
          if (owner.equals("java.lang.System")) {
            return name.equals("currentTimeMillis");
          }
          return List.of("java.time.Clock", "java.time.InstantSource").contains(owner)
              && name.startsWith("system");
        });
  }

  private static ArchCondition<JavaClass> beFinalOrExtended() {
    return new ArchCondition<>("be final, or be extended by another class of ours") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean holds =
            type.getModifiers().contains(JavaModifier.FINAL) || !type.getSubclasses().isEmpty();
        events.add(
            new SimpleConditionEvent(
                type, holds, type.getName() + " is neither final nor extended"));
      }
    };
  }
}
