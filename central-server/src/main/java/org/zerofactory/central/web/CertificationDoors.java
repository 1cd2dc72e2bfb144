package org.zerofactory.central.web;

import java.util.function.Supplier;
import org.zerofactory.domain.ledger.Person;

/**
 * What stands behind the routes of certification. Answers are JSON texts.
 *
 * @param schemes all schemes
 * @param assessment a site's year held against a scheme
 * @param offsets the register of a site's year
 * @param register takes a credit in
 * @param retire notes that a credit was retired
 * @param withdraw takes a credit back
 * @param evidence what is attached for a site's year
 * @param attach attaches a document to a criterion
 * @param detach takes a document off
 * @param claims what a site said about a year
 * @param claim takes a claim in if its words may be used
 */
public record CertificationDoors(
    Supplier<String> schemes,
    OfScheme assessment,
    OfYear offsets,
    Entered register,
    Changed retire,
    Changed withdraw,
    OfYear evidence,
    Entered attach,
    Changed detach,
    OfYear claims,
    Entered claim) {

  /** Answers about a site's year and a scheme. */
  @FunctionalInterface
  public interface OfScheme {
    String of(String site, String scheme, int year);
  }

  /** Answers about a site's year. */
  @FunctionalInterface
  public interface OfYear {
    String of(String site, int year);
  }

  /** Takes something new in, from JSON. */
  @FunctionalInterface
  public interface Entered {
    String of(String site, Person person, byte[] body);
  }

  /** Changes something, from JSON. */
  @FunctionalInterface
  public interface Changed {
    String of(String site, long id, Person person, byte[] body);
  }
}
