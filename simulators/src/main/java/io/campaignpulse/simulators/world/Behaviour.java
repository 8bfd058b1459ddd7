package io.campaignpulse.simulators.world;

import io.campaignpulse.events.avro.Call;
import io.campaignpulse.events.avro.CallPhase;
import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.events.avro.Disposition;
import io.campaignpulse.events.avro.Interaction;
import io.campaignpulse.events.avro.InteractionChannel;
import io.campaignpulse.events.avro.InteractionReason;
import io.campaignpulse.events.avro.VisitAction;
import io.campaignpulse.events.avro.WebVisit;
import java.time.Instant;

/** What people do when they turn to the company: visit, call, write, and at times buy. */
final class Behaviour {
  /** The company's own number, which belongs to no campaign. */
  static final String MAIN_NUMBER = "+18005550100";

  private final Company company;
  private final Purchases purchases;

  Behaviour(Company company) {
    this.company = company;
    this.purchases = new Purchases(company);
  }

  /**
   * Why somebody turns to the company.
   *
   * @param code of the campaign they name, or null
   * @param dials the number they call
   * @param category what they are after, or null for anything
   * @param buys how likely they buy
   */
  record Motive(String code, String dials, String category, double buys) {}

  /** One approach by any channel: the call centre answers around the clock. */
  void turnsToCompany(Story story, Party party, Motive motive, Instant at, double calls) {
    var way = story.chance().even();
    if (way < calls) {
      calls(story, party, motive, at);
    } else if (way > 0.96) {
      writes(story, party, motive, at);
    } else {
      visits(story, party, motive, at);
    }
  }

  /** Customers log in sooner or later, so that what they did before can be told to be theirs. */
  private void visits(Story story, Party party, Motive motive, Instant begins) {
    var chance = story.chance();
    var item = purchases.wanted(chance, motive.category());
    var visitId = "visit-" + story.id();
    var at = begins;
    page(story, visitId, VisitAction.PAGE_VIEW, null, motive.code(), at, party.onTheWeb());
    for (int pages = chance.below(3); pages >= 0; pages--) {
      at = at.plusMillis(chance.between(4_000, 40_000));
      page(story, visitId, VisitAction.PRODUCT_VIEW, item.id(), null, at, party.onTheWeb());
    }
    var buys = chance.holds(motive.buys());
    if (party.loggedIn() != null) {
      // some log in only long after they looked around
      at = at.plusMillis(buys || chance.holds(0.8) ? 15_000 : chance.between(60_000, 1_800_000));
      page(story, visitId, VisitAction.LOGIN, null, null, at, party.loggedIn());
    }
    if (buys) {
      var shopper = party.atCheckout();
      at = at.plusMillis(chance.between(5_000, 30_000));
      page(story, visitId, VisitAction.ADD_TO_CART, item.id(), null, at, shopper);
      at = at.plusMillis(chance.between(10_000, 60_000));
      page(story, visitId, VisitAction.CHECKOUT_STARTED, null, null, at, shopper);
      at = at.plusMillis(chance.between(20_000, 90_000));
      purchases.buys(story, shopper, item, party.value(), "WEB", motive.code(), null, at);
    }
  }

  private static void page(
      Story story,
      String visitId,
      VisitAction action,
      String productId,
      String code,
      Instant at,
      CustomerRef who) {
    var visit = new WebVisit();
    visit.setVisitId(visitId);
    visit.setAction(action);
    visit.setProductId(productId);
    visit.setCampaignCode(code);
    visit.setUrl(productId == null ? "/" : "/products/" + productId);
    story.tell(visit, at, who);
  }

  /** A caller is known by nothing but their number. */
  private void calls(Story story, Party party, Motive motive, Instant at) {
    var chance = story.chance();
    var wait = (long) (1000 * chance.waiting(18));
    call(story, CallPhase.QUEUED, motive, at, party, call -> {});
    if (chance.holds(0.06)) {
      var patience = chance.between(10_000, 180_000);
      call(
          story,
          CallPhase.ABANDONED,
          motive,
          at.plusMillis(patience),
          party,
          call -> call.setWaitMillis(patience));
      return;
    }
    var agent = company.anyAgent(chance);
    var talk = chance.between(60_000, 540_000);
    var buys = chance.holds(motive.buys());
    var answered = at.plusMillis(wait);
    call(
        story,
        CallPhase.ANSWERED,
        motive,
        answered,
        party,
        call -> {
          call.setAgentId(agent);
          call.setWaitMillis(wait);
        });
    var ended = answered.plusMillis(talk);
    call(
        story,
        CallPhase.ENDED,
        motive,
        ended,
        party,
        call -> {
          call.setAgentId(agent);
          call.setTalkMillis(talk);
          call.setWrapUpMillis(chance.between(5_000, 60_000));
          call.setDisposition(buys ? Disposition.ORDER : Disposition.ENQUIRY);
          call.setSatisfaction(chance.holds(0.3) ? 2 + chance.below(4) : null);
        });
    if (buys) {
      var item = purchases.wanted(chance, motive.category());
      purchases.buys(
          story, party.onThePhone(), item, party.value(), "PHONE", motive.code(), agent, ended);
    }
  }

  private interface Details {
    void fill(Call call);
  }

  private static void call(
      Story story, CallPhase phase, Motive motive, Instant at, Party party, Details details) {
    var call = new Call();
    call.setCallId("call-" + story.id());
    call.setPhase(phase);
    call.setQueue(motive.code() == null ? "service" : "sales");
    call.setDialledNumber(motive.dials());
    details.fill(call);
    story.tell(call, at, party.onThePhone());
  }

  private static void writes(Story story, Party party, Motive motive, Instant at) {
    var letter = new Interaction();
    letter.setInteractionId("mail-" + story.id());
    letter.setChannel(InteractionChannel.EMAIL);
    letter.setReason(InteractionReason.ENQUIRY);
    letter.setCampaignCode(motive.code());
    story.tell(letter, at, party.byMail());
  }
}
