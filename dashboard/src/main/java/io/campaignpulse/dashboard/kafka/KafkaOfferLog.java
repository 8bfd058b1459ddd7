package io.campaignpulse.dashboard.kafka;

import io.campaignpulse.dashboard.ports.DecisionText;
import io.campaignpulse.dashboard.ports.DecisionsBack;
import io.campaignpulse.dashboard.ports.OfferLog;
import io.campaignpulse.events.Topics;
import io.campaignpulse.events.views.OfferDecision;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;

/** The decisions on offers on their Kafka topic, read when somebody asks. */
public final class KafkaOfferLog implements OfferLog {
  /** How many decisions are read back at a time. */
  private static final int SOME = 2_000;

  private final TopicReader topic;

  public KafkaOfferLog(KafkaClients clients) {
    this(clients::consumer);
  }

  KafkaOfferLog(Supplier<Consumer<String, byte[]>> consumers) {
    this.topic = new TopicReader(consumers, Topics.OFFER_DECISIONS);
  }

  @Override
  public boolean read(Extent extent, java.util.function.Consumer<OfferDecision> each) {
    return topic.readSince(
        extent.from(),
        extent.most(),
        extent.within(),
        message -> decision(message.value()).ifPresent(each));
  }

  /**
   * Opens the log at its end, to read it back.
   *
   * @param most decisions, the newest
   */
  public DecisionsBack newestFirst(long most) {
    return topic.newestFirst(most, SOME);
  }

  private static Optional<OfferDecision> decision(byte[] value) {
    return DecisionText.read(value == null ? null : new String(value, StandardCharsets.UTF_8));
  }
}
