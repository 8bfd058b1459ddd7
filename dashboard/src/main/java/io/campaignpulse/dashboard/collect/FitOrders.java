package io.campaignpulse.dashboard.collect;

import io.campaignpulse.dashboard.ports.EventLog;
import io.campaignpulse.events.FitOrder;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Orders the jobs to fit the value model to the customers on hand. */
public final class FitOrders {
  private static final String AS_OF = "asOf";

  private final EventLog log;

  public FitOrders(EventLog log) {
    this.log = log;
  }

  /**
   * Returns the order's id once it is durable.
   *
   * @param body nothing, or an object that may name the day on which the observation ends
   */
  public String order(byte[] body) throws MalformedBodyException, InvalidRecordException {
    var order = new FitOrder(asOf(body), UUID.randomUUID().toString());
    var command = order.command().getBytes(StandardCharsets.UTF_8);
    log.append(List.of(new EventLog.Entry(Topics.COMMANDS, order.id(), command)));
    return order.id();
  }

  private static LocalDate asOf(byte[] body) throws MalformedBodyException, InvalidRecordException {
    if (body.length == 0) {
      return null;
    }
    var given = BodyReader.readOne(body).path(AS_OF);
    try {
      return given.isMissingNode() || given.isNull() ? null : LocalDate.parse(given.asText());
    } catch (DateTimeException e) {
      throw new InvalidRecordException(AS_OF, given + " is not a date such as 2026-03-01");
    }
  }
}
