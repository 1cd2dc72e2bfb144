package org.zerofactory.benchmarks.planner;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.zerofactory.schedule.grid.GridOperation.Placement;
import org.zerofactory.schedule.grid.GridProblem;

/** A problem as a JSON file with the names of its records, for checkers that know no planner. */
final class PlantWeekFile {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private PlantWeekFile() {}

  static void write(Path file, GridProblem problem) throws IOException {
    MAPPER.writeValue(file.toFile(), problem);
  }

  /** A plan as plain numbers: mode and start of each operation. */
  static int[][] numbers(List<Placement> placements) {
    return placements.stream()
        .map(placement -> new int[] {placement.mode(), placement.start()})
        .toArray(int[][]::new);
  }
}
