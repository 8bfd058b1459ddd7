package io.campaignpulse.events;

import io.campaignpulse.events.avro.Agent;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.avro.OfferPolicy;
import io.campaignpulse.events.avro.PriorityWeights;
import io.campaignpulse.events.avro.Product;
import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.avro.ValueModel;
import java.util.Arrays;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** A kind of reference data, bound to its compacted topic, its id field and its codec. */
public enum ReferenceKind {
  CAMPAIGNS("campaigns", "campaignId", Campaign.class),
  CUSTOMERS("customers", "customerId", Customer.class),
  PRODUCTS("products", "productId", Product.class),
  OFFERS("offers", "offerId", Offer.class),
  AGENTS("agents", "agentId", Agent.class),
  VALUE_MODELS("value-models", "modelId", ValueModel.class),
  PRIORITY_WEIGHTS("priority-weights", "weightsId", PriorityWeights.class),
  ROUTING_RULES("routing-rules", "rulesId", RoutingRules.class),
  OFFER_POLICIES("offer-policies", "policyId", OfferPolicy.class);

  /** The id of the one value model, set of weights, set of rules and policy that is in use. */
  public static final String CURRENT = "CURRENT";

  private final String topic;
  private final String idField;
  private final RecordCodec<? extends SpecificRecord> codec;

  ReferenceKind(String topic, String idField, Class<? extends SpecificRecord> recordClass) {
    this.topic = topic;
    this.idField = idField;
    this.codec = new RecordCodec<>(recordClass);
  }

  /** The topic's name, which is the kind's name in addresses too. */
  public String topic() {
    return topic;
  }

  public String idField() {
    return idField;
  }

  public RecordCodec<? extends SpecificRecord> codec() {
    return codec;
  }

  /** The id of a record of this kind: its key on the topic. */
  public String id(SpecificRecord referenceRecord) {
    return (String) referenceRecord.get(referenceRecord.getSchema().getField(idField).pos());
  }

  /** The record of this id that is in use as long as nobody has set another. */
  public Optional<SpecificRecord> byDefault(String id) {
    if (!id.equals(CURRENT)) {
      return Optional.empty();
    }
    return switch (this) {
      case PRIORITY_WEIGHTS -> Optional.of(PriorityWeights.newBuilder().setWeightsId(id).build());
      case ROUTING_RULES -> Optional.of(RoutingRules.newBuilder().setRulesId(id).build());
      case OFFER_POLICIES -> Optional.of(OfferPolicy.newBuilder().setPolicyId(id).build());
      case CAMPAIGNS, CUSTOMERS, PRODUCTS, OFFERS, AGENTS, VALUE_MODELS -> Optional.empty();
    };
  }

  /** The one record of this kind that is in use as long as nobody has set another. */
  public <T extends SpecificRecord> T byDefault(Class<T> type) {
    return type.cast(byDefault(CURRENT).orElseThrow());
  }

  public static Optional<ReferenceKind> onTopic(String topic) {
    return Arrays.stream(values()).filter(k -> k.topic.equals(topic)).findFirst();
  }
}
