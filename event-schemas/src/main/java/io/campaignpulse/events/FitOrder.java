package io.campaignpulse.events;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An order to fit the value model, as it travels among the commands: {@code FIT DATE ID}, or {@code
 * FIT NOW ID}.
 *
 * @param asOf the day on which the observation ends; null for that of event time
 */
public record FitOrder(LocalDate asOf, String id) {
  private static final String FIT = "FIT";
  private static final String NOW = "NOW";

  /** The order that a command is; empty for other commands. */
  public static Optional<FitOrder> of(String command) {
    var words = command.strip().split("\\s+");
    if (words.length != 3 || !words[0].equals(FIT)) {
      return Optional.empty();
    }
    try {
      var asOf = words[1].equals(NOW) ? null : LocalDate.parse(words[1]);
      return Optional.of(new FitOrder(asOf, words[2]));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The order as a command. */
  public String command() {
    return String.join(" ", FIT, asOf == null ? NOW : asOf.toString(), id);
  }
}
