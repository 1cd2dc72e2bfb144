package org.zerofactory.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages in a demo's first seconds, and when the server goes away under an open page. */
@ExtendWith(Scene.Provider.class)
final class TroubleTest {

  @Test
  void theFirstSecondsAreExplainedAndAServerThatGoesAwayIsSaid(Scene scene) throws IOException {
    try (RunningDemo fresh = RunningDemo.start()) {
      fresh.waitUntilKnown();
      try (Visit now = Visit.open(scene.browser(), fresh.address(), Look.ENGLISH, "view=now");
          Visit day = Visit.open(scene.browser(), fresh.address(), Look.ENGLISH, "view=day");
          Visit year = Visit.open(scene.browser(), fresh.address(), Look.ENGLISH, "view=year")) {

        now.first(".strip.note").waitFor();
        String early = now.text(".strip.note");
        String earlyYear = year.text(".saved-figure .figure-number");
        day.assertClean();
        year.assertClean();
        now.assertClean();
        fresh.kill();
        now.first(".strip.warning").waitFor();
        String lost = now.text(".strip.warning");

        assertThat(early).startsWith("The edge is sending the past first: data until ");
        assertThat(earlyYear).matches("[0-9.,]+");
        assertThat(day.text("main")).doesNotContain("NaN", "undefined");
        assertThat(lost).startsWith("No connection to the server: this is the picture of ");
        assertThat(now.text("main")).contains("Power by line").doesNotContain("NaN", "undefined");
      }
    }
  }
}
