package org.zerofactory.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zerofactory.datafile.DataFault;
import org.zerofactory.datafile.DataFaults;
import org.zerofactory.datafile.DataFolder;
import org.zerofactory.datafile.DataSource;

/** The accounts files of all sites that a server accounts; one file for each site. */
public final class AccountsFolder {

  private static final String ENDING = ".accounts.yaml";

  private final Map<String, SiteAccounts> accounts;

  private AccountsFolder(Map<String, SiteAccounts> accounts) {
    this.accounts = Map.copyOf(accounts);
  }

  /** The accounts of the example sites that come with the program. */
  public static AccountsFolder packaged(EmissionFactors factors) {
    return of(DataFolder.packaged(AccountsFolder.class, "/rules/sites", ENDING), factors);
  }

  /**
   * The accounts of a folder: every file {@code <site>.accounts.yaml} in it.
   *
   * @throws org.zerofactory.datafile.DataFileException with all faults of all files
   */
  public static AccountsFolder of(Path folder, EmissionFactors factors) {
    return of(DataFolder.files(folder, ENDING), factors);
  }

  static AccountsFolder of(List<DataSource> files, EmissionFactors factors) {
    var faults = new DataFaults();
    var accounts = new HashMap<String, SiteAccounts>();
    var names = new HashMap<String, List<String>>();
    for (DataSource file : files) {
      SiteAccountsFile.read(file, factors, faults)
          .ifPresent(
              read -> {
                accounts.put(read.site(), read);
                names.computeIfAbsent(read.site(), site -> new ArrayList<>()).add(file.name());
              });
    }
    names.forEach(
        (site, found) -> {
          if (found.size() > 1) {
            String problem = "expected one file for site " + site + " but were " + found;
            faults.add(DataFault.ofFile(found.get(1), problem));
          }
        });
    faults.throwIfAny();
    return new AccountsFolder(accounts);
  }

  /** The accounts of a site; empty if no file names it. */
  public Optional<SiteAccounts> of(String site) {
    return Optional.ofNullable(accounts.get(site));
  }
}
