package org.zerofactory.domain.journal;

import org.zerofactory.domain.metering.SiteDescription;

/** A site's description as canonical JSON, as it stands in the journal. */
public final class SiteDescriptions {

  private SiteDescriptions() {}

  public static String write(SiteDescription description) {
    return SiteDescriptionJson.write(description).canonical();
  }

  /**
   * @throws JsonFormatException if the text is no such description; the message names the field
   */
  public static SiteDescription read(String json) {
    return SiteDescriptionJson.read(JsonFields.of("description", JsonParser.parse(json)));
  }
}
