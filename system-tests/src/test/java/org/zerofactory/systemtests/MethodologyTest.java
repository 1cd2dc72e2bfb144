package org.zerofactory.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * docs/methodology.md and docs/methodology.zh.md name every calculation and the class of it.
 *
 * <p>A calculation is a public, top-level, final class (a record too) of one of the packages below
 * with a public static method {@code of} that takes at least one value of the domain or a
 * collection, and gives neither text nor JSON: what only parses words or writes figures calculates
 * nothing.
 *
 * <p>A row names its classes in its last cell, each as {@code `domain.package.Class`}.
 */
final class MethodologyTest {

  private static final String ROOT = "org.zerofactory.";
  private static final List<String> PACKAGES =
      List.of(
          "carbon",
          "inventory",
          "instrument",
          "savings",
          "product",
          "certification",
          "offset",
          "metering",
          "solar");

  private static final List<String> DOCUMENTS =
      List.of("docs/methodology.md", "docs/methodology.zh.md");

  private static final Pattern NAME = Pattern.compile("`(domain(?:\\.[a-z0-9]+)+\\.[A-Z]\\w*)`");

  private static JavaClasses domain = new ClassFileImporter().importClasses();

  @BeforeAll
  static void importTheDomain() {
    domain = new ClassFileImporter().importPackages(ROOT + "domain");
  }

  @Test
  void everyCalculationHasARowInBothLanguages() throws IOException {
    Set<String> calculations = calculations();
    Set<String> missing = new TreeSet<>();
    for (String document : DOCUMENTS) {
      Set<String> named = named(document);
      calculations.stream()
          .filter(calculation -> !named.contains(calculation))
          .forEach(calculation -> missing.add(document + ": no row names `" + calculation + "`"));
    }

    assertThat(calculations).hasSizeGreaterThan(10);
    assertThat(missing).as("rows that are missing").isEmpty();
  }

  @Test
  void everyClassOfARowExists() throws IOException {
    Set<String> unknown = new TreeSet<>();
    for (String document : DOCUMENTS) {
      named(document).stream()
          .filter(name -> !domain.contain(ROOT + name))
          .forEach(name -> unknown.add(document + ": there is no class `" + name + "`"));
    }

    assertThat(unknown).isEmpty();
  }

  @Test
  void bothLanguagesNameTheSameClasses() throws IOException {
    Set<String> english = named(DOCUMENTS.get(0));
    Set<String> chinese = named(DOCUMENTS.get(1));
    Set<String> differences = new TreeSet<>();
    english.stream()
        .filter(name -> !chinese.contains(name))
        .forEach(name -> differences.add(DOCUMENTS.get(1) + ": no row names `" + name + "`"));
    chinese.stream()
        .filter(name -> !english.contains(name))
        .forEach(name -> differences.add(DOCUMENTS.get(0) + ": no row names `" + name + "`"));

    assertThat(differences).as("rows that one language lacks").isEmpty();
  }

  private static Set<String> calculations() {
    return domain.stream()
        .filter(MethodologyTest::isOfAListedPackage)
        .filter(type -> type.isTopLevelClass() && !type.isInterface() && !type.isEnum())
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(type -> type.getModifiers().contains(JavaModifier.FINAL))
        .filter(type -> type.getMethods().stream().anyMatch(MethodologyTest::calculates))
        .map(type -> type.getName().substring(ROOT.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOfAListedPackage(JavaClass type) {
    return PACKAGES.stream()
        .anyMatch(name -> type.getPackageName().equals(ROOT + "domain." + name));
  }

  private static boolean calculates(JavaMethod method) {
    Set<JavaModifier> modifiers = method.getModifiers();
    String result = method.getRawReturnType().getName();
    return method.getName().equals("of")
        && modifiers.contains(JavaModifier.PUBLIC)
        && modifiers.contains(JavaModifier.STATIC)
        && !result.equals("java.lang.String")
        && !result.startsWith(ROOT + "domain.journal.")
        && method.getRawParameterTypes().stream()
            .map(JavaClass::getName)
            .anyMatch(name -> name.startsWith(ROOT) || name.startsWith("java.util."));
  }

  private static Set<String> named(String document) throws IOException {
    Set<String> names = new TreeSet<>();
    for (String line : Files.readAllLines(Project.root().resolve(document))) {
      String row = line.strip();
      if (row.startsWith("|") && row.endsWith("|")) {
        String withoutEnd = row.substring(0, row.length() - 1);
        Matcher matcher = NAME.matcher(withoutEnd.substring(withoutEnd.lastIndexOf('|')));
        while (matcher.find()) {
          names.add(matcher.group(1));
        }
      }
    }
    return names;
  }
}
