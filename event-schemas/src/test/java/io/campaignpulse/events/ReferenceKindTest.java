package io.campaignpulse.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campaignpulse.events.avro.OfferPolicy;
import io.campaignpulse.events.avro.RoutingRules;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.apache.avro.SystemLimitException;
import org.junit.jupiter.api.Test;

class ReferenceKindTest {
  private static final long TOO_LONG = 17L << 20;

  /** What a process does first that takes rules from nowhere else, such as a task of a cluster. */
  static final class TakesDefaultsFirst {
    public static void main(String[] args) {
      ReferenceKind.ROUTING_RULES.byDefault(RoutingRules.class);
      SystemLimitException.checkMaxStringLength(TOO_LONG);
    }
  }

  @Test
  void defaultsThatComeFirstLeaveTextsLimited() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                TakesDefaultsFirst.class.getName())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isOne();
    assertThat(said).contains("SystemLimitException");
  }

  @Test
  void hasDefaultsOfTheOneThatIsInUse() {
    var policy = ReferenceKind.OFFER_POLICIES.byDefault(OfferPolicy.class);
    assertThat(ReferenceKind.OFFER_POLICIES.id(policy)).isEqualTo(ReferenceKind.CURRENT);
    assertThatThrownBy(() -> ReferenceKind.AGENTS.byDefault(OfferPolicy.class))
        .isInstanceOf(NoSuchElementException.class);
  }
}
