package org.zerofactory.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of entries: all of a table is taken in or nothing, and every fault has its place. */
final class EntryImportTest {

  private static final Instant START = Instant.parse("2025-06-01T00:00:00Z");
  private static final String HEADER =
      "category,subject,from,to,amount,unit,factorSeries,description\n";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @TempDir Path folder;
  private HttpFixture server;
  private Office office;

  @BeforeEach
  void start() {
    server = new HttpFixture(folder);
    office = new Office(server);
    server.pushQuarter(START);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aTableIsTakenInWithQuotesAndAByteOrderMark() {
    String csv =
        "\uFEFF"
            + HEADER
            + "upstream-leased-assets,\"office, 2nd floor\",2025-01-01,2025-02-01,1.5,MWh,"
            + "cn-national-average,\"said \"\"so\"\"\"\r\n\r\n"
            + "upstream-leased-assets,store,2025-01-01,2025-02-01,7,kWh,cn-national-average\n";

    HttpResponse<String> answer = office.importCsv("wang.li", csv);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("{\"count\":2,\"entries\":[\"E-1\",\"E-2\"]}");
    JsonNode first = server.json(Office.SITE + "/entries/E-1");
    assertThat(first.path("subject").asText()).isEqualTo("office, 2nd floor");
    assertThat(first.path("description").asText()).isEqualTo("said \"so\"");
    assertThat(first.path("amount").asText()).isEqualTo("1.5");
  }

  @Test
  void everyFaultIsToldWithRowAndColumnAndNothingIsHeld() {
    String csv =
        HEADER
            + row("good", "1", "kWh")
            + row("bad amount", "one", "kWh")
            + row("bad unit", "1", "L")
            + "waste,,2025-01-01,2025-01-01,1,kWh,nothing,,beyond\n";

    JsonNode problem = Office.refused(office.importCsv("wang.li", csv), 422, "invalid-entry");

    JsonNode faults = problem.path("faults");
    assertThat(faults.findValuesAsText("row")).containsExactly("5", "3", "4", "5", "5", "5");
    assertThat(faults.findValuesAsText("column"))
        .containsExactly("9", "amount", "unit", "subject", "to", "factorSeries");
    assertThat(faults.at("/1/value").asText()).isEqualTo("one");
    assertThat(problem.path("detail").asText()).contains("5 faults more");
    assertThat(server.json(Office.SITE + "/entries").path("entries")).isEmpty();
  }

  @Test
  void aFaultThatOnlyTheBooksShowRollsBackTheWholeTable() {
    String csv = HEADER + row("a", "1", "kWh") + row("b", "2", "kWh") + row("a", "1", "kWh");

    JsonNode problem = Office.refused(office.importCsv("wang.li", csv), 422, "invalid-entry");

    assertThat(problem.at("/faults/0/row").asInt()).isEqualTo(4);
    assertThat(problem.at("/faults/0/value").asText()).isEqualTo("E-1");
    assertThat(server.json(Office.SITE + "/entries").path("entries")).isEmpty();
    assertThat(server.json("/api/v1/audit").path("records")).isEmpty();
  }

  @Test
  void aHeaderWithUnknownMissingAndDoubledColumnsIsRefused() {
    String csv = "category,subject,from,amount,amount,unit,factor\n";

    JsonNode problem = Office.refused(office.importCsv("wang.li", csv), 422, "invalid-entry");

    assertThat(problem.path("faults").findValuesAsText("column"))
        .containsExactly("amount", "7", "to", "factorSeries");
  }

  @Test
  void anotherEncodingIsNamedWithItsLine() {
    byte[] latin = (HEADER + row("B\u00fcro", "1", "kWh")).getBytes(StandardCharsets.ISO_8859_1);

    HttpResponse<String> answer =
        office.post("wang.li", Office.SITE + "/entries/import", "text/csv", latin);

    JsonNode problem = Office.refused(answer, 422, "invalid-entry");
    assertThat(problem.at("/faults/0/row").asInt()).isEqualTo(2);
    assertThat(problem.at("/faults/0/expected").asText()).isEqualTo("text in UTF-8");
  }

  // day 45658 of a sheet is 2025-01-01, 45689 is 2025-02-01
  @Test
  void aSheetWithDaysAsNumbersIsTakenIn() {
    String rows =
        sheetRow(1, HEADER.strip().split(","))
            + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>upstream-leased-assets</t></is></c>"
            + "<c r=\"B3\" t=\"inlineStr\"><is><t>office</t></is></c>"
            + "<c r=\"C3\"><v>45658</v></c><c r=\"D3\"><v>45689</v></c>"
            + "<c r=\"E3\"><v>1200.5</v></c><c r=\"F3\" t=\"inlineStr\"><is><t>kWh</t></is></c>"
            + "<c r=\"G3\" t=\"inlineStr\"><is><t>cn-national-average</t></is></c></row>";

    HttpResponse<String> answer =
        office.post("wang.li", Office.SITE + "/entries/import", XLSX, workbook(rows));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode entry = server.json(Office.SITE + "/entries/E-1");
    assertThat(entry.path("from").asText()).isEqualTo("2025-01-01");
    assertThat(entry.path("to").asText()).isEqualTo("2025-02-01");
    assertThat(entry.path("amount").asText()).isEqualTo("1200.5");
  }

  @Test
  void aFaultOfASheetHasTheSheetsRow() {
    String rows =
        sheetRow(1, HEADER.strip().split(","))
            + sheetRow(
                7, "waste", "x", "2025-01-01", "2025-02-01", "1", "barrel", "cn-national-average");

    HttpResponse<String> answer =
        office.post("wang.li", Office.SITE + "/entries/import", XLSX, workbook(rows));

    JsonNode problem = Office.refused(answer, 422, "invalid-entry");
    assertThat(problem.at("/faults/0/row").asInt()).isEqualTo(7);
    assertThat(problem.at("/faults/0/column").asText()).isEqualTo("unit");
    assertThat(problem.at("/faults/0/value").asText()).isEqualTo("barrel");
  }

  @Test
  void whatIsNoWorkbookIsRefused() {
    byte[] text = "no workbook".getBytes(StandardCharsets.UTF_8);

    HttpResponse<String> answer =
        office.post("wang.li", Office.SITE + "/entries/import", XLSX, text);

    JsonNode problem = Office.refused(answer, 422, "invalid-entry");
    assertThat(problem.at("/faults/0/expected").asText()).startsWith("a workbook");
    Office.refused(
        office.post("wang.li", Office.SITE + "/entries/import", "application/pdf", text),
        422,
        "unsupported-type");
  }

  @Test
  void aWorkbookThatUnpacksToTooMuchIsRefused() {
    byte[] bomb = zip(Map.of("xl/worksheets/sheet1.xml", new byte[65 << 20]));

    HttpResponse<String> answer =
        office.post("wang.li", Office.SITE + "/entries/import", XLSX, bomb);

    JsonNode problem = Office.refused(answer, 422, "invalid-entry");
    assertThat(bomb.length).isLessThan(1 << 20);
    assertThat(problem.at("/faults/0/value").asText()).contains("bytes unpacked");
  }

  @Test
  void tenThousandRowsAreTakenInAtOnceAndMoreThanTheLimitNot() {
    StringBuilder csv = new StringBuilder(HEADER);
    for (int i = 0; i < 10_000; i++) {
      csv.append(row("trip " + i, String.valueOf(i), "kWh"));
    }

    HttpResponse<String> answer = office.importCsv("wang.li", csv.toString());
    for (int i = 0; i < 10_001; i++) {
      csv.append(row("late " + i, String.valueOf(i), "kWh"));
    }
    HttpResponse<String> tooMany = office.importCsv("wang.li", csv.toString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(HttpFixture.parse(answer.body()).path("count").asInt()).isEqualTo(10_000);
    JsonNode problem = Office.refused(tooMany, 422, "invalid-entry");
    assertThat(problem.at("/faults/0/expected").asText()).isEqualTo("at most 20000 entries");
  }

  private static String row(String subject, String amount, String unit) {
    return "upstream-leased-assets,%s,2025-01-01,2025-02-01,%s,%s,cn-national-average,\n"
        .formatted(subject, amount, unit);
  }

  private static String sheetRow(int number, String... texts) {
    StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
    for (int i = 0; i < texts.length; i++) {
      row.append("<c r=\"%c%d\" t=\"inlineStr\"><is><t>".formatted('A' + i, number))
          .append(texts[i])
          .append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  /** The smallest workbook (ECMA-376): content types, relations, one sheet. */
  private static byte[] workbook(String rows) {
    String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String packages = "http://schemas.openxmlformats.org/package/2006/";
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    return zip(
        Map.of(
            "[Content_Types].xml",
            utf8(
                head
                    + "<Types xmlns=\""
                    + packages
                    + "content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
                    + types
                    + "sheet.main+xml\"/>"
                    + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
                    + types
                    + "worksheet+xml\"/>"
                    + "</Types>"),
            "_rels/.rels",
            utf8(
                head
                    + "<Relationships xmlns=\""
                    + packages
                    + "relationships\"><Relationship Id=\"rId1\" Type=\""
                    + office
                    + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            "xl/workbook.xml",
            utf8(
                head
                    + "<workbook xmlns=\""
                    + main
                    + "\" xmlns:r=\""
                    + office
                    + "\"><sheets>"
                    + "<sheet name=\"Entries\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
            "xl/_rels/workbook.xml.rels",
            utf8(
                head
                    + "<Relationships xmlns=\""
                    + packages
                    + "relationships\"><Relationship Id=\"rId1\" Type=\""
                    + office
                    + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            "xl/worksheets/sheet1.xml",
            utf8(
                head
                    + "<worksheet xmlns=\""
                    + main
                    + "\"><sheetData>"
                    + rows
                    + "</sheetData></worksheet>")));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return bytes.toByteArray();
  }
}
