package org.zerofactory.edge;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.zerofactory.datafile.DataFileException;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.edge.acquire.Finding;
import org.zerofactory.edge.acquire.SourceCheck;
import org.zerofactory.edge.sync.CentreCheck;
import org.zerofactory.hardware.SiteConfiguration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code edge doctor}: looks at everything the agent needs and says what to do. */
@Command(
    name = "doctor",
    description = "Checks site file, disk, clock, certificates, sources, points and the centre.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  private static final long NO_DISK_BYTES = 100L << 20;

  @Mixin private ConfigOptions options = new ConfigOptions();

  @Option(names = "--json", description = "as JSON")
  private boolean asJson;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  DoctorCommand() {
    this.spec = CommandLine.Model.CommandSpec.create();
  }

  @Override
  public Integer call() throws InterruptedException {
    LogFormat.install();
    List<Finding> findings = new ArrayList<>();
    int exit = examine(findings);
    findings.replaceAll(this::worded);
    print(findings);
    return exit;
  }

  private int examine(List<Finding> findings) throws InterruptedException {
    SiteConfiguration site;
    try {
      site = options.site();
    } catch (DataFileException e) {
      e.faults()
          .forEach(
              fault ->
                  findings.add(
                      finding("site file", Finding.Level.FAIL, fault.toString(), "Correct it.")));
      return ExitCodes.CONFIG_INVALID;
    }
    findings.add(
        finding(
            "site file",
            Finding.Level.OK,
            options.config()
                + ": "
                + site.devices().size()
                + " devices with "
                + site.points().size()
                + " points",
            ""));
    Path folder = options.dataFolder(site);
    findings.add(folder(folder));
    findings.add(disk(folder, site.lowDiskMegabytes()));
    findings.add(clock());
    List<Finding> sources =
        new SourceCheck(folder.resolve("pki"), InstantSource.system()).check(site);
    findings.addAll(sources);
    List<Finding> centre = new ArrayList<>();
    if (site.centre().isPresent()) {
      centre.add(centre(site.centre().get(), site.id()));
    }
    findings.addAll(centre);
    boolean unreachable = hasFailure(sources) || hasFailure(centre);
    return unreachable
        ? ExitCodes.NOT_REACHABLE
        : hasFailure(findings) ? ExitCodes.FAILURE : ExitCodes.OK;
  }

  /** The place is said once, and the advice names this site file. */
  private Finding worded(Finding finding) {
    String place = finding.what() + ": ";
    String detail = finding.detail();
    return finding(
        finding.what(),
        finding.level(),
        detail.startsWith(place) ? detail.substring(place.length()) : detail,
        finding.advice().replace("--config site.yaml", "--config " + options.config()));
  }

  private static Finding centre(java.net.URI url, String site) throws InterruptedException {
    CentreCheck.Result result = CentreCheck.of(url, site);
    return result.reachable()
        ? finding("centre", Finding.Level.OK, url + ": " + result.detail(), "")
        : finding(
            "centre",
            Finding.Level.FAIL,
            url + ": " + result.detail(),
            "Check \"centre: url\" in the site file, the network, and that the server runs. The"
                + " agent keeps everything until it answers.");
  }

  private static Finding folder(Path folder) {
    try {
      Files.createDirectories(folder);
      Path probe = Files.createTempFile(folder, "doctor", ".tmp");
      Files.delete(probe);
      return finding("data folder", Finding.Level.OK, folder + " can be written", "");
    } catch (IOException e) {
      return finding(
          "data folder",
          Finding.Level.FAIL,
          folder + " cannot be written: " + e.getMessage(),
          "Give the agent's user the right to write it, or set \"data\" to another folder.");
    }
  }

  private static Finding disk(Path folder, int lowMegabytes) {
    long free = folder.toAbsolutePath().toFile().getUsableSpace();
    String detail = String.format(Locale.ROOT, "%.1f GB free", free / 1e9);
    String advice =
        "Free some space: at least %d MB (low-disk-mb in the site file).".formatted(lowMegabytes);
    if (free < NO_DISK_BYTES) {
      return finding("disk", Finding.Level.FAIL, detail, advice);
    }
    return free < lowMegabytes * 1_000_000L
        ? finding("disk", Finding.Level.WARN, detail, advice)
        : finding("disk", Finding.Level.OK, detail, "");
  }

  private static Finding clock() {
    Instant now = InstantSource.system().instant();
    Instant built = Program.current().built();
    return now.isBefore(built)
        ? finding(
            "clock",
            Finding.Level.FAIL,
            "it shows " + now + ", before this program was built (" + built + ")",
            "Set it, for example with \"timedatectl set-ntp true\"; nothing is sealed before.")
        : finding("clock", Finding.Level.OK, "it shows " + now, "");
  }

  private void print(List<Finding> findings) {
    PrintWriter out = spec.commandLine().getOut();
    if (asJson) {
      out.println(new Json.Arr(findings.stream().map(DoctorCommand::json).toList()).canonical());
    } else {
      for (Finding finding : findings) {
        String level = finding.level().name().toLowerCase(Locale.ROOT);
        out.printf("%-4s  %s: %s%n", level, finding.what(), finding.detail());
        if (!finding.advice().isEmpty()) {
          out.println("      -> " + finding.advice());
        }
      }
    }
    out.flush();
  }

  private static Json json(Finding finding) {
    return new Json.Obj(
        Map.of(
            "what", Json.of(finding.what()),
            "level", Json.of(finding.level().name().toLowerCase(Locale.ROOT)),
            "detail", Json.of(finding.detail()),
            "advice", Json.of(finding.advice())));
  }

  private static boolean hasFailure(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.FAIL);
  }

  private static Finding finding(String what, Finding.Level level, String detail, String advice) {
    return new Finding(what, level, detail, advice);
  }
}
