package io.campaignpulse.dashboard.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.dashboard.ports.DecisionsBack;
import io.campaignpulse.dashboard.ports.LogUnavailableException;
import io.campaignpulse.dashboard.ports.RefillStore;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a refill while Redis or Kafka does not answer. */
class RefillTest {
  private static final RuntimeException STORE = new StoreUnavailableException("store", null);
  private static final RuntimeException LOG = new LogUnavailableException("log", null);

  private final List<String> written = new ArrayList<>();
  private final List<RuntimeException> silences = new ArrayList<>();
  private final Deque<RuntimeException> storeFails = new ArrayDeque<>();
  private final Deque<RuntimeException> logFails = new ArrayDeque<>();
  private int opened;
  private int mostSilences = Integer.MAX_VALUE;
  private boolean emptied;

  private final class Store implements RefillStore {
    @Override
    public boolean whole() {
      return false;
    }

    @Override
    public void doubt() {
      throw new AssertionError("nobody doubts");
    }

    @Override
    public Optional<String> begin() {
      return Optional.of("begun");
    }

    @Override
    public boolean fillIn(String begun, Map<String, String> newest) {
      return write(newest.toString());
    }

    @Override
    public boolean finish(String begun) {
      return write("whole");
    }

    private boolean write(String what) {
      fail(storeFails);
      if (!emptied) {
        written.add(what);
      }
      return !emptied;
    }
  }

  private static void fail(Deque<RuntimeException> fails) {
    if (!fails.isEmpty()) {
      throw fails.poll();
    }
  }

  private DecisionsBack log() {
    opened++;
    var parts = new ArrayDeque<>(List.of(Map.of("anna", "2"), Map.of("bob", "1")));
    return new DecisionsBack() {
      @Override
      public Map<String, String> next() {
        fail(logFails);
        return parts.isEmpty() ? Map.of() : parts.poll();
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }

  private boolean attempt() throws InterruptedException {
    var rest =
        new Refill.Rest() {
          @Override
          public boolean taken() {
            return true;
          }

          @Override
          public boolean taken(RuntimeException silence) {
            silences.add(silence);
            return silences.size() < mostSilences;
          }
        };
    return new Refill(new Store(), this::log, rest).attempt();
  }

  @Test
  void goesOnFromTheSamePartOnceRedisAndKafkaAnswer() throws Exception {
    storeFails.addAll(List.of(STORE, STORE));
    logFails.add(LOG);
    assertThat(attempt()).isTrue();
    assertThat(written).containsExactly("{anna=2}", "{bob=1}", "whole");
    assertThat(silences).containsExactly(LOG, STORE, STORE);
    assertThat(opened).isEqualTo(1);
  }

  @Test
  void waitsForRedisHoweverLong() throws Exception {
    storeFails.addAll(Collections.nCopies(3 * Refill.MOST_SILENCES, STORE));
    assertThat(attempt()).isTrue();
    assertThat(written).containsExactly("{anna=2}", "{bob=1}", "whole");
  }

  @Test
  void opensALogAnewThatIsSilentForGood() throws Exception {
    logFails.addAll(Collections.nCopies(Refill.MOST_SILENCES, LOG));
    assertThat(attempt()).isFalse();
    assertThat(written).isEmpty();
    assertThat(attempt()).isTrue();
    assertThat(opened).isEqualTo(2);
  }

  @Test
  void endsWhereRedisIsEmptyOnceItAnswers() throws Exception {
    storeFails.add(STORE);
    emptied = true;
    assertThat(attempt()).isFalse();
    assertThat(written).isEmpty();
  }

  @Test
  void asksNoMoreWhereItIsNotToGoOn() throws Exception {
    storeFails.addAll(List.of(STORE, STORE));
    mostSilences = 1;
    assertThat(attempt()).isFalse();
    assertThat(storeFails).hasSize(1);
  }
}
