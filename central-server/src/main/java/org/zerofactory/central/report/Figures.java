package org.zerofactory.central.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.zerofactory.domain.account.AccountFault;
import org.zerofactory.domain.account.Completeness;
import org.zerofactory.domain.quantity.Carbon;

/** How figures are written: Wh as integers, carbon as exact decimal text in kg, times in ms. */
final class Figures {

  private Figures() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** Exact, without trailing zeros: {@code "231.14045"}. */
  static String kilograms(Carbon carbon) {
    BigDecimal kilograms = carbon.kilograms().stripTrailingZeros();
    return kilograms.signum() == 0 ? "0" : kilograms.toPlainString();
  }

  static void put(ObjectNode into, String field, Optional<Carbon> carbon) {
    carbon.ifPresentOrElse(value -> into.put(field, kilograms(value)), () -> into.putNull(field));
  }

  static void putInstant(ObjectNode into, String field, Optional<Instant> instant) {
    instant.ifPresentOrElse(
        value -> into.put(field, value.toEpochMilli()), () -> into.putNull(field));
  }

  static void putRatio(ObjectNode into, String field, Optional<BigDecimal> ratio) {
    ratio.ifPresentOrElse(value -> into.put(field, value), () -> into.putNull(field));
  }

  /** Live power is for screens: three decimals are watts. */
  static void putPower(ObjectNode into, String field, OptionalDouble kilowatts) {
    if (kilowatts.isPresent()) {
      into.put(field, Math.round(kilowatts.getAsDouble() * 1000) / 1000.0);
    } else {
      into.putNull(field);
    }
  }

  static void add(ArrayNode into, OptionalLong value) {
    if (value.isPresent()) {
      into.add(value.getAsLong());
    } else {
      into.addNull();
    }
  }

  /** Why figures are null or not whole. */
  static ArrayNode faults(List<AccountFault> faults) {
    ArrayNode json = array();
    for (AccountFault fault : faults) {
      json.addObject()
          .put("code", fault.code())
          .put("month", fault.month().toString())
          .put("detail", fault.detail());
    }
    return json;
  }

  static ObjectNode complete(Completeness complete) {
    return object()
        .put("expected", complete.expected())
        .put("measured", complete.measured())
        .put("estimated", complete.estimated())
        .put("missing", complete.missing());
  }
}
