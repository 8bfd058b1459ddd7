package io.campaignpulse.customer;

import io.campaignpulse.affinity.BasketCount;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.offers.OfferNews;
import io.campaignpulse.routing.CallNews;
import io.campaignpulse.serving.ViewWrite;
import io.campaignpulse.value.FitSample;
import io.campaignpulse.value.ValueSketch;
import org.apache.flink.util.OutputTag;

/** What the pass over all that customers do gives beside the campaigns' figures. */
final class Outputs {
  /** Events that came after the watermark had passed them: kept apart, not counted. */
  static final OutputTag<Touch> LATE =
      new OutputTag<>("late") {
        private static final long serialVersionUID = 1L;
      };

  static final OutputTag<ViewWrite> VIEWS =
      new OutputTag<>("views") {
        private static final long serialVersionUID = 1L;
      };

  static final OutputTag<ValueSketch> SKETCHES =
      new OutputTag<>("sketches") {
        private static final long serialVersionUID = 1L;
      };

  static final OutputTag<FitSample> SAMPLES =
      new OutputTag<>("samples") {
        private static final long serialVersionUID = 1L;
      };

  static final OutputTag<CallNews> CALLS =
      new OutputTag<>("calls") {
        private static final long serialVersionUID = 1L;
      };

  /** Baskets that are to be counted, or not any more. */
  static final OutputTag<BasketCount> BASKETS =
      new OutputTag<>("baskets") {
        private static final long serialVersionUID = 1L;
      };

  /** What to offer whom. */
  static final OutputTag<ViewWrite> DECISIONS =
      new OutputTag<>("decisions") {
        private static final long serialVersionUID = 1L;
      };

  static final OutputTag<OfferNews> OFFERS =
      new OutputTag<>("offers") {
        private static final long serialVersionUID = 1L;
      };

  private Outputs() {}
}
