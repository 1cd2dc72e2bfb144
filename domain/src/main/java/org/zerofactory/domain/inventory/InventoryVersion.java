package org.zerofactory.domain.inventory;

import java.util.Optional;
import org.zerofactory.domain.journal.Hash;

/**
 * One inventory in its life: draft, in review, published, restated. Steps give a new record or are
 * refused; nothing here reads a clock or stores.
 *
 * @param id unique, never reused
 * @param preparedBy who made the draft or sent it to review last
 * @param reviewedBy another person, from publication on
 * @param content SHA-256 of the canonical inventory, from review on
 * @param input SHA-256 of the canonical input, from review on
 * @param restates the published inventory that it takes the place of
 * @param reason why it restates, or why a reviewer sent it back
 */
public record InventoryVersion(
    String id,
    InventoryStatus status,
    String preparedBy,
    Optional<String> reviewedBy,
    Optional<Hash> content,
    Optional<Hash> input,
    Optional<String> restates,
    Optional<String> reason) {

  /** A new draft. */
  public static InventoryVersion draft(String id, String person) {
    return new InventoryVersion(
        id,
        InventoryStatus.DRAFT,
        person,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Fixes the bytes for a reviewer.
   *
   * @throws RefusedTransitionException unless it is a draft
   */
  public InventoryVersion submitted(String person, Inventory inventory) {
    require(InventoryStatus.DRAFT, "be sent to review");
    return new InventoryVersion(
        id,
        InventoryStatus.IN_REVIEW,
        person,
        Optional.empty(),
        Optional.of(Hash.of(InventoryJson.bytes(inventory))),
        Optional.of(inventory.inputHash()),
        restates,
        reason);
  }

  /**
   * Back to draft.
   *
   * @throws RefusedTransitionException unless it is in review and there is a reason
   */
  public InventoryVersion sentBack(String why) {
    require(InventoryStatus.IN_REVIEW, "be sent back");
    requireReason(why);
    return new InventoryVersion(
        id,
        InventoryStatus.DRAFT,
        preparedBy,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        restates,
        Optional.of(why));
  }

  /**
   * For good.
   *
   * @param inventory recomputed from the same input, the same to the byte as in review
   * @throws RefusedTransitionException unless it is in review, the reviewer is another person, and
   *     nothing has changed since
   */
  public InventoryVersion published(String reviewer, Inventory inventory) {
    require(InventoryStatus.IN_REVIEW, "be published");
    if (reviewer.equals(preparedBy)) {
      throw refused("needs the review of another person than " + preparedBy);
    }
    Hash now = Hash.of(InventoryJson.bytes(inventory));
    if (!content.equals(Optional.of(now))) {
      throw refused(
          "changed since it was sent to review: expected content "
              + content.map(Hash::hex).orElse("none")
              + ", but was "
              + now.hex());
    }
    return new InventoryVersion(
        id,
        InventoryStatus.PUBLISHED,
        preparedBy,
        Optional.of(reviewer),
        content,
        input,
        restates,
        reason);
  }

  /**
   * A draft that is to take the place of this one, which stays published until the draft is.
   *
   * @throws RefusedTransitionException unless this is published, the id is new and there is a
   *     reason
   */
  public InventoryVersion restatement(String newId, String person, String why) {
    require(InventoryStatus.PUBLISHED, "be restated");
    requireReason(why);
    if (newId.equals(id)) {
      throw refused("a restatement needs an id of its own");
    }
    return new InventoryVersion(
        newId,
        InventoryStatus.DRAFT,
        person,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(id),
        Optional.of(why));
  }

  /**
   * This one, once its restatement is published.
   *
   * @throws RefusedTransitionException unless this is published and the other, published too, names
   *     it
   */
  public InventoryVersion restatedBy(InventoryVersion newer) {
    require(InventoryStatus.PUBLISHED, "be restated");
    if (newer.status != InventoryStatus.PUBLISHED || !newer.restates.equals(Optional.of(id))) {
      throw refused(
          "expected a published inventory that restates it, but " + newer.id + " does not");
    }
    return new InventoryVersion(
        id, InventoryStatus.RESTATED, preparedBy, reviewedBy, content, input, restates, reason);
  }

  /**
   * Whether its input may still change.
   *
   * @throws RefusedTransitionException unless it is a draft
   */
  public void requireChangeable() {
    require(InventoryStatus.DRAFT, "change");
  }

  private void require(InventoryStatus expected, String step) {
    if (status != expected) {
      throw refused(
          "can't " + step + ": expected " + expected.word() + ", but it is " + status.word());
    }
  }

  private void requireReason(String why) {
    if (why.isBlank()) {
      throw refused("needs a reason");
    }
  }

  private RefusedTransitionException refused(String why) {
    return new RefusedTransitionException(id, why);
  }
}
