package io.campaignpulse.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.EventType;
import io.campaignpulse.events.Identities;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.CustomerRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the order, the repeats and the way in, the figures are those of a recount. */
class OrderFreeIT {
  private static final Duration LATENESS = Duration.ofDays(40);
  private static final int HISTORIES = 100;
  private static final int LANES = 8;

  @TempDir Path data;

  @Test
  void anyOrderAnyRepeatsAndAnyWayInGiveTheRecount() throws Exception {
    var seed = System.nanoTime();
    var random = new Random(seed);
    var crowd = new Crowd(random, HISTORIES);
    var arriving = new ArrayList<>(crowd.events());
    crowd.events().stream().filter(event -> random.nextInt(4) == 0).forEach(arriving::add);
    Collections.shuffle(arriving, random);

    try (var local = LocalPulse.start(data, LATENESS)) {
      var pulse = local.pulse();
      send(pulse, crowd, arriving);

      assertThat(pulse.http().get("health").path("deadLetters").asLong()).isZero();
      var recounted = crowd.recount();
      pulse.assertServes(recounted);
      assertThat(pulse.http().get("health").path("lateEvents").asLong()).isZero();
      for (var campaign : recounted.values()) {
        Shown.assertAnswers(pulse.http(), campaign);
      }
    } catch (AssertionError | Exception failed) {
      throw new AssertionError("with the seed " + seed, failed);
    }
  }

  /** In lanes side by side: half over HTTP, the rest on Kafka as Avro and as JSON by turns. */
  private static void send(Pulse pulse, Crowd crowd, List<SpecificRecord> arriving)
      throws Exception {
    var client = pulse.client();
    var work = new ArrayList<Callable<Void>>();
    for (int lane = 0; lane < LANES; lane++) {
      var size = arriving.size();
      var part = arriving.subList(lane * size / LANES, (lane + 1) * size / LANES);
      var way = lane;
      work.add(
          () -> {
            if (way % 2 == 0) {
              assertThat(client.events(part).rejected()).isEmpty();
            } else {
              produce(pulse, part, way % 4 == 1);
            }
            return null;
          });
    }
    work.add(1, () -> define(pulse, ReferenceKind.CUSTOMERS, crowd.customers()));
    work.add(4, () -> define(pulse, ReferenceKind.CAMPAIGNS, crowd.campaigns()));
    var threads = Executors.newFixedThreadPool(3);
    try {
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Void define(
      Pulse pulse, ReferenceKind kind, List<? extends SpecificRecord> messages) {
    assertThat(pulse.client().reference(kind, messages).rejected()).isEmpty();
    return null;
  }

  private static void produce(Pulse pulse, List<SpecificRecord> events, boolean avro) {
    var sends =
        events.stream()
            .map(
                event -> {
                  var type = EventType.of(event);
                  var ref = (CustomerRef) event.get(event.getSchema().getField("customer").pos());
                  var value = avro ? type.codec().encode(event) : json(type, event);
                  return pulse.kafka().send(type.topic(), Identities.recordKey(ref), value);
                })
            .toList();
    sends.forEach(KafkaSide::get);
  }

  private static byte[] json(EventType type, SpecificRecord event) {
    try {
      return Json.MAPPER.writeValueAsBytes(type.codec().toJson(event));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
