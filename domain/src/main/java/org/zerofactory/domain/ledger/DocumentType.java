package org.zerofactory.domain.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of documents that are kept, and how their bytes begin. */
public enum DocumentType {
  PDF("application/pdf", "%PDF-"),
  PNG("image/png", "\u0089PNG\r\n\u001a\n"),
  JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK\u0003\u0004"),
  CSV("text/csv", ""),
  TEXT("text/plain", "");

  private final String mediaType;
  private final byte[] start;

  DocumentType(String mediaType, String start) {
    this.mediaType = mediaType;
    this.start = start.getBytes(StandardCharsets.ISO_8859_1);
  }

  public String mediaType() {
    return mediaType;
  }

  /** All media types, for messages that say what was expected. */
  public static List<String> mediaTypes() {
    return Arrays.stream(values()).map(DocumentType::mediaType).toList();
  }

  /** The kind of a media type, parameters such as a character set left aside. */
  public static Optional<DocumentType> of(String mediaType) {
    String bare = mediaType.split(";", 2)[0].strip();
    return Arrays.stream(values())
        .filter(type -> type.mediaType.equalsIgnoreCase(bare))
        .findFirst();
  }

  /** Whether the bytes begin as this kind does; text must be UTF-8 without a zero byte. */
  public boolean fits(byte[] bytes) {
    if (start.length > 0) {
      return bytes.length > start.length
          && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf('\0') < 0;
    } catch (CharacterCodingException notText) {
      return false;
    }
  }
}
