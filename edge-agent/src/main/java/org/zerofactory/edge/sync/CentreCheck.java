package org.zerofactory.edge.sync;

import java.net.URI;

/** Asks the centre once how it stands, for {@code edge doctor}. */
public final class CentreCheck {

  /** What was found. */
  public record Result(boolean reachable, String detail) {}

  private CentreCheck() {}

  public static Result of(URI url, String site) throws InterruptedException {
    Answer answer = new Centre(url, site).state();
    if (answer instanceof Answer.Mark mark) {
      return new Result(true, "it holds " + mark.sequence() + " blocks of this site");
    }
    String detail =
        answer instanceof Answer.Failure failure
            ? failure.detail()
            : "an answer that fits no centre";
    return new Result(false, detail);
  }
}
