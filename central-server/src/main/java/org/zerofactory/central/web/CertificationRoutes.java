package org.zerofactory.central.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Schemes, assessments, credits, evidence and claims (docs/formats.md, section 14). */
final class CertificationRoutes {

  private static final String SITE = "/api/v1/sites/:site";
  private static final long MOST_ID = 999_999_999_999L;

  private final Doors doors;
  private final CertificationDoors certification;
  private final Writes writes;

  CertificationRoutes(Doors doors, CertificationDoors certification, Writes writes) {
    this.doors = doors;
    this.certification = certification;
    this.writes = writes;
  }

  void mount(Router router) {
    router
        .get("/api/v1/certification/schemes")
        .handler(context -> writes.json(context, 200, () -> certification.schemes().get()));
    router.get(SITE + "/certification/:scheme").handler(this::assessment);
    router.get(SITE + "/offsets").handler(context -> ofYear(context, certification.offsets()));
    enter(router, SITE + "/offsets", certification.register());
    change(router, SITE + "/offsets/:id/retirement", certification.retire());
    change(router, SITE + "/offsets/:id/withdrawal", certification.withdraw());
    router.get(SITE + "/evidence").handler(context -> ofYear(context, certification.evidence()));
    enter(router, SITE + "/evidence", certification.attach());
    change(router, SITE + "/evidence/:id/detachment", certification.detach());
    router.get(SITE + "/claims").handler(context -> ofYear(context, certification.claims()));
    enter(router, SITE + "/claims", certification.claim());
  }

  private void assessment(RoutingContext context) {
    String site = Parameters.site(context);
    String scheme = String.valueOf(context.pathParam("scheme"));
    int year = Parameters.yearAsked(context);
    writes.json(context, 200, () -> certification.assessment().of(known(site), scheme, year));
  }

  private void ofYear(RoutingContext context, CertificationDoors.OfYear door) {
    String site = Parameters.site(context);
    int year = Parameters.yearAsked(context);
    writes.json(context, 200, () -> door.of(known(site), year));
  }

  private void enter(Router router, String path, CertificationDoors.Entered door) {
    writes
        .body(router.post(path), Writes.OBJECT_LIMIT)
        .handler(
            context -> {
              var person = Writes.person(context);
              String site = Parameters.site(context);
              byte[] body = Writes.bytes(context);
              writes.json(context, 201, () -> door.of(known(site), person, body));
            });
  }

  private void change(Router router, String path, CertificationDoors.Changed door) {
    writes
        .body(router.post(path), Writes.OBJECT_LIMIT)
        .handler(
            context -> {
              var person = Writes.person(context);
              String site = Parameters.site(context);
              long id = Parameters.number(context, "id", MOST_ID);
              byte[] body = Writes.bytes(context);
              writes.json(context, 200, () -> door.of(known(site), id, person, body));
            });
  }

  private String known(String site) {
    if (doors.site().apply(site).isEmpty()) {
      throw Problem.unknownSite(site);
    }
    return site;
  }
}
