package io.campaignpulse.dashboard.customers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.events.ReferenceKind;
import java.util.Optional;

/** The value model in use, without the id by which it is kept. */
public final class ValueModelJson {
  private final ReferenceStore references;

  public ValueModelJson(ReferenceStore references) {
    this.references = references;
  }

  /** Empty before the first fit. */
  public Optional<ObjectNode> current() {
    var kind = ReferenceKind.VALUE_MODELS;
    return references
        .find(kind, ReferenceKind.CURRENT)
        .map(
            model -> {
              var json = kind.codec().toJson(model);
              json.remove(kind.idField());
              return json;
            });
  }
}
