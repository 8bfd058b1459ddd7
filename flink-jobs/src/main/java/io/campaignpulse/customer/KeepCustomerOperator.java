package io.campaignpulse.customer;

import io.campaignpulse.identity.Posting;
import io.campaignpulse.response.core.Change;
import java.util.List;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;

/**
 * Runs {@link KeepCustomer} and lets it turn to any customer, which Flink gives to no function: the
 * other way to the few whom a border that moved parts from their tier is through all keys there
 * are.
 */
final class KeepCustomerOperator
    extends CoBroadcastWithKeyedOperator<String, Posting, CustomerNotice, Change> {
  private static final long serialVersionUID = 1L;

  KeepCustomerOperator(KeepCustomer keeping) {
    super(keeping, List.of(KeepCustomer.broadcast()));
  }

  @Override
  public void open() throws Exception {
    ((KeepCustomer) userFunction).turning(this::setCurrentKey);
    super.open();
  }
}
