package io.campaignpulse.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class ViewsFormProperties {
  private final ViewsForm form = new ViewsForm();

  @Provide
  Arbitrary<ViewWrite> view() {
    var text = Arbitraries.strings().ofMaxLength(20);
    return Combinators.combine(
            text,
            text.injectNull(0.3),
            text.injectNull(0.3),
            text.injectNull(0.3),
            Arbitraries.longs().injectNull(0.3))
        .as(ViewWrite::new);
  }

  @Property(tries = 200)
  void aPieceIsReadAsItWasKept(@ForAll List<@From("view") ViewWrite> views) throws IOException {
    assertThat(form.deserialize(form.getVersion(), form.serialize(views))).isEqualTo(views);
  }

  /** As checkpoints of earlier releases hold them. */
  @Property(tries = 50)
  void aSingleViewOfTheFirstVersionIsReadToo(@ForAll("view") ViewWrite view) throws IOException {
    var out = new DataOutputSerializer(64);
    new ViewWriteType.Serializer().form().write(view, out);
    assertThat(form.deserialize(1, out.getCopyOfBuffer())).containsExactly(view);
  }

  @Test
  void aVersionToComeIsRefused() {
    assertThatThrownBy(() -> form.deserialize(3, new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 3");
  }
}
