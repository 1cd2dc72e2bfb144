package org.zerofactory.central.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Compares entity tags (RFC 9110, 13.1.2): weakly, since compression does not change an answer. */
final class EntityTags {

  private EntityTags() {}

  static boolean matches(@Nullable String ifNoneMatch, String tag) {
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(","))
            .map(String::strip)
            .map(each -> each.startsWith("W/") ? each.substring(2) : each)
            .anyMatch(each -> each.equals(tag) || each.equals("*"));
  }
}
