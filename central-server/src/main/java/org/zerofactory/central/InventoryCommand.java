package org.zerofactory.central;

import java.io.PrintWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zerofactory.central.report.DiffReport;
import org.zerofactory.central.report.DiffText;
import org.zerofactory.central.report.InventoryText;
import org.zerofactory.central.report.Language;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.journal.JsonFields;
import org.zerofactory.domain.journal.JsonParser;
import org.zerofactory.domain.ledger.EntryFaultsException;
import org.zerofactory.domain.ledger.InventoryOwner;
import org.zerofactory.domain.ledger.LedgerRefusedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zerofactory inventory}: a year's greenhouse gases as a table or as JSON. */
@Command(
    name = "inventory",
    customSynopsis = "zerofactory inventory --year=YYYY [OPTIONS]",
    description = "Shows the greenhouse-gas inventory of a site or an organisation for a year.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the inventory was compiled",
      "1:it cannot be compiled, or the server refuses; the reason is named",
      "2:wrong use",
      "4:wrong configuration, accounts or folder",
      "5:no server answers"
    })
final class InventoryCommand implements Callable<Integer> {

  private static final String DEFAULT_SERVER = "http://localhost:8080";

  @Mixin private final ConfigOptions config = new ConfigOptions();

  @Option(names = "--year", required = true, paramLabel = "YYYY", description = "local year")
  private String year = "";

  @Option(names = "--site", description = "site id (default: the only one)")
  private @Nullable String site;

  @Option(
      names = "--organisation",
      paramLabel = "ID",
      description = "an organisation of the accounts folder: the sum of all its sites")
  private @Nullable String organisation;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description =
          "a running server (default: "
              + DEFAULT_SERVER
              + "); with --data or --config none is asked")
  private @Nullable URI server;

  @Option(
      names = "--method",
      defaultValue = "ghg-protocol",
      description = "ghg-protocol, gb-t-32150 or cn-ets (default: ${DEFAULT-VALUE})")
  private String method = "";

  @Option(
      names = "--gwp",
      defaultValue = "AR6",
      description = "warming potentials of AR4, AR5 or AR6 (default: ${DEFAULT-VALUE})")
  private String gwp = "";

  @Option(
      names = "--lang",
      defaultValue = "en",
      description = "language of the table, en or zh (default: ${DEFAULT-VALUE})")
  private String lang = "";

  @Option(
      names = "--diff",
      paramLabel = "OTHER",
      description = "shows what changed from OTHER: another year, or a kept inventory such as I-1")
  private @Nullable String diff;

  @Option(names = "--json", description = "one line of JSON, see /api/v1/schemas/inventory.json")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    Language language =
        Language.ofWord(lang)
            .orElseThrow(
                () ->
                    new CommandLine.ParameterException(
                        command, "--lang: expected en or zh, found " + lang));
    if (server != null && config.namesData()) {
      throw new CommandLine.ParameterException(
          command, "--server: expected a server or a database, found --data or --config too");
    }
    if (organisation != null && site != null) {
      throw new CommandLine.ParameterException(
          command, "--organisation: expected an organisation or a site, found --site too");
    }
    try (InventorySource source = source()) {
      return show(source, language, command.getOut());
    } catch (InventoryUnavailableException unavailable) {
      return failed(command, unavailable.exitCode(), unavailable);
    } catch (EntryFaultsException wrongChoice) {
      return failed(command, CommandLine.ExitCode.USAGE, wrongChoice);
    } catch (LedgerRefusedException refused) {
      return failed(command, CentralServer.FAILED, refused);
    } finally {
      command.getOut().flush();
    }
  }

  private static int failed(CommandLine command, int exitCode, RuntimeException why) {
    command.getErr().println("zerofactory inventory: " + why.getMessage());
    return exitCode;
  }

  private InventorySource source() {
    return config.namesData()
        ? LocalInventories.open(config.options())
        : new RemoteInventories(server == null ? URI.create(DEFAULT_SERVER) : server);
  }

  private int show(InventorySource source, Language language, PrintWriter out) {
    InventoryOwner owner = owner(source);
    String compiled = source.compiled(owner, choices(year));
    Json inventory = JsonParser.parse(compiled);
    boolean isCompiled = isCompiled(inventory);
    if (diff != null && isCompiled) {
      return showDiff(source, owner, inventory, language, out);
    }
    out.print(json ? compiled + "\n" : InventoryText.of(inventory, language));
    return isCompiled ? CentralServer.OK : CentralServer.FAILED;
  }

  private int showDiff(
      InventorySource source,
      InventoryOwner owner,
      Json after,
      Language language,
      PrintWriter out) {
    String other = Objects.requireNonNull(diff);
    Json before =
        JsonParser.parse(
            other.startsWith("I-")
                ? source.kept(owner, other)
                : source.compiled(owner, choices(other)));
    if (!isCompiled(before)) {
      out.print(json ? before.canonical() + "\n" : InventoryText.of(before, language));
      return CentralServer.FAILED;
    }
    Map<String, Json> fields = new HashMap<>();
    fields.putAll(((Json.Obj) DiffReport.of(content(before), content(after))).entries());
    fields.put("before", Json.of(other));
    fields.put("after", Json.of(year));
    Json changes = new Json.Obj(fields);
    out.print(json ? changes.canonical() + "\n" : DiffText.of(changes, language));
    return CentralServer.OK;
  }

  private InventoryOwner owner(InventorySource source) {
    return organisation != null
        ? InventoryOwner.ofOrganisation(organisation)
        : InventoryOwner.ofSite(site == null ? onlySite(source) : site);
  }

  private Map<String, String> choices(String ofYear) {
    return Map.of("year", ofYear, "method", method, "gwp", gwp);
  }

  private static boolean isCompiled(Json inventory) {
    return !content(inventory).equals(Json.NULL);
  }

  private static Json content(Json inventory) {
    Json content = JsonFields.of("inventory", inventory).object().entries().get("content");
    return content == null ? Json.NULL : content;
  }

  private static String onlySite(InventorySource source) {
    List<String> sites = source.sites();
    if (sites.size() != 1) {
      throw new InventoryUnavailableException(
          CommandLine.ExitCode.USAGE,
          sites.isEmpty()
              ? "there is no site yet; an edge agent must have sent its first block"
              : "--site: expected one of " + String.join(", ", sites) + ", found none");
    }
    return sites.get(0);
  }
}
