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

  private final String currencyCode;
  private transient ReferenceDoor door;

  ReadReference(Currency currency) {
    this.currencyCode = currency.getCurrencyCode();
  }

  @Override
  public void open(OpenContext context) {
    door = new ReferenceDoor(Currency.getInstance(currencyCode));
  }

  @Override
  public void processElement(RawRecord raw, Context context, Collector<CampaignTerms> out) {
    if (raw.value() == null) {
      // The mark of a deleted record; what it defined stays as it last was.
      return;
    }
    try {
      if (raw.origin().topic().equals(Topics.VALUE_RANKS)) {
        context.output(RANKS, Ranks.read(raw.value()));
      } else if (raw.origin().topic().equals(Topics.OFFER_LEARNING)) {
        context.output(LEARNED, Learned.read(raw.value()));
      } else {
        read(raw, context, out);
      }
    } catch (InvalidRecordException e) {
      context.output(
          RouteEvents.DEAD_LETTERS, new DeadLetter(raw.origin(), raw.value(), e.getMessage()));
    }
  }

  private void read(RawRecord raw, Context context, Collector<CampaignTerms> out)
      throws InvalidRecordException {
    var kind = ReferenceKind.onTopic(raw.origin().topic()).orElseThrow();
    var message = door.admit(kind, kind.codec().decode(raw.value()));
    switch (kind) {
      case CAMPAIGNS -> out.collect(Terms.of((Campaign) message));
      case CUSTOMERS -> customer((Customer) message, raw.timestamp(), context);
      case VALUE_MODELS ->
          Models.of((io.campaignpulse.events.avro.ValueModel) message)
              .ifPresent(model -> context.output(MODELS, model));
      case PRIORITY_WEIGHTS, ROUTING_RULES, OFFER_POLICIES -> {
        if (kind.id(message).equals(ReferenceKind.CURRENT)) {
          context.output(SETTINGS, Setting.of(kind, message));
        }
      }
      case PRODUCTS, OFFERS -> context.output(SETTINGS, Setting.of(kind, message));
      case AGENTS -> {}
    }
  }

  private static void customer(Customer customer, long recordedAt, Context context) {
    var id = customer.getCustomerId();
    var updated = customer.getUpdatedAt();
    var at = updated == null ? recordedAt : updated.toEpochMilli();
    context.output(PROFILES, Posting.profile(id, profile(customer)));
    link("phone", customer.getPhones(), id, at, context);
    link("email", customer.getEmails(), id, at, context);
    link("visitor", customer.getVisitorIds(), id, at, context);
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
      String kind, List<String> values, String customerId, long at, Context context) {
    for (var value : values) {
      context.output(
          RouteEvents.IDENTITIES,
          IdentityMessage.link(Identities.key(kind, value), customerId, at));
    }
  }
}
