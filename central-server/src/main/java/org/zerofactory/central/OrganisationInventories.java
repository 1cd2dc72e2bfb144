package org.zerofactory.central;

import java.util.Map;
import java.util.Optional;
import org.zerofactory.central.account.OrganisationCompiler;
import org.zerofactory.central.report.InventoryReport;
import org.zerofactory.central.report.OrganisationReport;
import org.zerofactory.central.web.OrganisationDoors;
import org.zerofactory.domain.inventory.InputReferences;
import org.zerofactory.domain.inventory.Organisation;
import org.zerofactory.domain.journal.Json;
import org.zerofactory.domain.ledger.CompiledOrganisation;
import org.zerofactory.domain.ledger.InventoryOwner;
import org.zerofactory.domain.ledger.InventorySettings;
import org.zerofactory.domain.ledger.LedgerRefusedException;
import org.zerofactory.rules.Organisations;

/** Makes the inventories of organisations out of those of their sites. */
record OrganisationInventories(Organisations organisations, OrganisationCompiler compiler)
    implements InventoryMaker {

  @Override
  public InventoryOwner.Kind kind() {
    return InventoryOwner.Kind.ORGANISATION;
  }

  /** The sites' own published inventories say what journals stood at: nothing else is needed. */
  @Override
  public Made make(String id, InventorySettings settings, Optional<InputReferences> references) {
    Organisation organisation =
        organisations
            .find(id)
            .orElseThrow(
                () ->
                    new LedgerRefusedException(
                        LedgerRefusedException.Kind.UNKNOWN,
                        "unknown-organisation",
                        "expected an organisation of the accounts folder, found " + id));
    CompiledOrganisation compiled = compiler.compile(organisation, settings);
    return new Made(
        compiled.inventory(),
        compiled.waiting(),
        restates -> OrganisationReport.of(compiled, restates));
  }

  OrganisationDoors doors(Inventories inventories) {
    return new OrganisationDoors(
        this::list, id -> organisations.find(id).isPresent(), inventories.doors());
  }

  private String list() {
    return new Json.Obj(
            Map.of(
                "organisations",
                InventoryReport.array(
                    organisations.all().stream().map(OrganisationReport::organisation))))
        .canonical();
  }
}
