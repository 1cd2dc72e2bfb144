package org.zerofactory.schedule.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.zerofactory.schedule.orders.SmallPlant.MONDAY;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.zerofactory.datafile.table.RowFault;
import org.zerofactory.datafile.table.RowFaultsException;
import org.zerofactory.domain.forecast.Forecast;
import org.zerofactory.domain.forecast.Quantiles;
import org.zerofactory.domain.schedule.ProductionOrder;

class OrderImportTest {

  @Test
  void ordersAreReadFromCsvInAnyOrderOfColumns() {
    List<ProductionOrder> orders =
        csv(
            """
            due,order,product,quantity,firm,priority,release,machines
            2025-06-10T18:00:00+08:00,A-1,board-a,500,yes,2,2025-06-09T06:00:00+08:00,line
            2025-06-10T18:00:00,A-2,laptop,4800,,,,
            """);

    Instant due = Instant.parse("2025-06-10T10:00:00Z");
    assertThat(orders)
        .containsExactly(
            new ProductionOrder(
                "A-1",
                "board-a",
                500,
                Instant.parse("2025-06-08T22:00:00Z"),
                due,
                true,
                2,
                List.of("line")),
            new ProductionOrder("A-2", "laptop", 4_800, MONDAY, due, false, 5, List.of()));
  }

  @Test
  void everyFaultIsNamedByRowAndColumnAndNoneHidesAnother() {
    RowFaultsException wrong =
        refused(
            () ->
                csv(
                    """
                    order,product,quantity,due,firm,priority
                    A 1,board-a,ten,tomorrow,perhaps,2
                    A-2,board-z,0,2025-06-01T00:00:00+08:00,no,12
                    A-3,board-a,10,2025-06-10T00:00:00+08:00,no,1
                    A-3,board-a,10,2025-06-10T00:00:00+08:00,no,1
                    """));

    assertThat(wrong.faults())
        .extracting(RowFault::row, RowFault::column)
        .containsExactly(
            tuple(2, "order"),
            tuple(2, "quantity"),
            tuple(2, "due"),
            tuple(2, "firm"),
            tuple(3, "product"),
            tuple(3, "quantity"),
            tuple(3, "due"),
            tuple(3, "priority"),
            tuple(5, "order"));
    assertThat(wrong).hasMessageContaining("row 5, order: expected each order once, but row 4");
  }

  @Test
  void aColumnThatIsMissingOrUnknownIsNamed() {
    RowFaultsException wrong = refused(() -> csv("order,produkt,quantity,due\nA,b,1,c\n"));

    assertThat(wrong.faults())
        .extracting(RowFault::row, RowFault::column, RowFault::value)
        .containsExactly(tuple(1, "2", "produkt"), tuple(1, "product", ""));
  }

  @Test
  void datesOfAWorkbookAreLocalTimes() throws IOException {
    // 45818.75 days after 1899-12-30 are 2025-06-10 18:00
    byte[] workbook =
        workbook(
            "<row r=\"1\">"
                + text("A1", "order")
                + text("B1", "product")
                + text("C1", "quantity")
                + text("D1", "due")
                + "</row><row r=\"2\">"
                + text("A2", "X-1")
                + text("B2", "laptop")
                + "<c r=\"C2\"><v>4800</v></c><c r=\"D2\"><v>45818.75</v></c></row>");

    List<ProductionOrder> orders = OrderTable.xlsx(workbook, SmallPlant.plant(), MONDAY);

    assertThat(orders)
        .containsExactly(
            new ProductionOrder(
                "X-1",
                "laptop",
                4_800,
                MONDAY,
                Instant.parse("2025-06-10T10:00:00Z"),
                false,
                5,
                List.of()));
  }

  @Test
  void requestsInTheWordsOfB2mmlAreOrders() {
    List<ProductionOrder> orders =
        json(
            """
            { "ProductionRequest": [ {
                "ID": "PR-7", "Priority": 3, "Firm": true,
                "EarliestStartTime": "2025-06-09T06:00:00+08:00",
                "LatestEndTime": "2025-06-10T18:00:00+08:00",
                "SegmentRequirement": [ {
                  "ProcessSegmentID": "place",
                  "MaterialRequirement": [
                    { "MaterialDefinitionID": "solder", "MaterialUse": "Consumed",
                      "Quantity": { "QuantityString": "2", "UnitOfMeasure": "kg" } },
                    { "MaterialDefinitionID": "board-b", "MaterialUse": "Produced",
                      "Quantity": { "QuantityString": "600", "UnitOfMeasure": "pcs" } } ],
                  "EquipmentRequirement": [ { "EquipmentID": "line" } ] } ] } ] }
            """);

    assertThat(orders)
        .containsExactly(
            new ProductionOrder(
                "PR-7",
                "board-b",
                600,
                Instant.parse("2025-06-08T22:00:00Z"),
                Instant.parse("2025-06-10T10:00:00Z"),
                true,
                3,
                List.of("line")));
  }

  @Test
  void faultsOfRequestsAreNamedByTheirNumberAndField() {
    RowFaultsException wrong =
        refused(
            () ->
                json(
                    """
                    { "JobOrder": [
                      { "ID": "J-1", "LatestEndTime": "2025-06-10T18:00:00+08:00" },
                      { "ID": "J-2", "LatestEndTime": "soon", "Priority": "high",
                        "SegmentRequirement": [ { "ProcessSegmentID": "paint",
                          "EquipmentRequirement": [ { "EquipmentID": "oven" } ],
                          "MaterialRequirement": [ { "MaterialDefinitionID": "board-a",
                            "Quantity": 5 } ] } ] } ] }
                    """));

    assertThat(wrong.faults())
        .extracting(RowFault::row, RowFault::column)
        .containsExactly(
            tuple(1, "SegmentRequirement.MaterialRequirement"),
            tuple(2, "SegmentRequirement.ProcessSegmentID"),
            tuple(2, "LatestEndTime"),
            tuple(2, "Priority"));
  }

  @Test
  void aForecastThatHasAGapOrNoNumberIsRefusedByRow() {
    String csv =
        """
        time,p10,p50,p90
        2025-06-09T00:00:00+08:00,0,1,2
        2025-06-09T00:15:00+08:00,0,NaN,2
        2025-06-09T00:45:00+08:00,0,1,2
        2025-06-09T00:45:00+08:00,3,1,2
        """;

    RowFaultsException wrong = refused(() -> ForecastTable.csv(bytes(csv), "pv", MONDAY));

    assertThat(wrong.faults())
        .extracting(RowFault::row, RowFault::column, RowFault::value)
        .containsExactly(
            tuple(3, "p50", "NaN"),
            tuple(4, "time", "2025-06-09T00:45:00+08:00"),
            tuple(5, "p50", "3.0, 1.0, 2.0"));
  }

  @Test
  void aForecastOfItsMedianAloneIsCertain() {
    Forecast forecast =
        ForecastTable.csv(
            bytes("time,p50\n2025-06-08T16:00:00Z,1.5\n2025-06-08T16:15:00Z,2\n"), "pv", MONDAY);

    assertThat(forecast.start()).isEqualTo(MONDAY);
    assertThat(forecast.quarterHours())
        .containsExactly(Quantiles.certain(1.5), Quantiles.certain(2));
  }

  private static RowFaultsException refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable of) {
    return catchThrowableOfType(RowFaultsException.class, of);
  }

  private static List<ProductionOrder> csv(String text) {
    return OrderTable.csv(bytes(text), SmallPlant.plant(), MONDAY);
  }

  private static List<ProductionOrder> json(String text) {
    return JobOrderJson.read(bytes(text), SmallPlant.plant(), MONDAY);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String cell, String text) {
    return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  private static byte[] workbook(String rows) throws IOException {
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
      put(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
              + type
              + "sheet.main+xml\"/></Types>");
      put(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\""
              + main
              + "\" xmlns:r=\""
              + office
              + "\"><sheets>"
              + "<sheet name=\"Orders\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\""
              + packages
              + "\"><Relationship Id=\"rId1\" Type=\""
              + office
              + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
      put(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet xmlns=\"" + main + "\"><sheetData>" + rows + "</sheetData></worksheet>");
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
