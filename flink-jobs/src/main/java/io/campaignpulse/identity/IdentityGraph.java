package io.campaignpulse.identity;

import java.time.Duration;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The part of a job that gives events without a customer id to a customer. */
public final class IdentityGraph {
  private IdentityGraph() {}

  /** From what is said to identities to the entries for customers' books. */
  public static DataStream<Posting> define(DataStream<IdentityMessage> messages, Duration history) {
    var resolved =
        messages
            .keyBy(IdentityMessage::identity)
            .process(new ResolveIdentity(history))
            .uid("resolve-identity")
            .name("Resolve identity");
    var chosen =
        resolved
            .getSideOutput(ResolveIdentity.ANSWERS)
            .keyBy(answer -> answer.touch().eventId())
            .process(new ChooseIdentity(history))
            .uid("choose-identity")
            .name("Choose identity");
    return resolved.union(chosen);
  }
}
