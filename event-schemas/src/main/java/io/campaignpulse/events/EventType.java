package io.campaignpulse.events;

import io.campaignpulse.events.avro.Call;
import io.campaignpulse.events.avro.CampaignContact;
import io.campaignpulse.events.avro.Interaction;
import io.campaignpulse.events.avro.OfferOutcome;
import io.campaignpulse.events.avro.Sale;
import io.campaignpulse.events.avro.WebVisit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** A kind of event, bound to the topic it flows on and the codec that reads and writes it. */
public enum EventType {
  CAMPAIGN_CONTACT("CampaignContact", "campaign-contacts", CampaignContact.class),
  CALL("Call", "calls", Call.class),
  WEB_VISIT("WebVisit", "web-visits", WebVisit.class),
  SALE("Sale", "sales", Sale.class),
  INTERACTION("Interaction", "interactions", Interaction.class),
  OFFER_OUTCOME("OfferOutcome", "offer-outcomes", OfferOutcome.class);

  private static final Map<String, EventType> BY_NAME = index(EventType::typeName);
  private static final Map<String, EventType> BY_TOPIC = index(EventType::topic);

  private final String typeName;
  private final String topic;
  private final RecordCodec<? extends SpecificRecord> codec;

  EventType(String typeName, String topic, Class<? extends SpecificRecord> recordClass) {
    this.typeName = typeName;
    this.topic = topic;
    this.codec = new RecordCodec<>(recordClass);
  }

  /** The name producers put in the {@code type} field. */
  public String typeName() {
    return typeName;
  }

  public String topic() {
    return topic;
  }

  public RecordCodec<? extends SpecificRecord> codec() {
    return codec;
  }

  public static Optional<EventType> named(String typeName) {
    return Optional.ofNullable(BY_NAME.get(typeName));
  }

  public static Optional<EventType> onTopic(String topic) {
    return Optional.ofNullable(BY_TOPIC.get(topic));
  }

  private static Map<String, EventType> index(Function<EventType, String> key) {
    return Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(key, type -> type));
  }

  /** The type of a decoded event. */
  public static EventType of(SpecificRecord event) {
    return named(event.getSchema().getName())
        .orElseThrow(() -> new IllegalArgumentException(event.getSchema() + " is no event"));
  }
}
