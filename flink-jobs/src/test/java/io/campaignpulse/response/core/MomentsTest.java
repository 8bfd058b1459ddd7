package io.campaignpulse.response.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private final Moments moments = new Moments();
  private long planned = Moments.PLANNED;

  @Test
  void passesOnAtTheSameTimesWhereverAChangeIsMade() {
    assertThat(Moments.passingOn(1_000)).isEqualTo(1_050);
    assertThat(Moments.passingOn(1_049)).isEqualTo(1_050);
    assertThat(Moments.passingOn(1_050)).isEqualTo(1_100);
  }

  /** Goes through these milliseconds, in each of which something may change; what was served. */
  private Map<Long, List<String>> served(long from, long until, LongFunction<String> changes) {
    var served = new TreeMap<Long, List<String>>();
    for (long now = from; now <= until; now++) {
      if (planned != Moments.PLANNED && planned <= now) {
        var due = moments.due(now);
        if (!due.isEmpty()) {
          served.put(now, due);
        }
        planned = moments.next(now);
      }
      change(changes.apply(now), now);
    }
    return served;
  }

  private void change(String campaign, long now) {
    long at = campaign == null ? Moments.PLANNED : moments.changed(campaign, now);
    planned = at == Moments.PLANNED ? planned : at;
  }

  private static LongFunction<String> nothing() {
    return now -> null;
  }

  @Test
  void servesTogetherWhatComesTogetherAndSoon() {
    change("K", 1_000);
    assertThat(planned).isEqualTo(1_001);
    change("L", 1_000);
    change("K", 1_000);
    assertThat(served(1_002, 1_100, nothing())).isEqualTo(Map.of(1_002L, List.of("K", "L")));
    change("M", 1_200);
    assertThat(planned).isEqualTo(1_201);
  }

  @Test
  void waitsForWhatIsStillComing() {
    var served = served(1_000, 1_100, now -> now <= 1_007 ? "K" + now : null);
    assertThat(served.keySet()).containsExactly(1_009L);
    assertThat(served.get(1_009L)).hasSize(8).startsWith("K1000");
  }

  @Test
  void keepsMomentsApartHoweverOftenSomethingComes() {
    var served = served(1_000, 3_000, now -> "K" + now % 40);
    var moments = new ArrayList<>(served.keySet());
    assertThat(moments).hasSizeBetween(75, 81);
    for (int i = 1; i < moments.size(); i++) {
      assertThat(moments.get(i) - moments.get(i - 1)).isBetween(25L, 36L);
    }
  }

  @Test
  void servesManyCampaignsOneAfterTheOther() {
    for (int i = 0; i < 300; i++) {
      change("K" + i, 1_000);
    }
    var served = served(1_002, 1_200, nothing());
    assertThat(served.values()).extracting(List::size).containsExactly(125, 125, 50);
    assertThat(served.values().stream().flatMap(List::stream)).startsWith("K0", "K1").hasSize(300);
    assertThat(served.keySet()).containsExactly(1_002L, 1_026L, 1_051L);
  }

  @Test
  void aClockThatIsSetBackHoldsNothingUp() {
    change("K", 10_000_000);
    assertThat(served(10_000_002, 10_000_010, nothing())).hasSize(1);
    change("L", 1_000);
    assertThat(served(1_002, 1_030, nothing())).hasSize(1);
  }

  @Test
  void servesWhatWaitedWhenTheClockWasSetBack() {
    change("K", 10_000_000);
    assertThat(moments.due(1_000)).containsExactly("K");
    assertThat(moments.next(1_000)).isEqualTo(Moments.PLANNED);
  }
}
