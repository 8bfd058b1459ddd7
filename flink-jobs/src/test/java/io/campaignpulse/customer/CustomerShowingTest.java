package io.campaignpulse.customer;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.campaign;
import static io.campaignpulse.response.core.Fixtures.contact;
import static io.campaignpulse.response.core.Fixtures.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Progressing;
import io.campaignpulse.serving.ViewWrite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerShowingTest {
  private CustomerHarness harness;

  @BeforeEach
  void open() throws Exception {
    harness = new CustomerHarness();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void enter(Touch touch) throws Exception {
    harness.enter("anna", touch);
  }

  private List<ViewWrite> shown() {
    return harness.side(Outputs.VIEWS);
  }

  private void tell(String command) throws Exception {
    harness.tell(new Command(command));
  }

  @Test
  void showsAtOnceWhatACustomerDidAndWhatTheyRespondedTo() throws Exception {
    harness.clock(1_000_000);
    harness.define(campaign("K"));
    enter(contact("c", "K", START));
    assertThat(shown()).isEmpty();
    enter(visit("v", START + DAY));
    assertThat(shown()).hasSize(1);
    assertThat(shown().get(0).key()).isEqualTo(RedisKeys.customer("anna"));
    assertThat(shown().get(0).field()).isEqualTo(RedisKeys.ACTIVITY);
    assertThat(shown().get(0).json()).contains("\"kind\":\"VISIT\"", "\"campaignId\":\"K\"");
  }

  @Test
  void aCustomerWhoWasOnlyContactedIsKnownFromThenOn() throws Exception {
    harness.clock(1_000_000);
    harness.define(campaign("K"));
    enter(contact("c", "K", START));
    harness.enter("visitor:v1", contact("d", "K", START));
    harness.clockRuns(1_000_000, 1_000_100);
    assertThat(shown()).hasSize(1);
    assertThat(newest("anna").json())
        .contains("\"recent\":[]", "\"unanswered\":[{\"campaignId\":\"K\"");
    enter(contact("e", "K", START + DAY));
    harness.clockRuns(1_000_100, 1_000_200);
    assertThat(shown()).hasSize(1);
  }

  @Test
  void contactsKeepNobodyWaitingWhoDoesSomething() throws Exception {
    harness.clock(1_000_000);
    for (int i = 0; i < 2_000; i++) {
      harness.enter("customer" + i, contact("c" + i, "K", START + i));
    }
    harness.clockRuns(1_000_000, 1_000_200);
    assertThat(shown().size()).isBetween(100, 1_000);
    enter(visit("v", START));
    assertThat(shown().get(shown().size() - 1).key()).isEqualTo(RedisKeys.customer("anna"));
    var contacted = shown().size() - 1;
    harness.restart();
    tell(Command.TICK);
    harness.clockRuns(1_000_200, 1_010_000);
    assertThat(shown()).hasSize(2_000 - contacted);
  }

  @Test
  void whoHasTimeGivesWayWhileOthersWait() throws Exception {
    harness.clock(1_000_000);
    for (int i = 0; i < 3_000; i++) {
      harness.enter("customer" + i, visit("v" + i, START + i));
      harness.enter("new" + i, contact("c" + i, "K", START + i));
    }
    harness.clockRuns(1_000_000, 1_000_200);
    var contacted = shown().stream().filter(view -> view.key().contains("new"));
    assertThat(contacted.count()).isBetween(20L, 60L);
  }

  @Test
  void tellsOfARunningCampaignThatOneHasRespondedToOnlyAsThat() throws Exception {
    harness.clock(1_000_000);
    harness.define(campaign("K"), campaign("L"), campaign("H"), endingSoon("over"));
    enter(contact("c", "K", START));
    enter(contact("d", "L", START + 1));
    enter(contact("o", "over", START + 2));
    enter(contact("held", "H", "CONTROL", Touch.Status.SENT, START + 3));
    enter(visit("v", START + 3 * DAY, "K-code"));
    assertThat(newest("anna").json())
        .contains("\"responses\":[{\"campaignId\":\"K\"")
        .contains("\"unanswered\":[{\"campaignId\":\"L\"")
        .doesNotContain("over", "\"H\"");
  }

  private static CampaignTerms endingSoon(String id) {
    var terms = campaign(id);
    return new CampaignTerms(
        id,
        terms.startsAt(),
        START + DAY,
        DAY,
        terms.counted(),
        false,
        "CONTROL",
        terms.codes(),
        terms.numbers(),
        1);
  }

  @Test
  void showsWhomACampaignsDefinitionMakesAResponder() throws Exception {
    harness.clock(1_000_000);
    for (int i = 0; i < 300; i++) {
      harness.enter("customer" + i, contact("c" + i, "K", START));
      harness.enter("customer" + i, visit("v" + i, START + DAY, "K-code"));
    }
    harness.enter("other", visit("w", START));
    harness.enter("visitor:v1", visit("x", START, "K-code"));
    harness.clockRuns(1_000_000, 1_005_000);
    var before = shown().size();
    harness.define(campaign("K"));
    assertThat(shown()).hasSize(before);
    harness.clockRuns(1_005_000, 1_005_060);
    assertThat(shown().size()).isBetween(before + 1, before + 200);
    harness.clockRuns(1_005_060, 1_010_000);
    assertThat(shown()).hasSize(before + 300);
    assertThat(newest("customer7").json()).contains("\"responses\":[{\"campaignId\":\"K\"");
  }

  @Test
  void showsOneAfterTheOtherThoseWhomThereIsNoTimeToShowAtOnce() throws Exception {
    harness.clock(1_000_000);
    for (int i = 0; i < 3_000; i++) {
      harness.enter("customer" + i % 2_000, visit("v" + i, START + i));
    }
    assertThat(shown().size()).isBetween(500, 1_500);
    var atOnce = shown().size();
    harness.clockRuns(1_000_000, 1_000_100);
    assertThat(shown().size()).isBetween(atOnce + 150, atOnce + 250);
    harness.clockRuns(1_000_100, 1_010_000);
    assertThat(shown().stream().map(ViewWrite::key).distinct()).hasSize(2_000);
    assertThat(newest("customer1999").json()).contains("" + (START + 1_999));
    assertThat(newest("customer999").json()).contains("" + (START + 2_999));
    harness.clock(1_020_000);
    enter(visit("later", START));
    assertThat(shown().get(shown().size() - 1).key()).isEqualTo(RedisKeys.customer("anna"));
  }

  private ViewWrite newest(String customer) {
    return shown().stream()
        .filter(view -> view.key().equals(RedisKeys.customer(customer)))
        .reduce((one, other) -> other)
        .orElseThrow();
  }

  @Test
  void showsNobodyBeforeItHasCaughtUpAndAllOnCommand() throws Exception {
    harness.clock(1_000_000);
    Progressing.caughtUp = false;
    enter(visit("v", START));
    harness.clock(1_001_000);
    assertThat(shown()).isEmpty();
    Progressing.caughtUp = true;
    harness.clock(1_002_000);
    assertThat(shown()).hasSize(1);
    tell(Command.REBUILD);
    assertThat(shown()).hasSize(2);
  }

  @Test
  void takesItsTurnsAlsoAfterARestart() throws Exception {
    harness.clock(1_000_000);
    Progressing.caughtUp = false;
    enter(visit("v", START));
    harness.restart();
    harness.clock(1_001_000);
    tell(Command.TICK);
    assertThat(shown()).isEmpty();
    Progressing.caughtUp = true;
    harness.clock(1_002_000);
    assertThat(shown()).hasSize(1);
  }

  @Test
  void takesOnlySoManyTurnsAtATimeHoweverManyAreOwed() throws Exception {
    harness.clock(1_000_000);
    Progressing.caughtUp = false;
    for (int i = 0; i < 250; i++) {
      harness.enter("customer" + i, visit("v" + i, START));
    }
    harness.restart();
    tell(Command.TICK);
    Progressing.caughtUp = true;
    harness.clock(1_001_000);
    assertThat(shown().size()).isBetween(1, 150);
    harness.clockRuns(1_001_000, 1_002_000);
    assertThat(shown()).hasSize(250);
  }

  @Test
  void takesEachTurnOnceWhereverACustomerIsAfterARestart() throws Exception {
    harness.clock(1_000_000);
    Progressing.caughtUp = false;
    for (int i = 0; i < 20; i++) {
      harness.enter("customer" + i, visit("v" + i, START));
    }
    var kept = harness.snapshot();
    Progressing.caughtUp = true;
    var shown = new ArrayList<String>();
    for (int half = 0; half < 2; half++) {
      harness.restoreHalf(kept, half);
      tell(Command.TICK);
      harness.clockRuns(1_001_000, 1_002_000);
      assertThat(shown()).isNotEmpty().allMatch(view -> view.json() != null);
      shown().forEach(view -> shown.add(view.key()));
    }
    assertThat(shown).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void showsNothingAnyMoreOfWhomAllIsForgotten() throws Exception {
    harness.clock(1_000_000);
    enter(visit("v", START));
    harness.watermark(START + 95 * DAY);
    var gone = ViewWrite.gone(RedisKeys.customer("anna"), RedisKeys.ACTIVITY);
    assertThat(shown()).hasSize(2).endsWith(gone);
  }
}
