package io.campaignpulse.customer;

import io.campaignpulse.identity.Posting;
import io.campaignpulse.response.core.Change;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;

/** A function of each customer's postings and of notices for all of them. */
abstract class CustomerFunction
    extends KeyedBroadcastProcessFunction<String, Posting, CustomerNotice, Change> {
  private static final long serialVersionUID = 1L;
}
