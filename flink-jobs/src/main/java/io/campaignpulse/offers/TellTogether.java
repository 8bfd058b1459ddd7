package io.campaignpulse.offers;

import io.campaignpulse.events.Json;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.Affinity.Kind;
import io.campaignpulse.events.views.Affinity.Strongest;
import io.campaignpulse.serving.ViewWrite;
import java.io.IOException;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Takes from the views of affinity which pairs belong together, for those who decide on offers. */
final class TellTogether implements FlatMapFunction<ViewWrite, OfferNews> {
  private static final long serialVersionUID = 1L;

  @Override
  public void flatMap(ViewWrite view, Collector<OfferNews> out) throws IOException {
    for (var kind : Kind.values()) {
      if (view.key().equals(RedisKeys.affinityStrongest(kind))) {
        var strongest = Json.MAPPER.readValue(view.json(), Strongest.class);
        out.collect(OfferNews.of(new OfferNews.Belonging(kind, strongest.pairs())));
      }
    }
  }
}
