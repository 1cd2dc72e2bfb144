package org.zerofactory.browser;

/**
 * How a page is looked at.
 *
 * @param language {@code en} or {@code zh}
 * @param theme {@code light} or {@code dark}
 * @param width of the window in pixels
 * @param zone of the browser, which must not matter
 */
record Look(String language, String theme, int width, String zone) {

  static final int DESK = 1440;
  static final int PHONE = 390;

  static final Look ENGLISH = new Look("en", "light", DESK, "Asia/Shanghai");

  Look in(String otherZone) {
    return new Look(language, theme, width, otherZone);
  }

  int height() {
    return width == PHONE ? 844 : 900;
  }
}
