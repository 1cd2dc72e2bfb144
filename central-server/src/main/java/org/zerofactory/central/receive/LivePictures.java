package org.zerofactory.central.receive;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.zerofactory.domain.fleet.LivePicture;

/** The newest picture of each site and when its agent was last heard of; only in memory. */
public final class LivePictures {

  private final Map<String, LivePicture> pictures = new ConcurrentHashMap<>();
  private final Map<String, Instant> seen = new ConcurrentHashMap<>();
  private final Predicate<String> isKnown;
  private final Consumer<String> changed;

  /**
   * @param isKnown whether blocks of the site are held; pictures of other sites are not kept
   * @param changed is told the site of each new picture
   */
  public LivePictures(Predicate<String> isKnown, Consumer<String> changed) {
    this.isKnown = isKnown;
    this.changed = changed;
  }

  /**
   * Takes a picture.
   *
   * @return whether the site is known
   */
  public boolean show(LivePicture picture) {
    if (!isKnown.test(picture.site())) {
      return false;
    }
    seen.put(picture.site(), picture.received());
    pictures.put(picture.site(), picture);
    changed.accept(picture.site());
    return true;
  }

  /** Blocks came from the site's agent. */
  public void heardOf(String site, Instant at) {
    seen.put(site, at);
  }

  public Optional<LivePicture> of(String site) {
    return Optional.ofNullable(pictures.get(site));
  }

  /** When anything came from the agent since this program started. */
  public Optional<Instant> lastSeen(String site) {
    return Optional.ofNullable(seen.get(site));
  }
}
