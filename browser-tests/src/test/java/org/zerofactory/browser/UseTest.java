package org.zerofactory.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a reader does with the pages: switch, walk through days, click, and watch. */
@ExtendWith(Scene.Provider.class)
final class UseTest {

  private static final ZoneId PLANT = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter BAND =
      DateTimeFormatter.ofPattern("'Plant time 'd MMM uuuu, HH:mm", Locale.UK);

  @Test
  void languageAndThemeAreSwitchedAndRemembered(Scene scene) {
    try (Visit visit = scene.open(Look.ENGLISH, "view=edges")) {

      visit.first(".choices a[lang=zh]").click();
      visit.waitFor("() => document.documentElement.lang === 'zh-CN'");
      visit.first(".choices a.square").click();
      visit.waitFor("() => document.documentElement.dataset.theme === 'dark'");
      visit.page().navigate(scene.demo().address() + "/?view=edges");
      visit.waitUntilDrawn();

      assertThat(visit.text(".tabs a[aria-current]")).isEqualTo("边缘");
      assertThat(visit.page().evaluate("() => document.documentElement.dataset.theme"))
          .isEqualTo("dark");
      visit.assertClean();
    }
  }

  @Test
  void daysAreWalkedBothWaysAndTheBrowsersBackButtonHolds(Scene scene) {
    try (Visit visit = scene.open(Look.ENGLISH, "view=day&date=2025-05-03")) {

      visit.first("[aria-label='Day before']").click();
      String before = visit.heading("2 May");
      visit.first("[aria-label='Day after']").click();
      String after = visit.heading("3 May");
      visit.page().goBack();
      String back = visit.heading("2 May");

      assertThat(before).isEqualTo("Fri, 2 May 2025");
      assertThat(after).isEqualTo("Sat, 3 May 2025");
      assertThat(back).isEqualTo(before);
      visit.assertClean();
    }
  }

  @Test
  void aClickOnAMonthLeadsToItsDaysAndADayToItsQuarterHours(Scene scene) {
    try (Visit visit = scene.open(Look.ENGLISH, "view=year&year=2025")) {
      var energy = visit.first("zf-chart[name=energy] .chart-box");

      energy.scrollIntoViewIfNeeded();
      BoundingBox box = energy.boundingBox();
      // May is the fifth of twelve columns; the value axis takes a little of the left
      visit.page().mouse().click(box.x + 60 + (box.width - 68) * 4.5 / 12, box.y + box.height / 2);
      visit.waitFor("() => document.querySelector('.month-figures h3').textContent === 'May'");
      visit.first(".calendar a:text-is('3')").click();
      String day = visit.heading("3 May");
      visit.waitUntilDrawn();
      visit.first("zf-chart[name=day] .chart-box").click();
      visit.first(".quarter-values").waitFor();

      assertThat(day).isEqualTo("Sat, 3 May 2025");
      assertThat(visit.text(".quarter-head h2")).matches("1[12]:\\d\\d – 1[12]:\\d\\d");
      visit.assertClean();
    }
  }

  @Test
  void liveValuesMoveWithoutAReload(Scene scene) {
    try (Visit visit = scene.open(Look.ENGLISH, "view=now")) {
      String time = visit.text(".demo-time");
      String power = visit.first(".flow .node-value").textContent().trim();

      visit.waitFor(
          "() => document.querySelector('.demo-time').innerText.trim() !== '" + time + "'");
      visit.waitFor(
          "() => document.querySelector('.flow .node-value').textContent.trim() !== '"
              + power
              + "'");

      assertThat(visit.text(".hero-sentence")).contains("%").doesNotContain("not known");
      visit.assertClean();
    }
  }

  @Test
  void aBrowserInNewYorkShowsThePlantsTime(Scene scene) {
    Look far = Look.ENGLISH.in("America/New_York");
    try (Visit now = scene.open(far, "view=now");
        Visit day = scene.open(far, "view=day&date=2025-05-03&table=day")) {

      Instant at =
          Instant.ofEpochMilli(
              scene.demo().json("/api/v1/sites/" + RunningDemo.SITE + "/now").path("at").asLong());
      LocalDateTime shown = LocalDateTime.parse(now.text(".demo-time"), BAND);

      assertThat(Duration.between(shown, LocalDateTime.ofInstant(at, PLANT)).abs())
          .isLessThan(Duration.ofMinutes(20)); // the plant's clock runs 60 times as fast
      assertThat(day.page().locator("table tbody tr").count()).isEqualTo(96);
      assertThat(day.text("table tbody th")).isEqualTo("00:00");
      // dark at midnight, sun at noon: the rows are those of the plant's day
      assertThat(day.text("table tbody tr:nth-child(1) td:nth-of-type(2)")).isEqualTo("0.0");
      assertThat(
              Double.parseDouble(
                  day.text("table tbody tr:nth-child(49) td:nth-of-type(2)").replace(",", "")))
          .isGreaterThan(1000);
      now.assertClean();
      day.assertClean();
    }
  }
}
