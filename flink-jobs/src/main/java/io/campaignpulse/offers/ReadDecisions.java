package io.campaignpulse.offers;

import io.campaignpulse.events.Json;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.offers.Silence;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.DeadLetter;
import io.campaignpulse.ingest.RawRecord;
import io.campaignpulse.offers.core.Proposal;
import io.campaignpulse.serving.ViewWrite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Reads decisions back from Kafka. Only what stands there is served: so nobody acts on a decision
 * that a kill takes back. What an earlier run decided goes to the customers' books, which may have
 * been restored as of a moment before it; of silence only that of the group without offers, which
 * is a first chance as well. Keeps no state.
 */
final class ReadDecisions extends AbstractStreamOperator<ViewWrite>
    implements OneInputStreamOperator<RawRecord, ViewWrite> {
  private static final long serialVersionUID = 1L;

  static final OutputTag<Posting> PROPOSED =
      new OutputTag<>("proposed") {
        private static final long serialVersionUID = 1L;
      };

  static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters") {
        private static final long serialVersionUID = 1L;
      };

  /** Clocks of what wrote to Kafka before and of this may differ by so much. */
  private static final long CLOCKS_MILLIS = 60_000;

  private transient long startedAt;

  @Override
  public void open() throws Exception {
    super.open();
    startedAt = getProcessingTimeService().getCurrentProcessingTime();
  }

  @Override
  public void processElement(StreamRecord<RawRecord> element) {
    var raw = element.getValue();
    if (raw.key() == null || raw.value() == null) {
      return;
    }
    var customer = new String(raw.key(), StandardCharsets.UTF_8);
    var json = new String(raw.value(), StandardCharsets.UTF_8);
    var key = RedisKeys.customer(customer);
    output.collect(new StreamRecord<>(new ViewWrite(key, RedisKeys.OFFER, json, null, null)));
    if (raw.timestamp() < startedAt + CLOCKS_MILLIS) {
      recall(raw);
    }
  }

  private void recall(RawRecord raw) {
    try {
      var decision = Json.MAPPER.readValue(raw.value(), OfferDecision.class);
      if (decision.offerId() != null || decision.silence() == Silence.SILENT_GROUP) {
        var proposal = Proposal.touch(decision, raw.origin());
        var posting = Posting.enter(decision.customerId(), proposal);
        output.collect(PROPOSED, new StreamRecord<>(posting));
      }
    } catch (IOException e) {
      var letter = new DeadLetter(raw.origin(), raw.value(), "no decision: " + e.getMessage());
      output.collect(DEAD_LETTERS, new StreamRecord<>(letter));
    }
  }
}
