package io.campaignpulse.standalone.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.simulators.recount.Recount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.specific.SpecificRecord;

/** The streaming figures equal a recount that was written apart from them, whatever the order. */
class LedgerAgainstRecountProperties {
  private static final Currency USD = Currency.getInstance("USD");

  @Property(tries = 400)
  void anyOrderAndAnyRepeatsGiveTheRecount(@ForAll Random random) {
    var history = new RandomHistory(random);
    var campaigns = history.campaigns();
    var customers = history.customers();
    var events = history.events(5 + random.nextInt(60));

    var arriving = new ArrayList<SpecificRecord>(events);
    events.stream().filter(event -> random.nextInt(4) == 0).forEach(arriving::add);
    arriving.addAll(campaigns);
    arriving.addAll(customers);
    Collections.shuffle(arriving, random);
    var pipeline = new PlainPipeline(USD);
    arriving.forEach(pipeline::take);

    var recounted = Recount.of(events, campaigns, customers, USD);
    assertThat(pipeline.sums()).isEqualTo(Figures.of(recounted.values()));
  }
}
