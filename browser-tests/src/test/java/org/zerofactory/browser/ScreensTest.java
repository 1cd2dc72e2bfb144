package org.zerofactory.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every screen in both languages, both themes, on a desk and on a phone. The pictures of the desk
 * go to docs/screenshots with {@code -Dscreenshots=true}, otherwise all go to target/screenshots.
 */
@ExtendWith(Scene.Provider.class)
final class ScreensTest {

  private static final Path ROOT =
      Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();

  /** Whether pictures are made for docs/screenshots. */
  private static final boolean DOCUMENTS = Boolean.getBoolean("screenshots");

  /** Of the demo's first live day, at which its picture is worth a thousand words. */
  private static final Instant NOON = Instant.parse("2026-01-05T12:55:00+08:00");

  private static final Map<String, String> SCREENS =
      Map.of(
          "now", "view=now",
          "day", "view=day&date=2025-05-03",
          "year", "view=year&year=2025&month=2025-06",
          "edges", "view=edges");

  static Stream<Arguments> looks() {
    // the live picture comes last: by then the plant's sun is up
    return Stream.of("edges", "day", "year", "now")
        .flatMap(
            screen ->
                Stream.of("en", "zh")
                    .flatMap(
                        language ->
                            Stream.of("light", "dark")
                                .flatMap(
                                    theme ->
                                        Stream.of(Look.DESK, Look.PHONE)
                                            .map(
                                                width ->
                                                    Arguments.of(
                                                        screen, language, theme, width)))));
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @MethodSource("looks")
  void isReadableInEveryLook(String screen, String language, String theme, int width, Scene scene) {
    var look = new Look(language, theme, width, "Asia/Shanghai");
    if (DOCUMENTS && screen.equals("now")) {
      scene.demo().waitUntilPlantTime(NOON);
    }
    try (Visit visit = scene.open(look, Objects.requireNonNull(SCREENS.get(screen)))) {

      visit.screenshot(picture(screen, look));

      assertThat(visit.text("main")).doesNotContain("undefined", "NaN", "null", "{");
      assertThat(wordsMissing(visit)).as("keys without words").isEmpty();
      assertThat(visit.text(".demo")).contains(language.equals("zh") ? "演示" : "DEMO");
      assertThat(visit.sidewaysOverflow()).as("pixels of sideways scrolling").isEqualTo(0);
      assertThat(visit.violations()).isEmpty();
      visit.assertClean();
    }
  }

  /** Texts that look like a key of the word list, such as {@code year.saved}. */
  private static List<String> wordsMissing(Visit visit) {
    return visit
        .text("body")
        .lines()
        .flatMap(line -> Stream.of(line.split(" ")))
        .filter(
            word ->
                word.matches(
                    "(nav|demo|state|error|empty|chart|flow|now|machine|energy"
                        + "|emissions|quality|day|year|savings|factor|edge|alarm|advice)\\.[a-z.-]+"))
        .toList();
  }

  private static Path picture(String screen, Look look) {
    boolean documents = DOCUMENTS && look.width() == Look.DESK;
    Path folder = ROOT.resolve(documents ? "docs/screenshots" : "browser-tests/target/screenshots");
    String suffix = documents ? "" : "-" + look.width();
    return folder.resolve(
        String.join("-", screen, look.language(), look.theme()) + suffix + ".png");
  }
}
