package org.zerofactory.central;

import java.util.List;
import org.zerofactory.domain.inventory.InputReferences;
import org.zerofactory.domain.journal.Hash;
import org.zerofactory.domain.journal.JsonFields;
import org.zerofactory.domain.journal.JsonParser;

/** What a reviewed inventory rests on, read back from it. */
final class References {

  private References() {}

  /**
   * @throws org.zerofactory.domain.journal.JsonFormatException if it is no inventory's content
   */
  static InputReferences of(String content) {
    JsonFields inputs = JsonFields.of("content", JsonParser.parse(content)).object("inputs");
    List<InputReferences.Journal> journals =
        inputs.array("journals").stream()
            .map(item -> JsonFields.of("journal", item))
            .map(
                of ->
                    new InputReferences.Journal(
                        of.text("site"), of.integer("size"), Hash.ofHex(of.text("root"))))
            .toList();
    List<InputReferences.FactorSet> sets =
        inputs.array("factorSets").stream()
            .map(item -> JsonFields.of("factorSet", item))
            .map(
                of ->
                    new InputReferences.FactorSet(
                        of.text("id"), of.text("version"), Hash.ofHex(of.text("sha256"))))
            .toList();
    return new InputReferences(journals, sets);
  }
}
