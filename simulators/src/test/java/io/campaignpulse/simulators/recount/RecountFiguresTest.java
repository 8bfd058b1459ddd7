package io.campaignpulse.simulators.recount;

import static io.campaignpulse.simulators.recount.Story.id;
import static io.campaignpulse.simulators.recount.Story.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.avro.ContactStatus;
import io.campaignpulse.events.avro.ResponseType;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecountFiguresTest {
  private final Story story = new Story();

  @Test
  void contactsCountByTheirIdAndCustomersOnce() {
    story
        .campaign("K")
        .contact(9, id("C1"), "a", "K", "A", ContactStatus.OPENED)
        .contact(3, id("C1"), "a", "K", "A", ContactStatus.SENT)
        .contact(7, id("C1"), "a", "K", "A", ContactStatus.OPENED)
        .contact(20, id("C1"), "b", "K", "A", ContactStatus.CLICKED)
        .contact(21, id("C1"), "b", "K", "A", ContactStatus.UNSUBSCRIBED)
        .contact(22, id("C1"), "b", "K", "A", ContactStatus.BOUNCED)
        .contact(30, id("C1"), "c", "K", "CONTROL", ContactStatus.OPENED);
    var counted = story.recount("K");
    assertThat(counted.totals())
        .isEqualTo(
            Tally.of(
                Map.of(
                    "contacts", 2L,
                    "contacted", 1L,
                    "opened", 1L,
                    "clicked", 1L,
                    "unsubscribed", 1L,
                    "bounced", 1L,
                    "assigned", 1L)));
    assertThat(counted.minutes().get(minute(7))).isEqualTo(new Tally().add(Figure.OPENED, 1));
    assertThat(counted.minutes().get(minute(20)).get(Figure.CONTACTS)).isEqualTo(1);
    assertThat(counted.minutes().get(minute(3)).get(Figure.CONTACTED)).isEqualTo(1);
    assertThat(counted.minutes()).doesNotContainKey(minute(30));
  }

  @Test
  void theEarliestEventOfAContactSaysWhatItIs() {
    story
        .campaign("K")
        .campaign("L")
        .contact(5, id("C1"), "a", "L", "B")
        .contact(4, id("C1"), "a", "K", "A");
    assertThat(story.total("L", Figure.CONTACTS)).isZero();
    assertThat(story.recount("K").byVariant()).containsOnlyKeys("A");
    assertThat(story.recount("K").byChannel()).containsOnlyKeys("EMAIL");
  }

  @Test
  void respondersNeedACountedTypeButActsAreCountedWhateverTheirType() {
    story
        .campaign("K", k -> k.setResponseTypes(List.of(ResponseType.CALL)))
        .contact(0, id("C1"), "a", "K", "A")
        .visit(1, id("C1"), "v", "K")
        .visit(2, id("C1"), "v", "K")
        .order(3, id("C1"), "o", "K", "1.00")
        .other(4, id("C1"), "i", "K")
        .order(3, id("C2"), "o", "K", "1.00");
    assertThat(story.recount("K").totals())
        .isEqualTo(
            Tally.of(
                Map.ofEntries(
                    Map.entry("contacts", 1L),
                    Map.entry("contacted", 1L),
                    Map.entry("visits", 1L),
                    Map.entry("orders", 2L),
                    Map.entry("other", 1L),
                    Map.entry("converters", 2L),
                    Map.entry("contactedConverters", 1L),
                    Map.entry("revenueMinor", 200L),
                    Map.entry("assigned", 1L),
                    Map.entry("bought", 1L),
                    Map.entry("spendMinor", 100L),
                    Map.entry("spendSquared", 10_000L))));
  }

  @Test
  void respondersStandInTheMinuteOfTheFirstThatMakesThemSo() {
    story
        .campaign("K")
        .contact(0, id("C1"), "a", "K", "A")
        .visit(5, id("C1"), "v1", null)
        .visit(8, id("C1"), "v2", "K")
        .order(12, id("C1"), "o", null, "1.00");
    var minutes = story.recount("K").minutes();
    assertThat(minutes.get(minute(5)).get(Figure.RESPONDERS)).isEqualTo(1);
    assertThat(minutes.get(minute(8)).get(Figure.DIRECT_RESPONDERS)).isEqualTo(1);
    assertThat(minutes.get(minute(12)).get(Figure.CONVERTERS)).isEqualTo(1);
    assertThat(minutes.get(minute(12)).get(Figure.CONTACTED_CONVERTERS)).isEqualTo(1);
  }

  @Test
  void whoeverRespondsBeforeBeingContactedIsNoPassAlong() {
    story.campaign("K").visit(5, id("C1"), "v1", "K").contact(500, id("C1"), "a", "K", "A");
    assertThat(story.total("K", Figure.DIRECT_RESPONDERS)).isEqualTo(1);
    assertThat(story.total("K", Figure.PASS_ALONG_RESPONDERS)).isZero();
  }

  @Test
  void theHeldOutWhoRespondDirectlyArePassAlong() {
    story.campaign("K").contact(1, id("C1"), "a", "K", "CONTROL").visit(5, id("C1"), "v", "K");
    assertThat(story.total("K", Figure.PASS_ALONG_RESPONDERS)).isEqualTo(1);
    assertThat(story.recount("K").byVariant()).containsOnlyKeys("CONTROL");
  }

  @Test
  void breakdownsGoByTheFirstContactAndTheSegmentOnFile() {
    story
        .campaign("K")
        .customer("C1", "old", null, 0)
        .customer("C1", "new", null, 1)
        .contact(5, id("C1"), "b", "K", "A")
        .contact(5, id("C1"), "a", "K", "B")
        .visit(6, id("C1"), "v", null)
        .visit(7, id("C2"), "v", "K");
    var counted = story.recount("K");
    assertThat(counted.byVariant().get("B").get(Figure.RESPONDERS)).isEqualTo(1);
    assertThat(counted.byVariant()).containsOnlyKeys("B", "NONE");
    assertThat(counted.byChannel()).containsOnlyKeys("LETTER", "NONE");
    assertThat(counted.bySegment()).containsOnlyKeys("new", "NONE");
    assertThat(counted.byVariant().get("NONE").get(Figure.PASS_ALONG_RESPONDERS)).isEqualTo(1);
  }

  @Test
  void liftLooksAtTheWindowOfTheFirstContactWhoeverIsCredited() {
    story
        .campaign("K", k -> k.setResponseTypes(List.of(ResponseType.CALL)))
        .campaign("L")
        .contact(100, id("C1"), "a", "K", "CONTROL")
        .contact(900, id("C1"), "b", "K", "A")
        .order(99, id("C1"), "before", null, "1.00")
        .order(100, id("C1"), "o1", "L", "10.00")
        .order(1_540, id("C1"), "o2", null, "20.00")
        .order(1_541, id("C1"), "after", null, "40.00")
        .goodsReturned(200, id("C1"), "o1", "3.00")
        .goodsReturned(1_541, id("C1"), "o2", "5.00")
        .goodsReturned(300, id("C1"), "before", "1.00");
    var row = story.recount("K").byVariant().get("CONTROL");
    assertThat(row.get(Figure.ASSIGNED)).isEqualTo(1);
    assertThat(row.get(Figure.REACTED)).isZero();
    assertThat(row.get(Figure.BOUGHT)).isEqualTo(1);
    assertThat(row.get(Figure.SPEND)).isEqualTo(2_700);
    assertThat(row.get(Figure.SPEND_SQUARED)).isEqualTo(2_700L * 2_700L);
    assertThat(story.recount("K").minutes().get(minute(100)).get(Figure.SPEND)).isEqualTo(2_700);
    assertThat(story.recount("K").byChannel().get("LETTER").get(Figure.ASSIGNED)).isZero();

    story.call(150, id("C1"), "c", "+18005550100");
    assertThat(story.total("K", Figure.REACTED)).isEqualTo(1);
  }

  @Test
  void aGreatSpendIsSquaredToTheLastUnit() {
    story
        .campaign("K")
        .contact(0, id("C1"), "a", "K", "A")
        .order(1, id("C1"), "o", "K", "90000000.01");
    // 9,000,000,001 squared is 81,000,000,018,000,000,001.
    assertThat(story.total("K", Figure.SPEND_SQUARED_UPPER)).isEqualTo(18_859_282_140L);
    assertThat(story.total("K", Figure.SPEND_SQUARED)).isEqualTo(663_106_561L);
  }

  @Test
  void anUndefinedCampaignHasNoFigures() {
    story.contact(1, id("C1"), "a", "K", "A").visit(2, id("C1"), "v", "K");
    assertThat(story.recount()).isEmpty();
    story.campaign("K");
    assertThat(story.total("K", Figure.DIRECT_RESPONDERS)).isEqualTo(1);
  }
}
