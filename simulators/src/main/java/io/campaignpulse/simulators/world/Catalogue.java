package io.campaignpulse.simulators.world;

import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.avro.Product;
import java.util.List;

/** What the company sells and offers, as it tells the system: without what is true of it. */
final class Catalogue {
  private Catalogue() {}

  static List<Product> products(Company company) {
    return company.products().stream().map(Catalogue::product).toList();
  }

  private static Product product(Company.Item item) {
    return Product.newBuilder()
        .setProductId(item.id())
        .setName(item.name())
        .setCategory(item.category())
        .setPrice(Schedule.money(item.price()))
        .setReplacementCycle(item.cycle())
        .build();
  }

  static List<Offer> offers(Company company) {
    return company.offers().stream().map(Catalogue::offer).toList();
  }

  private static Offer offer(Pitch pitch) {
    return Offer.newBuilder()
        .setOfferId(pitch.id())
        .setName(pitch.name())
        .setPitch(pitch.pitch())
        .setProductId(pitch.product())
        .setCategory(pitch.category())
        .setChannels(pitch.channels() == null ? List.of() : pitch.channels())
        .setValue(Schedule.money(pitch.value()))
        .setLever(pitch.lever())
        .setEligibility(pitch.eligibility())
        .build();
  }
}
