package io.campaignpulse.value;

import io.campaignpulse.serving.Command;
import io.campaignpulse.value.core.ValueModel;

/** What all who value customers hear of: a command, or the model that is valid from here on. */
public record ValueNotice(Command command, ValueModel model) {

  static ValueNotice of(Command command) {
    return new ValueNotice(command, null);
  }

  static ValueNotice of(ValueModel model) {
    return new ValueNotice(null, model);
  }
}
