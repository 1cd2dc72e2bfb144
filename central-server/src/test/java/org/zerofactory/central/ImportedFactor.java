package org.zerofactory.central;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.rules.FactorImport;

/** One yearly electricity factor of 2023 as a user would import it. */
final class ImportedFactor {

  private ImportedFactor() {}

  static void write(Path factors, String series, String kilograms) throws IOException {
    Path csv =
        Files.writeString(
            factors.resolveSibling(series + ".csv"),
            "id,series,region,data-year,value,place\n"
                + (series + "-2023," + series + ",CN,2023," + kilograms + ",table 1\n"));
    Map<String, String> settings = new HashMap<>();
    settings.put("set", series + "-set");
    settings.put("title", "Own");
    settings.put("edition", "own-2023");
    settings.put("publisher", "Us");
    settings.put("document", "A list");
    settings.put("published", "2024-01");
    settings.put("use", "location-based");
    settings.put("gas-basis", "CO2e");
    settings.put("boundary", "generation");
    settings.put("unit", "kg/kWh");
    settings.put("verification", "one-source");
    settings.put("zone", "Asia/Shanghai");
    FactorImport.run(csv, new FactorImport.Request(settings, Optional.empty(), "value"), factors);
  }
}
