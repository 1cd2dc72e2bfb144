package org.zerofactory.simulator.opcua;

import java.util.Map;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;

/**
 * Engineering units with the identifiers of UNECE Recommendation 20: the common code's letters as
 * bytes of one number (OPC 10000-8, 5.6.3).
 */
final class Units {

  private static final String URI = "http://www.opcfoundation.org/UA/units/un/cefact";
  private static final Map<String, String> CODES =
      Map.of(
          "Wh", "WHR", "L", "LTR", "pcs", "H87", "kW", "KWT", "degC", "CEL", "W/m2", "D54", "m3/h",
          "MQH");

  private Units() {}

  static EUInformation of(String unit) {
    LocalizedText name = LocalizedText.english(unit);
    return new EUInformation(URI, identifier(CODES.getOrDefault(unit, "")), name, name);
  }

  private static int identifier(String code) {
    if (code.isEmpty()) {
      return -1;
    }
    int identifier = 0;
    for (char letter : code.toCharArray()) {
      identifier = identifier << 8 | letter;
    }
    return identifier;
  }
}
