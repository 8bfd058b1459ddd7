package io.campaignpulse.customer;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.PriorityWeights;
import io.campaignpulse.events.avro.Product;
import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.ingest.Setting;
import io.campaignpulse.jobs.Purge;
import io.campaignpulse.offers.OfferDesk;
import io.campaignpulse.offers.OfferNews;
import io.campaignpulse.offers.WarePages;
import io.campaignpulse.offers.core.Wares.Ware;
import io.campaignpulse.value.ValueDesk;
import io.campaignpulse.value.core.ValueModel;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
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

  /** Orders for samples, as commands, that were heard before it had caught up. */
  static final MapStateDescriptor<String, Boolean> ORDERS =
      new MapStateDescriptor<>("orders", Types.STRING, Types.BOOLEAN);

  /** Weights, policies and offers, by kind and id. */
  static final MapStateDescriptor<String, Setting> SETTINGS =
      new MapStateDescriptor<>("settings", Types.STRING, TypeInformation.of(Setting.class));

  /** Products, by page: see {@link WarePages}. */
  static final MapStateDescriptor<Integer, byte[]> PRODUCTS =
      new MapStateDescriptor<>(
          "products", Types.INT, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  /** What was learned for offers, by what it is about. */
  static final MapStateDescriptor<String, OfferNews> LEARNED =
      new MapStateDescriptor<>("learned", Types.STRING, TypeInformation.of(OfferNews.class));

  private static final String CURRENT = "current";

  /** The day up to which moments that come with a day were thought of, beside today. */
  static final String MOMENTS = "moments";

  private final ValueDesk values;
  private final OfferDesk offers = new OfferDesk();
  private PriorityWeights weights = ReferenceKind.PRIORITY_WEIGHTS.byDefault(PriorityWeights.class);

  Yardsticks(Purge purge, int minorDigits) {
    values = new ValueDesk(purge, minorDigits);
  }

  /** Where what is kept can be read. */
  interface Kept {
    <K, V> ReadOnlyBroadcastState<K, V> state(MapStateDescriptor<K, V> descriptor) throws Exception;
  }

  /** Takes up what is kept. */
  void load(Kept kept) throws Exception {
    var model = kept.state(MODEL);
    var today = kept.state(TODAY);
    var ranks = kept.state(RANKS);
    if (model.contains(CURRENT)) {
      values.model(model.get(CURRENT));
    }
    if (today.contains(CURRENT)) {
      values.today(today.get(CURRENT));
    }
    if (ranks.contains(CURRENT)) {
      values.ranks(ranks.get(CURRENT));
    }
    for (var setting : kept.state(SETTINGS).immutableEntries()) {
      take(setting.getValue().read());
    }
    for (var page : kept.state(PRODUCTS).immutableEntries()) {
      WarePages.each(page.getValue(), offers.board().wares()::put);
    }
    for (var news : kept.state(LEARNED).immutableEntries()) {
      offers.learn(news.getValue());
    }
  }

  private void take(SpecificRecord setting) {
    if (setting instanceof PriorityWeights newest) {
      weights = newest;
    } else {
      offers.take(setting);
    }
  }

  ValueDesk values() {
    return values;
  }

  OfferDesk offers() {
    return offers;
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

  void setting(Setting setting, BroadcastState<String, Setting> kept) throws Exception {
    var newest = setting.read();
    var id = ReferenceKind.onTopic(setting.topic()).orElseThrow().id(newest);
    kept.put(setting.topic() + " " + id, setting);
    take(newest);
  }

  void product(Setting setting, BroadcastState<Integer, byte[]> kept) throws Exception {
    var product = (Product) setting.read();
    var ware = Ware.of(product);
    int page = WarePages.page(product.getProductId());
    kept.put(page, WarePages.with(kept.get(page), product.getProductId(), ware));
    offers.board().wares().put(product.getProductId(), ware);
  }

  void learned(OfferNews news, BroadcastState<String, OfferNews> kept) throws Exception {
    kept.put(news.about(), news);
    offers.learn(news);
  }
}
