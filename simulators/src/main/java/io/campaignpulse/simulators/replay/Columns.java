package io.campaignpulse.simulators.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The header of a CSV file. */
final class Columns {
  private final String file;
  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();

  Columns(String file, List<String> names) {
    this.file = file;
    this.names = names;
    for (int i = 0; i < names.size(); i++) {
      places.putIfAbsent(names.get(i), i);
    }
  }

  String file() {
    return file;
  }

  void require(String column, String wanted) {
    if (!places.containsKey(column)) {
      throw new MappingException(
          "%s: %s names the column \"%s\"; the file has %s"
              .formatted(file, wanted, column, String.join(", ", names)));
    }
  }

  int index(String column) {
    var at = places.get(column);
    if (at == null) {
      require(column, "the mapping");
    }
    return at;
  }
}
