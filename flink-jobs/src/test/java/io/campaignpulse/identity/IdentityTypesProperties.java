package io.campaignpulse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.identity.core.Choice;
import io.campaignpulse.identity.core.Links;
import io.campaignpulse.ingest.core.Profile;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.Fixtures;
import io.campaignpulse.wire.Again;
import io.campaignpulse.wire.AnyTouch;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.core.memory.DataOutputSerializer;

class IdentityTypesProperties {
  @Property(tries = 300, edgeCases = EdgeCasesMode.MIXIN)
  void aPostingArrivesAsItWasSent(@ForAll("touches") Touch touch, @ForAll String customer)
      throws IOException {
    var serializer = new PostingType.Serializer();
    for (var posting :
        List.of(
            Posting.enter(customer, touch),
            Posting.moveOut(customer, touch),
            Posting.moveIn(customer, touch),
            Posting.late(customer, touch),
            Posting.profile(
                customer,
                new Profile(
                    touch.code(),
                    touch.channel(),
                    touch.identities(),
                    1224,
                    touch.at() % 2 == 0,
                    touch.at() % 3 == 0)))) {
      assertThat(Again.of(serializer, posting)).isEqualTo(posting);
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.MIXIN)
  void questionsLinksAndAnswersArriveAsTheyWereSent(
      @ForAll("touches") Touch touch, @ForAll String text, @ForAll long at) throws IOException {
    var messages = new IdentityMessageType.Serializer();
    for (var message :
        List.of(
            IdentityMessage.link(text, touch.eventId(), at),
            new IdentityMessage(text, touch, 2, null, 0))) {
      assertThat(Again.of(messages, message)).isEqualTo(message);
    }
    var answers = new AnswerType.Serializer();
    for (var answer : List.of(new Answer(touch, 1, text), new Answer(touch, 0, null))) {
      assertThat(Again.of(answers, answer)).isEqualTo(answer);
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.MIXIN)
  void linksAreReadAsTheyWereKeptAndACopyStaysAsItIs(
      @ForAll("touches") Touch touch, @ForAll String customer, @ForAll long at) throws IOException {
    var serializer = new LinksType.Serializer();
    var links = new Links();
    links.remember(touch);
    assertThat(Again.of(serializer, links).getCustomerId()).isNull();
    links.learn(customer, at);
    var read = Again.of(serializer, links);
    var copy = serializer.copy(links);
    links.getTouches().clear();
    links.setCustomerId("another");
    for (var each : List.of(read, copy)) {
      assertThat(each.getCustomerId()).isEqualTo(customer);
      assertThat(each.getLinkedAt()).isEqualTo(at);
      assertThat(each.getTouches()).containsOnlyKeys(touch.eventId()).containsValue(touch);
    }
  }

  @Property(tries = 200)
  void theNewestEventsAreRememberedInWhateverOrderTheyCame(@ForAll Random random)
      throws IOException {
    var order = IntStream.range(0, Links.MOST + 50).boxed().collect(Collectors.toList());
    Collections.shuffle(order, random);
    var links = new Links();
    for (int i : order) {
      // Some happen at one time.
      links.remember(Fixtures.visit("visit-%05d".formatted(i), Fixtures.START + i / 3));
      links.bound();
    }
    assertThat(links.getTouches()).hasSize(Links.MOST);
    assertThat(Collections.min(links.getTouches().keySet())).isEqualTo("visit-00050");
    var bytes = new DataOutputSerializer(1);
    new LinksType.Serializer().serialize(links, bytes);
    assertThat(bytes.length()).isLessThan(70_000);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.MIXIN)
  void choicesAreReadAsTheyWereKeptAndACopyStaysAsItIs(
      @ForAll("touches") Touch touch, @ForAll String customer) throws IOException {
    var serializer = new ChoiceType.Serializer();
    var choice = new Choice();
    choice.answer(touch, 0, customer);
    assertThat(Again.of(serializer, choice).getOwner()).isNull();
    choice.setOwner(customer);
    choice.setLate(touch.at() % 2 == 0);
    var read = Again.of(serializer, choice);
    var copy = serializer.copy(choice);
    choice.getCustomers().clear();
    for (var each : List.of(read, copy)) {
      assertThat(each.getOwner()).isEqualTo(customer);
      assertThat(each.isLate()).isEqualTo(touch.at() % 2 == 0);
      assertThat(each.getTouch()).isEqualTo(touch);
      assertThat(each.getCustomers()).containsEntry(0, customer).hasSize(1);
    }
  }

  @Provide
  Arbitrary<Touch> touches() {
    return AnyTouch.touches();
  }
}
