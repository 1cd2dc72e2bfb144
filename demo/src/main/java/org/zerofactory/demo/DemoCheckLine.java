package org.zerofactory.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** The one line of JSON with which a checked demo ends. */
final class DemoCheckLine {

  private DemoCheckLine() {}

  static String of(DemoCheck.Result result) {
    ObjectNode line = new ObjectMapper().createObjectNode();
    line.put("ok", result.ok());
    line.put("firstPageSeconds", result.firstPageSeconds());
    line.put("yearFilledSeconds", result.yearFilledSeconds());
    line.put("blocks", result.blocks());
    line.put("savedTonnes", new BigDecimal(result.savedTonnes()));
    line.put("energySavedKwh", result.energySavedKwh());
    result.problem().ifPresent(problem -> line.put("problem", problem));
    return line.toString();
  }
}
