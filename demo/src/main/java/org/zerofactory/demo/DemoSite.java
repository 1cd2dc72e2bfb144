package org.zerofactory.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.zerofactory.edge.acquire.TrustList;
import org.zerofactory.hardware.DeviceTemplates;
import org.zerofactory.hardware.SiteConfiguration;
import org.zerofactory.hardware.SiteFile;
import org.zerofactory.simulator.RunningSimulator;

/**
 * The edge agent's folder as an installer would leave it: the site file with encryption and a user,
 * the user's password, the plant's certificate trusted.
 */
final class DemoSite {

  static final String USER = "edge";

  private static final int PASSWORD_BYTES = 18;
  private static final String PASSWORD_FILE = "plant.password";
  private static final String OPEN_SOURCE = "security: None";
  private static final String SECURED_SOURCE =
      "security: Basic256Sha256\n    user: { name: " + USER + ", password-file: plant.password }";

  private final Path folder;

  DemoSite(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** The plant's password for the agent, made up on the first start and kept. */
  String password() throws IOException {
    Path file = folder.resolve(PASSWORD_FILE);
    if (!Files.exists(file)) {
      byte[] random = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(random);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
    return Files.readString(file).strip();
  }

  /**
   * The packaged site with this plant's and this centre's addresses.
   *
   * @param certificate the plant's own, so that the agent knows whom it reads
   */
  SiteConfiguration at(RunningSimulator plant, Path certificate, URI centre, int statusPort)
      throws IOException {
    new TrustList(folder.resolve("pki")).addFile(certificate);
    Path file = folder.resolve("site.yaml");
    String packaged = SiteFile.packaged(DemoFactory.SITE).text();
    if (!packaged.contains(OPEN_SOURCE)) {
      throw new IOException("packaged site: expected \"" + OPEN_SOURCE + "\" to be secured");
    }
    Files.writeString(file, packaged.replace(OPEN_SOURCE, SECURED_SOURCE));
    return SiteFile.read(file, DeviceTemplates.packaged())
        .at(Map.of("plant", plant.endpoint()), Optional.of(centre), OptionalInt.of(statusPort));
  }
}
