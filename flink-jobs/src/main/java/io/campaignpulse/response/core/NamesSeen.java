package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Touch;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The ids, codes and numbers by which events have named campaigns so far. A campaign that no event
 * has named changes no ledger, so nobody needs to look through all of them for its sake. Never
 * forgets; of more than {@value #MOST} names it keeps only that they were too many.
 */
public final class NamesSeen {
  static final int MOST = 50_000;

  private final Set<String> names = new HashSet<>();
  private boolean tooMany;

  public void add(Touch touch) {
    add(touch.campaignId());
    add(touch.code());
    add(touch.dialled());
  }

  private void add(String name) {
    if (name != null && !tooMany && names.add(name) && names.size() > MOST) {
      tooMany = true;
      names.clear();
    }
  }

  public void addAll(Collection<String> seen) {
    seen.forEach(this::add);
  }

  /** Keeps no single names from here on, as after too many. */
  public void addTooMany() {
    tooMany = true;
    names.clear();
  }

  /** Whether any of these names may have been seen. */
  public boolean any(Collection<String> wanted) {
    return tooMany || wanted.stream().anyMatch(names::contains);
  }

  public boolean tooMany() {
    return tooMany;
  }

  public Set<String> names() {
    return Set.copyOf(names);
  }
}
