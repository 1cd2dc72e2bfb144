package org.zerofactory.domain.instrument;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an instrument is. */
public enum InstrumentKind {
  /** Green electricity certificate of China: one is 1,000 kWh. */
  GEC(HierarchyLevel.CERTIFICATES, true),
  /** International renewable energy certificate. */
  I_REC(HierarchyLevel.CERTIFICATES, true),
  /** Guarantee of origin of Europe. */
  GO(HierarchyLevel.CERTIFICATES, true),
  /** Power purchase agreement whose certificates come with the power. */
  PPA_WITH_CERTIFICATES(HierarchyLevel.CERTIFICATES, true),
  /** Power purchase agreement or direct line where no certificates exist. */
  PPA(HierarchyLevel.CONTRACT, false),
  /** The factor of a supplier's product. */
  SUPPLIER_FACTOR(HierarchyLevel.SUPPLIER_FACTOR, false);

  private final HierarchyLevel level;
  private final boolean hasCertificates;

  InstrumentKind(HierarchyLevel level, boolean hasCertificates) {
    this.level = level;
    this.hasCertificates = hasCertificates;
  }

  public HierarchyLevel level() {
    return level;
  }

  /** Whether a registry numbers it and must retire it before it can be claimed. */
  public boolean hasCertificates() {
    return hasCertificates;
  }

  /** The word in files, tables and requests. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<InstrumentKind> ofWord(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** All words, for messages that say what was expected. */
  public static List<String> words() {
    return Arrays.stream(values()).map(InstrumentKind::word).toList();
  }
}
