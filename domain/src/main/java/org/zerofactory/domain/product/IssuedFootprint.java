package org.zerofactory.domain.product;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A version of a footprint as it was given out.
 *
 * @param id UUID by its content, so that the same facts give the same one
 * @param content the document without id, time and chain of versions
 * @param created whole seconds
 */
public record IssuedFootprint(String id, String content, Instant created) {

  /** A new version of a footprint. */
  public static IssuedFootprint of(
      String site, String subject, int version, String content, Instant now) {
    String name = site + "\n" + subject + "\n" + version + "\n" + content;
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return new IssuedFootprint(id.toString(), content, now.truncatedTo(ChronoUnit.SECONDS));
  }
}
