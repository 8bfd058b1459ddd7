package io.campaignpulse.simulators.recount;

import static io.campaignpulse.simulators.recount.Story.END;
import static io.campaignpulse.simulators.recount.Story.WINDOW;
import static io.campaignpulse.simulators.recount.Story.at;
import static io.campaignpulse.simulators.recount.Story.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.avro.Attribution;
import io.campaignpulse.events.avro.CallPhase;
import io.campaignpulse.events.avro.ContactStatus;
import io.campaignpulse.events.views.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecountCreditTest {
  private final Story story = new Story();

  @ParameterizedTest
  @CsvSource({"-1,0", "0,1", "15840,1", "15841,0"})
  void aCodeCountsFromTheStartToTheEndAndAWindowMore(long minute, long visits) {
    assertThat(END + WINDOW).isEqualTo(15_840);
    story.campaign("K").visit(minute, id("C1"), "v", "K");
    assertThat(story.total("K", Figure.VISITS)).isEqualTo(visits);
  }

  @ParameterizedTest
  @CsvSource({"99,0", "100,1", "1540,1", "1541,0"})
  void aContactExplainsWhatFollowsWithinItsWindow(long minute, long visits) {
    story.campaign("K").contact(100, id("C1"), "k", "K", "A").visit(minute, id("C1"), "v", null);
    assertThat(story.total("K", Figure.VISITS)).isEqualTo(visits);
    assertThat(story.total("K", Figure.DIRECT_RESPONDERS)).isZero();
  }

  @Test
  void codesAreComparedExactlyAndDialledNumbersInOneForm() {
    story
        .campaign("K", k -> k.setDialInNumbers(List.of("+49 30 901820")))
        .campaign("L", l -> l.setCampaignCodes(List.of("Spring")))
        .call(1, id("C1"), "c1", "+4930901820")
        .call(2, id("C1"), "c2", "+4930901821")
        .visit(3, id("C1"), "v1", "Spring")
        .visit(4, id("C1"), "v2", "SPRING")
        .visit(5, id("C1"), "v3", "L");
    assertThat(story.total("K", Figure.CALLS)).isEqualTo(1);
    assertThat(story.total("L", Figure.VISITS)).isEqualTo(2);
  }

  @Test
  void ofSeveralCampaignsNamedTheLatestStartWinsThenTheGreatestId() {
    story
        .campaign("K", k -> k.setCampaignCodes(List.of("CODE")))
        .campaign("L", l -> l.setCampaignCodes(List.of("CODE")))
        .visit(100, id("C1"), "v", "CODE");
    assertThat(story.total("L", Figure.VISITS)).isEqualTo(1);
    assertThat(story.total("K", Figure.VISITS)).isZero();

    story.campaigns.get(0).setStartsAt(at(50));
    assertThat(story.total("K", Figure.VISITS)).isEqualTo(1);
    assertThat(story.total("L", Figure.VISITS)).isZero();
  }

  @Test
  void directWinsOverInferred() {
    story
        .campaign("K")
        .campaign("L")
        .contact(0, id("C1"), "k", "K", "A")
        .visit(1, id("C1"), "v", "L");
    assertThat(story.total("K", Figure.RESPONDERS)).isZero();
    assertThat(story.total("L", Figure.PASS_ALONG_RESPONDERS)).isEqualTo(1);
  }

  @Test
  void theMostRecentContactExplainsThenTheGreatestContactId() {
    story
        .campaign("K")
        .campaign("L")
        .contact(10, id("C1"), "a", "K", "A")
        .contact(20, id("C1"), "b", "L", "A")
        .visit(15, id("C1"), "v1", null)
        .visit(25, id("C1"), "v2", null)
        .contact(30, id("C1"), "d", "K", "A")
        .contact(30, id("C1"), "c", "L", "A")
        .visit(30, id("C1"), "v3", null);
    assertThat(story.total("K", Figure.VISITS)).isEqualTo(2);
    assertThat(story.total("L", Figure.VISITS)).isEqualTo(1);
  }

  @Test
  void aNewerContactWhoseWindowIsOverHidesNothing() {
    story
        .campaign("K")
        .campaign("L", l -> l.setResponseWindow("PT10M"))
        .contact(0, id("C1"), "a", "K", "A")
        .contact(20, id("C1"), "b", "L", "A")
        .visit(31, id("C1"), "v", null);
    assertThat(story.total("K", Figure.VISITS)).isEqualTo(1);
  }

  @Test
  void contactsThatCannotHaveCausedItArePassedOver() {
    story
        .campaign("K")
        .campaign("DIRECT", c -> c.setAttribution(Attribution.DIRECT_ONLY))
        .contact(0, id("C1"), "a", "K", "A")
        .contact(1, id("C1"), "b", "DIRECT", "A")
        .contact(2, id("C1"), "c", "unknown", "A")
        .contact(3, id("C1"), "d", "K", "CONTROL")
        .contact(4, id("C1"), "e", "K", "A")
        .contact(50, id("C1"), "e", "K", "A", ContactStatus.BOUNCED)
        .visit(5, id("C1"), "v", null);
    var counted = story.recount();
    assertThat(counted.get("K").total(Figure.VISITS)).isEqualTo(1);
    assertThat(counted.get("K").minutes().get(Story.minute(5)).get(Figure.RESPONDERS)).isEqualTo(1);
    assertThat(counted).containsOnlyKeys("K", "DIRECT");

    story.events.remove(0);
    assertThat(story.total("K", Figure.VISITS)).isZero();
  }

  @Test
  void onlyTheQueuedPhaseOfACallIsAnInteraction() {
    story
        .campaign("K", k -> k.setDialInNumbers(List.of("4711")))
        .call(1, id("C1"), "c", "4711", CallPhase.ANSWERED);
    assertThat(story.total("K", Figure.CALLS)).isZero();
    story.call(0, id("C1"), "c", "4711");
    assertThat(story.total("K", Figure.CALLS)).isEqualTo(1);
  }

  @Test
  void aReturnGoesWhereItsOrderWent() {
    story.campaign("K").campaign("L").goodsReturned(90, id("C1"), "o", "4.00");
    assertThat(story.recount("K").totals().zero()).isTrue();

    story.order(80, id("C1"), "o", "L", "30.00").order(70, id("C1"), "o", "K", "10.00");
    assertThat(story.total("K", Figure.REVENUE)).isEqualTo(600);
    assertThat(story.total("L", Figure.REVENUE)).isEqualTo(3_000);
    assertThat(story.recount("K").minutes().get(Story.minute(90)).get(Figure.REVENUE))
        .isEqualTo(-400);
    assertThat(story.total("K", Figure.ORDERS)).isEqualTo(1);
  }

  @Test
  void aReturnOfAnotherCustomersOrderIsNot() {
    story
        .campaign("K")
        .order(70, id("C1"), "o", "K", "10.00")
        .goodsReturned(80, id("C2"), "o", "4.00");
    assertThat(story.total("K", Figure.REVENUE)).isEqualTo(1_000);
  }
}
