package io.campaignpulse.offers;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.ViewWrite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.CoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Sums how offers are doing, serves it, and tells those who decide on offers what was learned. One
 * for the whole job, without keys: offers are few. State is one record an offer.
 */
final class SumOffers extends CoProcessFunction<OfferNews, Command, ViewWrite>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  static final OutputTag<OfferNews> LEARNED =
      new OutputTag<>("learned") {
        private static final long serialVersionUID = 1L;
      };

  private final CatchUp catchUp;
  private transient CatchUp.Progress progress;
  private transient ListState<OfferNews> kept;
  private transient OfferSums sums;
  private transient Map<String, OfferFigures> told;
  private transient OfferEffect toldEffect;
  private transient Sizing sizing;

  SumOffers(CatchUp catchUp) {
    this.catchUp = catchUp;
  }

  @Override
  public void open(OpenContext context) {
    progress = catchUp.start();
    told = new HashMap<>();
    sizing = new Sizing();
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    kept =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("offers", TypeInformation.of(OfferNews.class)));
    sums = new OfferSums();
    for (var news : kept.get()) {
      sums.add(news);
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    progress.barrierPassed();
    var all = new ArrayList<OfferNews>();
    sums.figures().forEach(figures -> all.add(OfferNews.of(figures)));
    if (sums.effect() != null) {
      all.add(OfferNews.of(sums.effect()));
    }
    kept.update(List.copyOf(all));
  }

  @Override
  public void processElement1(OfferNews news, Context context, Collector<ViewWrite> out) {
    if (news.share() == null) {
      sums.add(news);
    } else {
      sizing.add(news.share());
    }
  }

  @Override
  public void processElement2(Command command, Context context, Collector<ViewWrite> out)
      throws Exception {
    progress.heard(command);
    if (command.name().equals(Command.REBUILD)) {
      told.clear();
      toldEffect = null;
      sizing.again();
    }
    if (command.name().equals(Command.TICK) && progress.caughtUp()) {
      tell(context, out);
    }
  }

  private void tell(Context context, Collector<ViewWrite> out) {
    for (var figures : sums.figures()) {
      var before = told.put(figures.offerId(), figures);
      if (!figures.equals(before)) {
        out.collect(ViewWrite.of(RedisKeys.OFFERS, figures.offerId(), figures, null, null));
        if (before == null || !figures.taken().equals(before.taken())) {
          context.output(LEARNED, OfferNews.of(figures));
        }
      }
    }
    sizing.serve(out::collect);
    var effect = sums.effect();
    if (effect != null && !effect.equals(toldEffect)) {
      toldEffect = effect;
      out.collect(ViewWrite.of(RedisKeys.OFFER_EFFECT, null, effect, null, null));
    }
  }
}
