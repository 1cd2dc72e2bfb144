package org.zerofactory.domain.certification;

/** What people read, in English and in Chinese. */
public record Wording(String english, String chinese) {

  public Wording {
    if (english.isBlank() || chinese.isBlank()) {
      throw new IllegalArgumentException(
          "expected words in English and Chinese, found \"" + english + "\", \"" + chinese + "\"");
    }
  }
}
