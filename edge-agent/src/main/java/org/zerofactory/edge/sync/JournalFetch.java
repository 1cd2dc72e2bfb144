package org.zerofactory.edge.sync;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.zerofactory.domain.journal.Hash;

/** Reads a site's journal back from the centre. */
public final class JournalFetch {

  private static final int BLOCKS_AT_ONCE = 500;

  private final Centre centre;

  public JournalFetch(URI url, String site) {
    this.centre = new Centre(url, site);
  }

  /**
   * Where the centre stands.
   *
   * @param hash of the newest block
   */
  public record Stand(long sequence, Hash hash) {}

  /**
   * @throws IOException if no centre answers
   */
  public Stand stand() throws IOException, InterruptedException {
    Answer answer = centre.state();
    if (answer instanceof Answer.Mark mark) {
      return new Stand(mark.sequence(), mark.hash());
    }
    throw new IOException(
        answer instanceof Answer.Failure failure ? failure.detail() : "unexpected answer");
  }

  /** Canonical lines from a sequence on; fewer than exist, never none if there are any. */
  public List<String> lines(long from) throws IOException, InterruptedException {
    return centre.blocks(from, BLOCKS_AT_ONCE);
  }
}
