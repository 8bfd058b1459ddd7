package io.campaignpulse.simulators.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;

/** The data sets that come with the product. */
public final class BundledData {
  private static final List<String> NAMES = List.of("complete-journey");

  private BundledData() {}

  public static List<String> names() {
    return NAMES;
  }

  static Mapping mapping(String name, Currency currency) {
    if (!NAMES.contains(name)) {
      throw new MappingException(
          "there is no data set \"" + name + "\"; there is " + String.join(", ", NAMES));
    }
    var directory = "/data/" + name;
    try (var in = BundledData.class.getResourceAsStream(directory + "/mapping.yaml")) {
      var yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Mapping.parse(yaml, sources -> DataFiles.resources(directory), currency);
    } catch (IOException e) {
      throw new MappingException("the data set " + name + " can't be read", e);
    }
  }
}
