package org.zerofactory.auditor;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zerofactory.auditor.verify.Finding;
import org.zerofactory.auditor.verify.JournalVerifier;
import org.zerofactory.auditor.verify.PointTotal;
import org.zerofactory.auditor.verify.Verdict;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.quantity.Carbon;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auditor verify}: checks a journal and prints what each point counted. */
@Command(
    name = "verify",
    description = "Checks form, chain, signature, completeness and every amount of a journal.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:verified", "1:failure", "2:wrong use", "3:verification failed"})
final class VerifyCommand implements Callable<Integer> {

  private static final int VERIFICATION_FAILED = 3;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "JOURNAL",
      description = "Journal lines (JSON lines), one or more files in order.")
  private List<Path> journals = new ArrayList<>();

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "Signed checkpoint to hold the journal against.")
  private @Nullable Path checkpoint;

  @Option(
      names = "--key",
      paramLabel = "SHA256",
      description = "Fingerprint of the agent's key, as read off the agent by a person.")
  private @Nullable String key;

  @Option(
      names = "--factor",
      paramLabel = "KG_PER_KWH",
      description = "Also multiply every energy-import point with this factor, exactly.")
  private @Nullable BigDecimal factor;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Optional<String> note =
        checkpoint == null ? Optional.empty() : Optional.of(Files.readString(checkpoint));
    for (Path journal : journals) {
      if (!Files.isReadable(journal)) {
        throw new NoSuchFileException(journal + ": expected a readable journal file");
      }
    }
    Verdict verdict = JournalVerifier.verify(this::lines, note, Optional.ofNullable(key));
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (json) {
      out.println(asJson(verdict).canonical());
    } else {
      print(verdict, out);
    }
    out.flush();
    return verdict.ok() ? 0 : VERIFICATION_FAILED;
  }

  private Stream<String> lines() {
    return journals.stream()
        .flatMap(
            journal -> {
              try {
                return Files.lines(journal);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private void print(Verdict verdict, PrintWriter out) {
    out.println(verdict.ok() ? "VERIFIED" : "NOT VERIFIED");
    out.println("site        " + verdict.site());
    out.println("blocks      " + verdict.blocks() + ", root " + verdict.root());
    out.println(
        "signed      "
            + (verdict.signedSize() == 0 ? "no checkpoint checked" : verdict.signedSize()));
    verdict
        .from()
        .ifPresent(
            from ->
                out.println(
                    "intervals   "
                        + verdict.intervals()
                        + ", "
                        + from
                        + " to "
                        + verdict.to().orElseThrow()));
    out.println();
    out.printf("%-32s %20s %9s %9s %9s%n", "point", "amount", "measured", "estimated", "missing");
    for (Map.Entry<String, PointTotal> entry : new TreeMap<>(verdict.totals()).entrySet()) {
      PointTotal total = entry.getValue();
      out.printf(
          "%-32s %20d %9d %9d %9d%s%n",
          entry.getKey(),
          total.amount(),
          total.measured(),
          total.estimated(),
          total.missing(),
          carbon(entry.getKey(), total)
              .map(carbon -> "  " + carbon.kilograms().toPlainString() + " kg CO2e")
              .orElse(""));
    }
    for (Finding finding : verdict.findings()) {
      out.println(
          (finding.failure() ? "FAILED  " : "REMARK  ")
              + (finding.sequence() > 0 ? "block " + finding.sequence() + ": " : "")
              + finding.text());
    }
  }

  private Json asJson(Verdict verdict) {
    Map<String, Json> fields = new TreeMap<>();
    fields.put("ok", Json.of(verdict.ok()));
    fields.put("site", Json.of(verdict.site()));
    fields.put("blocks", Json.of(verdict.blocks()));
    fields.put("intervals", Json.of(verdict.intervals()));
    verdict.from().ifPresent(from -> fields.put("from", Json.of(from.toString())));
    verdict.to().ifPresent(to -> fields.put("to", Json.of(to.toString())));
    fields.put("root", Json.of(verdict.root().hex()));
    fields.put("signedSize", Json.of(verdict.signedSize()));
    Map<String, Json> totals = new TreeMap<>();
    verdict.totals().forEach((point, total) -> totals.put(point, totalJson(point, total)));
    fields.put("totals", new Json.Obj(totals));
    fields.put(
        "findings",
        new Json.Arr(
            verdict.findings().stream()
                .map(
                    finding ->
                        (Json)
                            new Json.Obj(
                                Map.of(
                                    "sequence", Json.of(finding.sequence()),
                                    "failure", Json.of(finding.failure()),
                                    "text", Json.of(finding.text()))))
                .toList()));
    return new Json.Obj(fields);
  }

  private Json totalJson(String point, PointTotal total) {
    Map<String, Json> fields = new TreeMap<>();
    fields.put("amount", Json.of(total.amount()));
    fields.put("measured", Json.of(total.measured()));
    fields.put("estimated", Json.of(total.estimated()));
    fields.put("missing", Json.of(total.missing()));
    carbon(point, total)
        .ifPresent(carbon -> fields.put("co2eKg", Json.of(carbon.kilograms().toPlainString())));
    return new Json.Obj(fields);
  }

  /** µg = Wh times (kg/kWh times 10^6), exact; refused if the factor has more than 6 decimals. */
  private Optional<Carbon> carbon(String point, PointTotal total) {
    if (factor == null || !point.endsWith("/energy-import")) {
      return Optional.empty();
    }
    long microgramsPerWattHour = factor.movePointRight(6).longValueExact();
    return Optional.of(new Carbon(Math.multiplyExact(total.amount(), microgramsPerWattHour)));
  }
}
