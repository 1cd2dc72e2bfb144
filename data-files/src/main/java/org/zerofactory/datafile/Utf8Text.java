package org.zerofactory.datafile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8, with or without the byte order mark that spreadsheets put before it. */
public final class Utf8Text {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private Utf8Text() {}

  /**
   * @throws CharacterCodingException if the bytes are not UTF-8
   */
  public static String of(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
