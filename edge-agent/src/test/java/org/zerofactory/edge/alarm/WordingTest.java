package org.zerofactory.edge.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WordingTest {

  @Test
  void sentencesAreParted() {
    var what = Wording.of("source %s is away", "数据源 %s 离线", "plant");

    var whole = what.then(new Wording("Look after it.", "请检查。"));

    assertThat(whole.english()).isEqualTo("source plant is away. Look after it.");
    assertThat(whole.chinese()).isEqualTo("数据源 plant 离线。请检查。");
  }

  @Test
  void aSentenceWithItsStopGetsNoSecondAndNothingStaysNothing() {
    var what = new Wording("Done.", "完成。");

    assertThat(what.then(new Wording("Good.", "好。")).english()).isEqualTo("Done. Good.");
    assertThat(what.then(Wording.NONE)).isEqualTo(what);
    assertThat(Wording.NONE.then(what)).isEqualTo(what);
  }

  @Test
  void theOrderOfValuesMayDiffer() {
    var text = Wording.of("%s in %s", "%2$s 中的 %1$s", "key", "file");

    assertThat(text).isEqualTo(new Wording("key in file", "file 中的 key"));
  }
}
