package org.zerofactory.hardware;

import java.util.regex.Pattern;

/**
 * The text form of an OPC UA node id (OPC 10000-6, 5.3.1.10), with the namespace as its URI ({@code
 * nsu}) or its index ({@code ns}).
 */
final class NodeIdText {

  static final String EXPECTED =
      "a node id such as \"nsu=urn:example;s=Meter.Energy\" or \"ns=2;i=7\"";

  private static final Pattern FORM =
      Pattern.compile("(?:nsu=[^;]+;|ns=[0-9]{1,5};)?(?:i=[0-9]{1,10}|[sgb]=.+)", Pattern.DOTALL);

  private NodeIdText() {}

  static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }
}
