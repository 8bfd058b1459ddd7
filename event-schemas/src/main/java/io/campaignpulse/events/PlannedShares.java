package io.campaignpulse.events;

import io.campaignpulse.events.avro.VariantShare;
import java.util.HashSet;
import java.util.List;

/** The checks of how a campaign's customers are to be divided among its variants. */
final class PlannedShares {
  private static final String FIELD = "plannedShares";

  /** Thirds and sevenths don't add up to one in binary fractions. */
  private static final double ROUNDING = 1e-9;

  private PlannedShares() {}

  static void check(Problems problems, List<VariantShare> shares) {
    var variants = new HashSet<String>();
    for (int i = 0; i < shares.size(); i++) {
      var path = FIELD + "[" + i + "]";
      var variant = shares.get(i).getVariant();
      var share = shares.get(i).getShare();
      problems.require(!variant.isBlank(), path + ".variant", "is empty");
      problems.require(
          variants.add(variant), path + ".variant", "\"" + variant + "\" is named twice");
      problems.require(
          share > 0 && share <= 1, path + ".share", share + " is not more than 0 and at most 1");
    }
    var sum = shares.stream().mapToDouble(VariantShare::getShare).sum();
    problems.require(sum <= 1 + ROUNDING, FIELD, "add up to " + sum + ", which is more than 1");
  }
}
