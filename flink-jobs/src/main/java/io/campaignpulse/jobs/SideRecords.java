package io.campaignpulse.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.Topics;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.events.views.RoutingDecision;
import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.ingest.DeadLetter;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.offers.Learned;
import io.campaignpulse.offers.OfferNews;
import io.campaignpulse.serving.ViewWrite;
import io.campaignpulse.value.Fitted;
import io.campaignpulse.value.Models;
import io.campaignpulse.value.Ranks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What the jobs write to Kafka. */
final class SideRecords {
  /** What a producer sends in one record by default, less room for its key and headers. */
  static final int LARGEST = 1_000_000;

  /** Reasons repeat what is wrong, which may be all of the record. */
  private static final int LONGEST_TEXT = 1_000;

  private SideRecords() {}

  /**
   * The original bytes, keyed by where they stood; where and why in the headers. Of a record that
   * could not be sent the beginning is kept: where it stood, all of it stands still.
   */
  static ProducerRecord<byte[], byte[]> deadLetter(DeadLetter letter) {
    var origin = letter.origin();
    var whole = letter.bytes().length <= LARGEST;
    var value = whole ? letter.bytes() : Arrays.copyOf(letter.bytes(), LARGEST);
    var reason =
        whole
            ? cut(letter.reason())
            : cut(letter.reason()) + " (kept without its end: too large for a dead letter)";
    var message = new ProducerRecord<>(Topics.DEAD_LETTERS, bytes(origin.toString()), value);
    message
        .headers()
        .add(Topics.HEADER_TOPIC, bytes(origin.topic()))
        .add(Topics.HEADER_PARTITION, bytes(Integer.toString(origin.partition())))
        .add(Topics.HEADER_OFFSET, bytes(Long.toString(origin.offset())))
        .add(Topics.HEADER_REASON, bytes(reason));
    return message;
  }

  /**
   * The event as it was understood; its original stands in Kafka at the origin it names. Where that
   * could not be sent, it is what it was, when, and whose.
   */
  static ProducerRecord<byte[], byte[]> late(Touch touch) {
    var json = json(touch);
    return new ProducerRecord<>(
        Topics.LATE_EVENTS,
        bytes(touch.origin().toString()),
        json.length <= LARGEST ? json : json(bare(touch)));
  }

  private static byte[] json(Object message) {
    try {
      return Json.MAPPER.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON for " + message, e);
    }
  }

  private static Touch bare(Touch touch) {
    return new Touch(
        cut(touch.eventId()),
        touch.kind(),
        touch.origin(),
        touch.at(),
        cut(touch.customerId()),
        touch.identities().stream().map(SideRecords::cut).toList(),
        cut(touch.unitId()),
        null,
        null,
        null,
        touch.status(),
        null,
        null,
        touch.amountMinor(),
        touch.act(),
        null,
        null,
        null);
  }

  private static String cut(String text) {
    return text == null || text.length() <= LONGEST_TEXT
        ? text
        : text.substring(0, LONGEST_TEXT - 1) + "…";
  }

  /** A fitted value model as reference data. */
  static ProducerRecord<byte[], byte[]> model(Fitted fitted) {
    var kind = ReferenceKind.VALUE_MODELS;
    var model = Models.published(fitted);
    return new ProducerRecord<>(kind.topic(), bytes(kind.id(model)), kind.codec().encode(model));
  }

  /** Where the tiers begin: the newest of one key is kept. */
  static ProducerRecord<byte[], byte[]> ranks(ValueRanks ranks) {
    return new ProducerRecord<>(
        Topics.VALUE_RANKS, bytes(ReferenceKind.CURRENT), Ranks.write(ranks));
  }

  /** A decision for other systems, keyed by its call; shortened where it could not be sent. */
  static ProducerRecord<byte[], byte[]> decision(RoutingDecision decision) {
    var json = json(decision);
    return new ProducerRecord<>(
        Topics.ROUTING_DECISIONS,
        bytes(decision.callId()),
        json.length <= LARGEST ? json : json(Shortened.routing(decision)));
  }

  /** What to offer whom, keyed by the customer; shortened where it could not be sent. */
  static ProducerRecord<byte[], byte[]> offer(ViewWrite decision) {
    var customer = decision.key().substring(RedisKeys.customer("").length());
    var json = bytes(decision.json());
    return new ProducerRecord<>(
        Topics.OFFER_DECISIONS,
        bytes(customer),
        json.length <= LARGEST ? json : json(Shortened.offer(offer(json))));
  }

  private static OfferDecision offer(byte[] json) {
    try {
      return Json.MAPPER.readValue(json, OfferDecision.class);
    } catch (IOException e) {
      throw new IllegalStateException("no decision", e);
    }
  }

  /** What was learned for offers: the newest of one key is kept. */
  static ProducerRecord<byte[], byte[]> learned(OfferNews news) {
    return new ProducerRecord<>(Topics.OFFER_LEARNING, bytes(news.about()), Learned.write(news));
  }

  static ProducerRecord<byte[], byte[]> command(String command) {
    return new ProducerRecord<>(Topics.COMMANDS, bytes(command), bytes(command));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
