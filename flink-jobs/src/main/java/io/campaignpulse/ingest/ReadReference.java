package io.campaignpulse.ingest;

import io.campaignpulse.events.Identities;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.ReferenceDoor;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.Topics;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.identity.IdentityMessage;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Profile;
import io.campaignpulse.offers.Learned;
import io.campaignpulse.offers.OfferNews;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.response.core.Terms;
import io.campaignpulse.value.Models;
import io.campaignpulse.value.Ranks;
import io.campaignpulse.value.core.ValueModel;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Reads reference data: campaigns as terms, customers as their profile and their links, and what is
 * in use of value models, ranks, weights, rules, offers and products. Keeps no state.
 */
final class ReadReference extends ProcessFunction<RawRecord, CampaignTerms> {
  private static final long serialVersionUID = 1L;

  static final OutputTag<Posting> PROFILES =
      new OutputTag<>("profiles") {
        private static final long serialVersionUID = 1L;
      };

  static final OutputTag<ValueModel> MODELS =
      new OutputTag<>("value-models") {
        private static final long serialVersionUID = 1L;
      };

  static final OutputTag<ValueRanks> RANKS =
      new OutputTag<>("value-ranks") {
        private static final long serialVersionUID = 1L;
      };

  static final OutputTag<Setting> SETTINGS =
      new OutputTag<>("settings") {
        private static final long serialVersionUID = 1L;
      };

  static final OutputTag<OfferNews> LEARNED =
      new OutputTag<>("learned") {
        private static final long serialVersionUID = 1L;
      };

  private static final Reading NOTHING = (context, out) -> {};

  private final String currencyCode;
  private transient ReferenceDoor door;

  ReadReference(Currency currency) {
    this.currencyCode = currency.getCurrencyCode();
  }

  @Override
  public void open(OpenContext context) {
    door = new ReferenceDoor(Currency.getInstance(currencyCode));
  }

  /** What a record says, and where it goes. */
  private interface Reading {
    void passOn(Context context, Collector<CampaignTerms> out);
  }

  /** A record is read as a whole before anything of it is passed on. */
  @Override
  public void processElement(RawRecord raw, Context context, Collector<CampaignTerms> out) {
    if (raw.value() == null) {
      // The mark of a deleted record; what it defined stays as it last was.
      return;
    }
    Reading reading;
    try {
      reading = read(raw);
    } catch (InvalidRecordException e) {
      refuse(raw, e.getMessage(), context);
      return;
    } catch (RuntimeException e) {
      // A record that trips the reader in a way nobody foresaw must not stop the others.
      refuse(raw, "unreadable: " + e, context);
      return;
    }
    reading.passOn(context, out);
  }

  private static void refuse(RawRecord raw, String reason, Context context) {
    context.output(RouteEvents.DEAD_LETTERS, new DeadLetter(raw.origin(), raw.value(), reason));
  }

  private Reading read(RawRecord raw) throws InvalidRecordException {
    return switch (raw.origin().topic()) {
      case Topics.VALUE_RANKS -> to(RANKS, present(Ranks.read(raw.value())));
      case Topics.OFFER_LEARNING -> to(LEARNED, present(Learned.read(raw.value())));
      default -> read(raw, ReferenceKind.onTopic(raw.origin().topic()).orElseThrow());
    };
  }

  private Reading read(RawRecord raw, ReferenceKind kind) throws InvalidRecordException {
    var message = door.admit(kind, kind.codec().decode(raw.value()));
    return switch (kind) {
      case CAMPAIGNS -> {
        var terms = Terms.of((Campaign) message);
        yield (context, out) -> out.collect(terms);
      }
      case CUSTOMERS -> customer((Customer) message, raw.timestamp());
      case VALUE_MODELS ->
          Models.of((io.campaignpulse.events.avro.ValueModel) message)
              .map(model -> to(MODELS, model))
              .orElse(NOTHING);
      case PRIORITY_WEIGHTS, ROUTING_RULES, OFFER_POLICIES ->
          kind.id(message).equals(ReferenceKind.CURRENT)
              ? to(SETTINGS, Setting.of(kind, message))
              : NOTHING;
      case PRODUCTS, OFFERS -> to(SETTINGS, Setting.of(kind, message));
      case AGENTS -> NOTHING;
    };
  }

  /** The word null is JSON, too. */
  private static <T> T present(T read) throws InvalidRecordException {
    if (read == null) {
      throw new InvalidRecordException("", "says nothing");
    }
    return read;
  }

  private static <T> Reading to(OutputTag<T> tag, T message) {
    return (context, out) -> context.output(tag, message);
  }

  private static Reading customer(Customer customer, long recordedAt) {
    var id = customer.getCustomerId();
    var updated = customer.getUpdatedAt();
    var at = updated == null ? recordedAt : updated.toEpochMilli();
    var profile = Posting.profile(id, profile(customer));
    var links = new ArrayList<IdentityMessage>();
    link("phone", customer.getPhones(), id, at, links);
    link("email", customer.getEmails(), id, at, links);
    link("visitor", customer.getVisitorIds(), id, at, links);
    return (context, out) -> {
      context.output(PROFILES, profile);
      links.forEach(link -> context.output(RouteEvents.IDENTITIES, link));
    };
  }

  private static Profile profile(Customer customer) {
    var birthday = customer.getBirthday();
    return new Profile(
        customer.getSegment(),
        customer.getLanguage(),
        List.copyOf(customer.getTags()),
        birthday == null ? 0 : birthday.getMonthValue() * 100 + birthday.getDayOfMonth(),
        customer.getMarketingOptOut(),
        customer.getDoNotCall());
  }

  private static void link(
      String kind, List<String> values, String customerId, long at, List<IdentityMessage> links) {
    for (var value : values) {
      links.add(IdentityMessage.link(Identities.key(kind, value), customerId, at));
    }
  }
}
