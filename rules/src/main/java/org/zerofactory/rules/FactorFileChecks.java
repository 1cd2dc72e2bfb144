package org.zerofactory.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataNode;
import org.zerofactory.domain.carbon.EmissionFactor;

/** What must hold between factor files; each fault names both files. */
final class FactorFileChecks {

  private FactorFileChecks() {}

  static void check(List<FactorFile> files, DataFaults faults) {
    Map<String, FactorFile> byId = new HashMap<>();
    Map<String, FactorFile> firstOfSeries = new HashMap<>();
    for (FactorFile file : files) {
      FactorFile same = byId.putIfAbsent(file.factor().id(), file);
      if (same != null) {
        DataNode other = same.tree().get("id");
        faults.add(
            file.tree()
                .get("id")
                .fault("an id of its own, for " + other.location() + " has this one already,"));
      }
      FactorFile first = firstOfSeries.putIfAbsent(file.factor().series(), file);
      if (first != null) {
        sameAs(first, file, "use", faults);
        sameAs(first, file, "country", faults);
        sameAs(first, file, "region", faults);
      }
    }
    checkOverlaps(files, faults);
  }

  private static void sameAs(FactorFile first, FactorFile file, String key, DataFaults faults) {
    DataNode expected = first.tree().get(key);
    DataNode found = file.tree().get(key);
    if (!expected.text().equals(found.text())) {
      String series = "the rest of series " + file.factor().series();
      faults.add(
          found.fault(
              "\"" + expected.text() + "\" as " + series + " (" + expected.location() + ")"));
    }
  }

  private static void checkOverlaps(List<FactorFile> files, DataFaults faults) {
    for (int i = 0; i < files.size(); i++) {
      for (int j = 0; j < i; j++) {
        EmissionFactor one = files.get(j).factor();
        EmissionFactor other = files.get(i).factor();
        boolean sameSeries = one.series().equals(other.series());
        if (sameSeries && one.validity().overlaps(other.validity())) {
          DataNode earlier = files.get(j).tree().get("validity");
          faults.add(
              files
                  .get(i)
                  .tree()
                  .get("validity")
                  .problem(
                      "expected no overlap within series "
                          + one.series()
                          + " but "
                          + earlier.location()
                          + " is valid at the same time"));
        }
      }
    }
  }
}
