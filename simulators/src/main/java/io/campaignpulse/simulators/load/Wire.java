package io.campaignpulse.simulators.load;

import io.campaignpulse.simulators.target.Answer;
import io.campaignpulse.simulators.target.Outgoing;
import io.campaignpulse.simulators.target.PulseClient;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A way in for events that are written out before they are due, so that writing delays none. */
public interface Wire<T> {
  T write(SpecificRecord event);

  /** Sends events in this order; returns once the system has them. */
  Answer send(List<T> written);

  /** The HTTP collector. */
  static Wire<String> http(PulseClient client) {
    return new Wire<>() {
      @Override
      public String write(SpecificRecord event) {
        return Outgoing.event(event);
      }

      @Override
      public Answer send(List<String> written) {
        return client.eventLines(written);
      }
    };
  }
}
