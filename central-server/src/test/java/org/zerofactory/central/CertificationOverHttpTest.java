package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zerofactory.central.web.OpenApi;
import org.zerofactory.domain.metering.Flag;
import org.zerofactory.domain.metering.IntervalReading;

/** From sealed blocks, documents and people's words to an assessment. */
final class CertificationOverHttpTest {

  private static final OpenApi CONTRACT = OpenApi.packaged();
  private static final String OFFSETS = Office.SITE + "/offsets";
  private static final String EVIDENCE = Office.SITE + "/evidence";
  private static final String CLAIMS = Office.SITE + "/claims";
  private static final String SERIALS_1_TO_50 = credit("VCU-9", 1, 50, 50_000);

  @TempDir Path folder;
  private HttpFixture server;
  private Office office;

  @BeforeEach
  void start() {
    server = new HttpFixture(folder);
    office = new Office(server);
    Instant start = Instant.parse("2024-12-31T16:00:00Z");
    JournalBuilder journal = JournalBuilder.of(TestSites.site("plant", "Asia/Shanghai"));
    // two days: 1,000 Wh in and 500 Wh of sun each quarter hour, the last one estimated
    for (int i = 0; i < 192; i++) {
      journal.quarter(start.plusSeconds(900L * i), readings(i == 191), List.of());
    }
    server.pushAll("plant", journal);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everySchemeIsListedWithHowFarItWasChecked() {
    JsonNode schemes = server.json("/api/v1/certification/schemes");

    assertThat(CONTRACT.faults("Schemes", schemes)).isEmpty();
    assertThat(schemes.path("schemes").findValuesAsText("id"))
        .contains("export-gate", "iso-14068-1", "t-ceca-g-0171-2022");
  }

  // load 192 x 1,500 Wh = 288,000 Wh; self-use 96,000 Wh; renewable lacks 192,000 Wh
  @Test
  void anAssessmentStandsOnTheMeteredYear() {
    JsonNode assessment = assessment("t-ceca-g-0171-2022");

    JsonNode renewable = criterion(assessment, "renewable-electricity");
    assertThat(renewable.path("status").asText()).isEqualTo("not-met");
    assertThat(renewable.path("distance").path("number").asText()).isEqualTo("192000");
    assertThat(renewable.path("distance").path("unit").asText()).isEqualTo("Wh");
    assertThat(criterion(assessment, "type-1-inventory").path("status").asText())
        .isEqualTo("unknown");
    assertThat(assessment.path("level").path("id").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "export-gate",
    "iso-14068-1",
    "cesi-zero-carbon-factory-2022",
    "miit-2026-13-six-paths",
    "group-internal-example"
  })
  void everySchemesAssessmentHoldsTheContract(String scheme) {
    JsonNode assessment = assessment(scheme);

    assertThat(CONTRACT.faults("Assessment", assessment)).isEmpty();
    assertThat(assessment.path("actions")).isNotEmpty();
  }

  // one of 192 quarter hours of 1,500 Wh
  @Test
  void whatIsEstimatedIsCountedInWattHours() {
    JsonNode estimated = criterion(assessment("export-gate"), "l-estimated");

    assertThat(estimated.path("status").asText()).isEqualTo("met");
    assertThat(estimated.path("value").path("number").asText()).isEqualTo("1500");
  }

  @Test
  void attachedEvidenceMeetsItsCriterionUntilItIsTakenOff() {
    String document = office.document("ISO 50001 certificate");

    JsonNode item = office.did("wang.li", EVIDENCE, evidence(document, ""));

    assertThat(CONTRACT.faults("EvidenceItem", item)).isEmpty();
    assertThat(status("group-internal-example", "energy-management")).isEqualTo("met");
    office.did(
        "wang.li", EVIDENCE + "/" + item.path("id") + "/detachment", "{\"reason\":\"wrong one\"}");
    assertThat(status("group-internal-example", "energy-management")).isEqualTo("evidence-missing");
    assertThat(server.json(EVIDENCE + "?year=2025").path("evidence")).isEmpty();
    assertThat(actions()).contains("evidence-attached", "evidence-detached");
  }

  @Test
  void evidenceThatHasEndedIsFlaggedAndDoesNotCount() {
    String document = office.document("old certificate");

    office.did("wang.li", EVIDENCE, evidence(document, ",\"validUntil\":\"2020-01-31\""));

    JsonNode held = criterion(assessment("group-internal-example"), "energy-management");
    assertThat(held.path("status").asText()).isEqualTo("evidence-missing");
    assertThat(held.path("evidence").get(0).path("state").asText()).isEqualTo("expired");
    assertThat(server.json(EVIDENCE + "?year=2025").path("evidence").get(0).path("state").asText())
        .isEqualTo("expired");
  }

  @Test
  void aDocumentStatesAFactThatNoMeterKnows() {
    String document = office.document("list of meters");

    office.did("wang.li", EVIDENCE, stated(document, "meters_expected", "40"));
    office.did("wang.li", EVIDENCE, stated(document, "meters_automatic", "38"));

    JsonNode automatic = criterion(assessment("miit-2026-13-six-paths"), "collection-rate");
    assertThat(automatic.path("value").path("number").asText()).isEqualTo("95"); // 38 / 40
    assertThat(automatic.path("value").path("unit").asText()).isEqualTo("%");
    assertThat(automatic.path("status").asText()).isEqualTo("unknown");
  }

  @Test
  void creditsCountOnceRetiredWithEvidence() {
    JsonNode entry = office.did("wang.li", OFFSETS, SERIALS_1_TO_50);
    assertThat(CONTRACT.faults("OffsetEntry", entry)).isEmpty();
    JsonNode before = server.json(OFFSETS + "?year=2025");

    office.did("wang.li", OFFSETS + "/" + entry.path("id") + "/retirement", retirement());
    JsonNode after = server.json(OFFSETS + "?year=2025");

    assertThat(before.path("countedKg").asLong()).isZero();
    assertThat(before.path("entries").get(0).path("notCounted").asText()).isEqualTo("not-retired");
    assertThat(CONTRACT.faults("Offsets", after)).isEmpty();
    assertThat(after.path("countedKg").asLong()).isEqualTo(50_000);
    assertThat(after.path("removalKg").asLong()).isEqualTo(50_000);
    assertThat(after.path("locationBased").path("grossKg").isNull()).isTrue();
    assertThat(actions()).contains("offset-registered", "offset-retired");
  }

  @Test
  void serialsAreUsedOnceWhateverTheSiteUntilTheirEntryIsWithdrawn() {
    JsonNode entry = office.did("wang.li", OFFSETS, SERIALS_1_TO_50);
    String overlapping = credit("VCU-9", 50, 60, 11_000);

    JsonNode problem =
        Office.refused(office.post("chen.mei", OFFSETS, overlapping), 409, "serials-used");

    assertThat(problem.path("detail").asText())
        .contains("vcs VCU-9 50-60 overlaps vcs VCU-9 1-50 of site plant, year 2025");
    office.did("wang.li", OFFSETS, credit("VCU-9", 51, 60, 10_000));
    office.did(
        "wang.li", OFFSETS + "/" + entry.path("id") + "/withdrawal", "{\"reason\":\"typo\"}");
    office.did("chen.mei", OFFSETS, credit("VCU-9", 50, 50, 1_000));
  }

  @Test
  void aRetirementTwiceOrWithoutItsDocumentIsRefused() {
    String id = office.did("wang.li", OFFSETS, SERIALS_1_TO_50).path("id").asText();
    String path = OFFSETS + "/" + id + "/retirement";
    String unknown = retirement().replaceAll("[0-9a-f]{64}", "0".repeat(64));

    Office.refused(office.post("wang.li", path, unknown), 422, "unknown-document");
    office.did("wang.li", path, retirement());
    Office.refused(office.post("wang.li", path, retirement()), 409, "not-retirable");
    Office.refused(
        office.post("wang.li", OFFSETS + "/77/retirement", retirement()), 404, "unknown-credit");
  }

  @Test
  void aClaimWithForbiddenWordsIsRefusedAndAGoodOneIsKept() {
    JsonNode problem =
        Office.refused(
            office.post(
                "wang.li", CLAIMS, claim("In 2025 our products are carbon neutral by PAS 2060.")),
            422,
            "invalid-entry");
    assertThat(problem.path("faults").findValuesAsText("value"))
        .containsExactlyInAnyOrder("pas-2060", "product-neutral");
    assertThat(status("export-gate", "r-claim")).isEqualTo("unknown");

    JsonNode kept =
        office.did("wang.li", CLAIMS, claim("In 2025 scope 1 and 2 of the factory fell by 3 %."));

    assertThat(CONTRACT.faults("Claim", kept)).isEmpty();
    assertThat(CONTRACT.faults("Claims", server.json(CLAIMS + "?year=2025"))).isEmpty();
    assertThat(status("export-gate", "r-claim")).isEqualTo("met");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "offsets  | {\"year\":\"x\"}                       | year, vintage, firstSerial",
        "offsets  | {\"colour\":1}                         | colour",
        "evidence | {\"year\":2025,\"scheme\":\"nobody\"}  | scheme",
        "evidence | {\"year\":1,\"fact\":\"load_wh\"}      | fact",
        "claims   | {\"year\":2025,\"scopes\":\"4\"}       | scopes"
      })
  void everyWrongFieldIsNamed(String path, String body, String fields) {
    JsonNode problem =
        Office.refused(
            office.post("wang.li", Office.SITE + "/" + path, body), 422, "invalid-entry");

    assertThat(problem.path("faults").findValuesAsText("column")).contains(fields.split(", "));
  }

  @ParameterizedTest
  @CsvSource({
    "400,invalid-parameter,/api/v1/sites/plant/certification/export-gate",
    "400,invalid-parameter,/api/v1/sites/plant/offsets?year=25",
    "404,unknown-scheme,/api/v1/sites/plant/certification/nothing?year=2025",
    "404,unknown-site,/api/v1/sites/nowhere/certification/export-gate?year=2025",
    "404,unknown-site,/api/v1/sites/nowhere/evidence?year=2025"
  })
  void whatIsNotThereIsSaid(int status, String code, String path) {
    Office.refused(server.get(path), status, code);
  }

  // import 192 x 1,000 Wh x 0.5306 kg/kWh = 101.8752 kg; no other source
  @Test
  void scopesRestOnThePublishedInventory() {
    String id =
        office
            .did("wang.li", Office.SITE + "/inventories", "{\"year\": 2025, \"gwp\": \"AR5\"}")
            .path("id")
            .asText();
    assertThat(fact("gross_location_ug")).isEmpty();

    office.did("wang.li", Office.SITE + "/inventories/" + id + "/review", "");
    office.did("chen.mei", Office.SITE + "/inventories/" + id + "/publish", "");

    assertThat(fact("gross_location_ug")).isEqualTo("101.8752");
    assertThat(fact("coal_calorific_g")).isEqualTo("35395"); // 288 kWh x 122.9 g = 35,395.2 g
    assertThat(fact("physical_share_ppm")).isEqualTo("33.3333"); // 96 of 288 kWh
    assertThat(server.json(OFFSETS + "?year=2025").at("/locationBased/grossKg").asText())
        .isEqualTo("101.8752");
    assertThat(server.json(OFFSETS + "?year=2025").at("/locationBased/tonnesNeeded").asInt())
        .isEqualTo(1);
  }

  @Test
  void aRequestWithoutAPersonIsRefused() {
    Office.refused(
        server.post(OFFSETS, "application/json", SERIALS_1_TO_50.getBytes()),
        400,
        "person-missing");
  }

  @Test
  void aYearWithoutDataIsAssessedAndNothingOfItIsKnown() {
    JsonNode assessment =
        server.json(Office.SITE + "/certification/group-internal-example?year=2019");

    assertThat(criterion(assessment, "whole-year").path("status").asText()).isEqualTo("unknown");
    assertThat(assessment.path("points").asLong()).isZero();
  }

  private static Map<String, IntervalReading> readings(boolean isEstimated) {
    IntervalReading bought =
        isEstimated
            ? new IntervalReading(OptionalLong.of(1000), Flag.ESTIMATED, OptionalLong.empty())
            : JournalBuilder.measured(1000);
    return Map.of(
        TestSites.IMPORT, bought,
        TestSites.EXPORT, JournalBuilder.measured(0),
        TestSites.PV, JournalBuilder.measured(500),
        TestSites.FEEDER, JournalBuilder.measured(1400));
  }

  private JsonNode assessment(String scheme) {
    return server.json(Office.SITE + "/certification/" + scheme + "?year=2025");
  }

  private String fact(String name) {
    return StreamSupport.stream(assessment("export-gate").path("facts").spliterator(), false)
        .filter(fact -> fact.path("fact").asText().equals(name))
        .map(fact -> fact.path("value").path("number").asText())
        .findFirst()
        .orElse("");
  }

  private String status(String scheme, String criterion) {
    return criterion(assessment(scheme), criterion).path("status").asText();
  }

  private static JsonNode criterion(JsonNode assessment, String id) {
    return StreamSupport.stream(assessment.path("clauses").spliterator(), false)
        .flatMap(clause -> StreamSupport.stream(clause.path("criteria").spliterator(), false))
        .filter(criterion -> criterion.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Iterable<String> actions() {
    return server.json("/api/v1/audit?site=plant").findValuesAsText("action");
  }

  private String retirement() {
    return "{\"day\":\"2025-12-01\",\"beneficiary\":\"plant\",\"document\":\""
        + office.document("retirement statement")
        + "\"}";
  }

  private static String credit(String block, long first, long last, long kilograms) {
    return """
        {"year": 2025, "registry": "vcs", "block": "%s", "firstSerial": %d, "lastSerial": %d,
         "project": "forest 7", "methodology": "VM0047", "kind": "removal", "vintage": 2023,
         "kilograms": %d}
        """
        .formatted(block, first, last, kilograms);
  }

  private static String evidence(String document, String more) {
    return """
        {"year": 2025, "scheme": "group-internal-example", "criterion": "energy-management",
         "kind": "energy-management-certificate", "document": "%s"%s}
        """
        .formatted(document, more);
  }

  private static String stated(String document, String fact, String value) {
    return """
        {"year": 2025, "scheme": "miit-2026-13-six-paths", "criterion": "collection-rate",
         "kind": "meter-list", "document": "%s", "fact": "%s", "value": "%s"}
        """
        .formatted(document, fact, value);
  }

  private static String claim(String english) {
    return """
        {"year": 2025, "scheme": "ISO 14068-1:2023", "scopes": "1,2", "method": "location-based",
         "offsets": "none", "en": "%s", "zh": "2025年度工厂范围一与范围二排放下降3%%。"}
        """
        .formatted(english);
  }
}
