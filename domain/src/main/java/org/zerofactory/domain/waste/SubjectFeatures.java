package org.zerofactory.domain.waste;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one quarter hour and the time before it say about one subject.
 *
 * @param subject id of the machine, meter, line or inverter; the site's id for the site
 * @param values by name of {@link FeatureNames}; a name that is absent is not known
 */
public record SubjectFeatures(WasteScope scope, String subject, Map<String, Object> values) {

  public SubjectFeatures {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
