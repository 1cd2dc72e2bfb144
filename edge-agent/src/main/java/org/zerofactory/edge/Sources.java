package org.zerofactory.edge;

import java.time.InstantSource;
import java.util.List;
import org.zerofactory.edge.acquire.SourceStatus;

/** The site's sources as the agent drives them. */
interface Sources extends AutoCloseable {

  void start();

  /** The site's clock: the system's, or the source's at a simulated site. */
  InstantSource clock();

  List<SourceStatus> status();

  @Override
  void close();
}
