package io.campaignpulse.dashboard.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.dashboard.ports.DecisionsBack;
import io.campaignpulse.dashboard.ports.LogUnavailableException;
import io.campaignpulse.dashboard.ports.RefillStore;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever happens while next offers are filled in, in the end each is the newest in the log. */
class RefillProperties {
  private enum Meanwhile {
    NOTHING,
    DECIDED,
    EMPTIED,
    DECIDED_AND_EMPTIED,
    KILLED,
    DOUBTED,
    FILLED_BY_ANOTHER,
    REDIS_IS_SILENT,
    KAFKA_IS_SILENT
  }

  /** The log: what was decided for whom, one after the other. */
  private final List<String> customers = new ArrayList<>();

  private final Store store = new Store();
  private boolean redisIsSilent;
  private boolean kafkaIsSilent;

  private final class Store implements RefillStore {
    private final Map<String, String> served = new HashMap<>();
    private String begun;
    private int names;

    void empty() {
      served.clear();
      begun = null;
    }

    @Override
    public boolean whole() {
      return "whole".equals(begun);
    }

    @Override
    public void doubt() {
      begun = null;
    }

    @Override
    public Optional<String> begin() {
      if (begun == null) {
        begun = "fill " + names++;
      }
      return Optional.of(begun).filter(name -> !whole());
    }

    @Override
    public boolean fillIn(String name, Map<String, String> newest) {
      answer();
      if (!name.equals(begun)) {
        return false;
      }
      newest.forEach(served::putIfAbsent);
      return true;
    }

    private void answer() {
      if (redisIsSilent) {
        redisIsSilent = false;
        throw new StoreUnavailableException("silent", null);
      }
    }

    @Override
    public boolean finish(String name) {
      answer();
      if (!name.equals(begun)) {
        return false;
      }
      begun = "whole";
      return true;
    }
  }

  /** Each is written to the log, and served after that. */
  private void decide(String customer) {
    customers.add(customer);
    store.served.put(customer, decision(customers.size() - 1));
  }

  private static String decision(int offset) {
    return "decision " + offset;
  }

  /** The log in parts of two, from its end of now on back. */
  private DecisionsBack log() {
    return new DecisionsBack() {
      private int end = customers.size();

      @Override
      public Map<String, String> next() {
        if (kafkaIsSilent) {
          kafkaIsSilent = false;
          throw new LogUnavailableException("silent", null);
        }
        var newest = new HashMap<String, String>();
        for (int n = 0; n < 2 && end > 0; n++) {
          newest.putIfAbsent(customers.get(--end), decision(end));
        }
        return newest;
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }

  /** Opening it takes a while, in which something happens. */
  private DecisionsBack opened(Refill.Rest rest) {
    var log = log();
    try {
      rest.taken();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return log;
  }

  private boolean happens(Meanwhile what, String customer) throws InterruptedException {
    switch (what) {
      case DECIDED -> decide(customer);
      case EMPTIED -> store.empty();
      case DECIDED_AND_EMPTIED -> {
        decide(customer);
        store.empty();
      }
      case KILLED -> {
        return false;
      }
      case DOUBTED -> store.doubt();
      case FILLED_BY_ANOTHER -> new Refill(store, this::log, () -> true).attempt();
      case REDIS_IS_SILENT -> redisIsSilent = true;
      case KAFKA_IS_SILENT -> kafkaIsSilent = true;
      default -> {
        // As the name says.
      }
    }
    return true;
  }

  @Property
  void inTheEndEachIsTheNewest(
      @ForAll @Size(max = 12) List<@IntRange(max = 4) Integer> decided,
      @ForAll @Size(max = 12) List<Meanwhile> meanwhile,
      @ForAll @IntRange(max = 4) int customer)
      throws InterruptedException {
    customers.clear();
    redisIsSilent = false;
    kafkaIsSilent = false;
    decided.forEach(each -> decide("customer " + each));
    store.empty();
    var next = meanwhile.iterator();
    Refill.Rest rest = () -> !next.hasNext() || happens(next.next(), "customer " + customer);
    var refill = new Refill(store, () -> opened(rest), rest);
    while (!store.whole() || next.hasNext()) {
      if (store.whole()) {
        rest.taken();
      } else {
        refill.attempt();
      }
    }
    assertThat(store.served).isEqualTo(newest());
  }

  private Map<String, String> newest() {
    var newest = new HashMap<String, String>();
    for (int offset = 0; offset < customers.size(); offset++) {
      newest.put(customers.get(offset), decision(offset));
    }
    return newest;
  }
}
