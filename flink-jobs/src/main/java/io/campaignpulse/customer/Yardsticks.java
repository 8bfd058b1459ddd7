package io.campaignpulse.customer;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.PriorityWeights;
import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.ingest.Setting;
import io.campaignpulse.jobs.Purge;
import io.campaignpulse.value.ValueDesk;
import io.campaignpulse.value.core.ValueModel;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** By what all customers are measured alike: kept as broadcast state, and held at hand. */
final class Yardsticks {
  static final MapStateDescriptor<String, ValueModel> MODEL =
      new MapStateDescriptor<>("model", Types.STRING, TypeInformation.of(ValueModel.class));
  static final MapStateDescriptor<String, Long> TODAY =
      new MapStateDescriptor<>("today", Types.STRING, Types.LONG);
  static final MapStateDescriptor<String, ValueRanks> RANKS =
      new MapStateDescriptor<>("ranks", Types.STRING, TypeInformation.of(ValueRanks.class));
  static final MapStateDescriptor<String, Setting> WEIGHTS =
      new MapStateDescriptor<>("weights", Types.STRING, TypeInformation.of(Setting.class));

  private static final String CURRENT = "current";

  private final ValueDesk values;
  private PriorityWeights weights =
      PriorityWeights.newBuilder().setWeightsId(ReferenceKind.CURRENT).build();

  Yardsticks(Purge purge, int minorDigits) {
    values = new ValueDesk(purge, minorDigits);
  }

  /** Takes up what is kept. */
  void load(
      ReadOnlyBroadcastState<String, ValueModel> model,
      ReadOnlyBroadcastState<String, Long> today,
      ReadOnlyBroadcastState<String, ValueRanks> ranks,
      ReadOnlyBroadcastState<String, Setting> settings)
      throws Exception {
    if (model.contains(CURRENT)) {
      values.model(model.get(CURRENT));
    }
    if (today.contains(CURRENT)) {
      values.today(today.get(CURRENT));
    }
    if (ranks.contains(CURRENT)) {
      values.ranks(ranks.get(CURRENT));
    }
    if (settings.contains(CURRENT)) {
      weights = (PriorityWeights) settings.get(CURRENT).read();
    }
  }

  ValueDesk values() {
    return values;
  }

  PriorityWeights weights() {
    return weights;
  }

  void model(ValueModel model, BroadcastState<String, ValueModel> kept) throws Exception {
    kept.put(CURRENT, model);
    values.model(model);
  }

  /** Event time has come to a day. */
  void today(long day, BroadcastState<String, Long> kept) throws Exception {
    kept.put(CURRENT, day);
    values.today(day);
  }

  /** Returns whether anybody's tier may be another by these ranks. */
  boolean ranks(ValueRanks ranks, BroadcastState<String, ValueRanks> kept) throws Exception {
    kept.put(CURRENT, ranks);
    return values.ranks(ranks);
  }

  void weights(Setting setting, BroadcastState<String, Setting> kept) throws Exception {
    kept.put(CURRENT, setting);
    weights = (PriorityWeights) setting.read();
  }
}
