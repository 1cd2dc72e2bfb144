package org.zerofactory.domain.inventory;

import java.util.Locale;
import java.util.Optional;

/** Whose rules make the total; all are shown side by side and never mixed. */
public enum AccountingMethod {
  /** GHG Protocol and ISO 14064-1: export is never netted. */
  GHG_PROTOCOL,
  /** GB/T 32150-2015: exported power and heat are deducted. */
  GB_T_32150,
  /** China's emissions trading: GB/T 32150's form with the scheme's own electricity factor. */
  CN_ETS;

  /** The word in files, tables and requests. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<AccountingMethod> ofWord(String word) {
    for (AccountingMethod method : values()) {
      if (method.word().equals(word)) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }
}
