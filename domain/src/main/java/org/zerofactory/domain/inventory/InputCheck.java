package org.zerofactory.domain.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zerofactory.domain.inventory.Refusal.Kind;

/** Finds all that can be refused before a factor is looked up. */
final class InputCheck {

  private final InventoryInput input;
  private final List<Refusal> refusals = new ArrayList<>();

  private InputCheck(InventoryInput input) {
    this.input = input;
  }

  static List<Refusal> of(InventoryInput input) {
    InputCheck check = new InputCheck(input);
    check.metered();
    check.subMeters();
    check.entries();
    check.covers();
    return check.refusals;
  }

  private void metered() {
    Set<List<Object>> seen = new HashSet<>();
    for (MeteredActivity metered : input.metered()) {
      String where =
          "meter "
              + metered.meter()
              + " of site "
              + metered.place().site()
              + " in "
              + metered.month();
      requireWithin(where, metered.place());
      if (!seen.add(
          List.of(
              metered.place().site(),
              metered.meter(),
              metered.month(),
              metered.category(),
              metered.flow()))) {
        refuse(Kind.DOUBLE, where, "is there twice as " + metered.flow().word());
      }
      if (metered.flow() != Flow.USED && metered.category().scope() != 2) {
        refuse(
            Kind.WRONG_USE,
            where,
            "is "
                + metered.flow().word()
                + ", which only electricity, steam, heat and cooling can be, but is "
                + metered.category().word());
      }
    }
  }

  private void subMeters() {
    Map<List<Object>, MeteredActivity> parents = new HashMap<>();
    input.metered().stream()
        .filter(metered -> metered.flow() == Flow.USED)
        .forEach(
            metered ->
                parents.put(
                    List.of(metered.place().site(), metered.meter(), metered.month()), metered));
    for (SubMeterShare share : input.subMeters()) {
      String where =
          "sub-meter "
              + share.meter()
              + " of site "
              + share.place().site()
              + " in "
              + share.month();
      requireWithin(where, share.place());
      MeteredActivity parent =
          parents.get(List.of(share.place().site(), share.parent(), share.month()));
      if (parent == null) {
        refuse(
            Kind.OUTSIDE_BOUNDARY,
            where,
            "expected a meter " + share.parent() + " with an amount in the month, found none");
      } else if (parent.amount().unit() != share.amount().unit()) {
        refuse(
            Kind.WRONG_UNIT,
            where,
            "expected an amount in "
                + parent.amount().unit().word()
                + " as its parent, but was in "
                + share.amount().unit().word());
      }
    }
  }

  private void entries() {
    Set<List<String>> seen = new HashSet<>();
    for (ActivityEntry entry : input.entries()) {
      String where = "entry " + entry.id() + " of site " + entry.site();
      requireWithin(where, Place.ofSite(entry.site()));
      if (!seen.add(List.of(entry.site(), entry.id()))) {
        refuse(Kind.DOUBLE, where, "is there twice");
      }
      if (entry.document().isEmpty()) {
        refuse(Kind.NO_DOCUMENT, where, "expected a document that shows the amount, found none");
      }
      if (entry.approvedBy().isEmpty()) {
        refuse(
            Kind.UNAPPROVED,
            where,
            "expected the approval of another person than " + entry.enteredBy() + ", found none");
      }
    }
  }

  private void covers() {
    Set<List<Object>> seen = new HashSet<>();
    for (MarketCover cover : input.covers()) {
      String where = "cover of site " + cover.site() + " in " + cover.month();
      requireWithin(where, Place.ofSite(cover.site()));
      if (!seen.add(List.of(cover.site(), cover.month()))) {
        refuse(Kind.DOUBLE, where, "is there twice");
      }
    }
  }

  private void requireWithin(String where, Place place) {
    input.boundary().fault(place).ifPresent(fault -> refuse(Kind.OUTSIDE_BOUNDARY, where, fault));
  }

  private void refuse(Kind kind, String where, String reason) {
    refusals.add(new Refusal(kind, where, reason));
  }
}
