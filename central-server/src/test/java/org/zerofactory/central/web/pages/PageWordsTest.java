package org.zerofactory.central.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class PageWordsTest {

  /** A key is a quoted text of lower-case words with a point between: {@code 'nav.now'}. */
  private static final Pattern KEY_IN_SCRIPT = Pattern.compile("'([a-z]+(?:[.][a-z0-9-]+)+)'");

  private static final Pattern NAME_IN_BRACES = Pattern.compile("\\{(\\w+)}");

  @Test
  void bothLanguagesHaveTheSameKeys() throws JsonProcessingException {
    var english = words("en").keySet();

    var chinese = words("zh").keySet();

    assertThat(chinese).containsExactlyElementsOf(english);
  }

  @Test
  void bothLanguagesFillTheSameNames() throws JsonProcessingException {
    var english = words("en");

    var chinese = words("zh");

    assertThat(english)
        .allSatisfy(
            (key, text) ->
                assertThat(PageFiles.found(NAME_IN_BRACES, chinese.getOrDefault(key, "")))
                    .as(key)
                    .isEqualTo(PageFiles.found(NAME_IN_BRACES, text)));
  }

  @Test
  void noTextIsEmptyAndEveryChineseTextThatIsNotAUnitIsChinese() throws JsonProcessingException {
    var english = words("en");

    var chinese = words("zh");

    assertThat(english.values()).noneMatch(String::isBlank);
    assertThat(chinese)
        .allSatisfy(
            (key, text) -> {
              if (!key.startsWith("unit.")) {
                assertThat(text).as(key).matches(Pattern.compile(".*\\p{IsHan}.*", Pattern.DOTALL));
              }
            });
  }

  @Test
  void everyKeyThatAScriptUsesExistsAndNoKeyIsLeftOver() throws JsonProcessingException {
    var used = new TreeSet<String>();

    PageFiles.own(".js")
        .forEach(file -> used.addAll(PageFiles.found(KEY_IN_SCRIPT, PageFiles.text(file))));

    assertThat(used).containsExactlyElementsOf(words("en").keySet());
  }

  private static TreeMap<String, String> words(String language) throws JsonProcessingException {
    var type = new TypeReference<Map<String, String>>() {};
    return new TreeMap<>(
        new ObjectMapper().readValue(PageFiles.text("i18n/" + language + ".json"), type));
  }
}
