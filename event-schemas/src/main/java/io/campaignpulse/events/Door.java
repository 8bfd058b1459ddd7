package io.campaignpulse.events;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.campaignpulse.events.avro.Call;
import io.campaignpulse.events.avro.CampaignContact;
import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.events.avro.Interaction;
import io.campaignpulse.events.avro.OfferOutcome;
import io.campaignpulse.events.avro.Sale;
import io.campaignpulse.events.avro.SaleLine;
import io.campaignpulse.events.avro.WebVisit;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/**
 * The checks that every event passes, whichever way it comes in: identities and channels are
 * brought to one form, money is in the reporting currency, and nothing lies far in the future.
 */
public final class Door {
  /** How far ahead of its arrival an event may say it happened: clocks differ, centuries don't. */
  public static final Duration CLOCK_TOLERANCE = Duration.ofHours(24);

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Channels as given and as written here: the same few, again and again. */
  private static final LoadingCache<String, String> CHANNELS =
      Caffeine.newBuilder().maximumSize(1_000).build(Door::channelWord);

  private final Currency currency;

  public Door(Currency currency) {
    this.currency = currency;
  }

  /**
   * Normalises the event in place.
   *
   * @param arrivedAt when the event reached us
   */
  public <T extends SpecificRecord> T admit(T event, Instant arrivedAt)
      throws InvalidRecordException {
    var problems = new Problems();
    text(problems, event, "eventId");
    customer(problems, (CustomerRef) get(event, "customer"));
    var occurredAt = (Instant) get(event, "occurredAt");
    Times.check(problems, "occurredAt", occurredAt);
    problems.require(
        !occurredAt.isAfter(arrivedAt.plus(CLOCK_TOLERANCE)),
        "occurredAt",
        () -> occurredAt + " is more than " + CLOCK_TOLERANCE.toHours() + " hours ahead");
    own(problems, event);
    problems.throwIfAny();
    return event;
  }

  private void own(Problems problems, SpecificRecord event) {
    switch (EventType.of(event)) {
      case CAMPAIGN_CONTACT -> contact(problems, (CampaignContact) event);
      case CALL -> call(problems, (Call) event);
      case WEB_VISIT -> visit(problems, (WebVisit) event);
      case SALE -> sale(problems, (Sale) event);
      case INTERACTION -> interaction(problems, (Interaction) event);
      case OFFER_OUTCOME -> outcome(problems, (OfferOutcome) event);
    }
  }

  private static void customer(Problems problems, CustomerRef ref) {
    ref.setCustomerId(blankToNull(ref.getCustomerId()));
    ref.setVisitorId(blankToNull(ref.getVisitorId()));
    problems.requireShort("customer.customerId", ref.getCustomerId());
    problems.requireShort("customer.visitorId", ref.getVisitorId());
    normalise(problems, "customer.phone", ref.getPhone(), Identities::phone, ref::setPhone);
    normalise(problems, "customer.email", ref.getEmail(), Identities::email, ref::setEmail);
    problems.require(
        ref.getCustomerId() != null || !Identities.lookups(ref).isEmpty(),
        "customer",
        "needs one of customerId, phone, email, visitorId");
  }

  private static void contact(Problems problems, CampaignContact contact) {
    text(problems, contact, "contactId");
    text(problems, contact, "campaignId");
    text(problems, contact, "variant");
    contact.setChannel(channel(problems, contact.getChannel()));
  }

  private static void outcome(Problems problems, OfferOutcome outcome) {
    text(problems, outcome, "decisionId");
    text(problems, outcome, "offerId");
    problems.requireShort("agentId", outcome.getAgentId());
    outcome.setChannel(channel(problems, outcome.getChannel()));
  }

  private static void visit(Problems problems, WebVisit visit) {
    text(problems, visit, "visitId");
    problems.requireShort("campaignCode", visit.getCampaignCode());
    problems.requireShort("productId", visit.getProductId());
  }

  private static void interaction(Problems problems, Interaction interaction) {
    text(problems, interaction, "interactionId");
    problems.requireShort("campaignCode", interaction.getCampaignCode());
    servedBy(problems, interaction.getAgentId(), interaction.getDepartmentId());
  }

  private static void servedBy(Problems problems, String agentId, String departmentId) {
    problems.requireShort("agentId", agentId);
    problems.requireShort("departmentId", departmentId);
  }

  private static void call(Problems problems, Call call) {
    text(problems, call, "callId");
    text(problems, call, "queue");
    problems.requireShort("campaignCode", call.getCampaignCode());
    servedBy(problems, call.getAgentId(), call.getDepartmentId());
    if (problems.requireShort("dialledNumber", call.getDialledNumber())) {
      call.setDialledNumber(Identities.dialled(call.getDialledNumber()));
    }
    notNegative(problems, "waitMillis", call.getWaitMillis());
    notNegative(problems, "talkMillis", call.getTalkMillis());
    notNegative(problems, "holdMillis", call.getHoldMillis());
    notNegative(problems, "wrapUpMillis", call.getWrapUpMillis());
    var satisfaction = call.getSatisfaction();
    problems.require(
        satisfaction == null || (satisfaction >= 1 && satisfaction <= 5),
        "satisfaction",
        () -> satisfaction + " is not within 1 to 5");
  }

  private void sale(Problems problems, Sale sale) {
    text(problems, sale, "orderId");
    problems.requireShort("campaignCode", sale.getCampaignCode());
    servedBy(problems, sale.getAgentId(), sale.getDepartmentId());
    problems.requireShort("offerDecisionId", sale.getOfferDecisionId());
    sale.setChannel(channel(problems, sale.getChannel()));
    if (sale.getCurrency() == null) {
      sale.setCurrency(currency.getCurrencyCode());
    }
    problems.require(
        sale.getCurrency().equals(currency.getCurrencyCode()),
        "currency",
        () -> sale.getCurrency() + " is not the reporting currency " + currency.getCurrencyCode());
    Amounts.check(problems, "amount", sale.getAmount(), currency);
    for (int i = 0; i < sale.getLines().size(); i++) {
      line(problems, sale.getLines().get(i), i);
    }
  }

  private static void line(Problems problems, SaleLine line, int place) {
    name(problems, place, "productId", line.getProductId());
    name(problems, place, "category", line.getCategory());
    if (line.getQuantity() <= 0) {
      problems.add("lines[" + place + "].quantity", "must be positive");
    }
    if (line.getUnitPrice().signum() < 0) {
      problems.add("lines[" + place + "].unitPrice", "must not be negative");
    }
  }

  /** Where it is stands in words only if it is at fault: an order may have many lines. */
  private static void name(Problems problems, int place, String field, String id) {
    if (!Problems.isShort(id)) {
      problems.requireShort("lines[" + place + "]." + field, id);
    }
  }

  private static String channel(Problems problems, String given) {
    if (!problems.requireShort("channel", given)) {
      return given;
    }
    var word = CHANNELS.get(given);
    problems.require(!word.isEmpty(), "channel", "is empty");
    return word;
  }

  /** The word for a channel, however it is written. */
  public static String channelWord(String given) {
    var word = NO_WORD.matcher(given.trim().toUpperCase(Locale.ROOT)).replaceAll("_");
    return word.equals("E_MAIL") ? "EMAIL" : word;
  }

  private static void normalise(
      Problems problems,
      String field,
      String given,
      UnaryOperator<String> rule,
      Consumer<String> set) {
    if (!problems.requireShort(field, given)) {
      return;
    }
    try {
      set.accept(blankToNull(given) == null ? null : rule.apply(given));
    } catch (IllegalArgumentException e) {
      problems.add(field, e.getMessage());
    }
  }

  private static void text(Problems problems, SpecificRecord event, String field) {
    var value = (String) get(event, field);
    problems.require(!value.isBlank(), field, "is empty");
    problems.requireShort(field, value);
  }

  private static void notNegative(Problems problems, String field, Long value) {
    problems.require(value == null || value >= 0, field, "must not be negative");
  }

  private static Object get(SpecificRecord event, String field) {
    return event.get(event.getSchema().getField(field).pos());
  }

  private static String blankToNull(String value) {
    return value == null || value.isBlank() ? null : value.trim();
  }
}
