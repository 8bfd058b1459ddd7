package io.campaignpulse.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowViewerTest {
  /** A line that holds each frame until it is let through. */
  private static final class SlowLine implements Line {
    final List<String> frames = new ArrayList<>();
    Runnable sent;
    boolean cut;

    @Override
    public void send(String frame, Runnable through, Runnable failed) {
      frames.add(frame);
      sent = through;
    }

    @Override
    public void cut() {
      cut = true;
    }
  }

  private final SlowLine line = new SlowLine();
  private final Viewer viewer = new Viewer(line);

  @Test
  void hasOneFrameOnItsWayAtMost() {
    assertThat(viewer.send("1", 0, () -> {}, () -> {})).isTrue();
    assertThat(viewer.send("2", 0, () -> {}, () -> {})).isFalse();
    line.sent.run();
    assertThat(viewer.send("3", 0, () -> {}, () -> {})).isTrue();
    assertThat(line.frames).containsExactly("1", "3");
  }

  @Test
  void asksForTheNextOnceTheLastIsThrough() {
    var asked = new boolean[1];
    viewer.send("1", 0, () -> asked[0] = !viewer.busy(), () -> {});
    assertThat(asked[0]).isFalse();
    line.sent.run();
    assertThat(asked[0]).isTrue();
  }

  @Test
  void isStuckAfterPatienceRanOut() {
    assertThat(viewer.stuck(100, 10)).isFalse();
    viewer.send("1", 100, () -> {}, () -> {});
    assertThat(viewer.stuck(110, 10)).isFalse();
    assertThat(viewer.stuck(111, 10)).isTrue();
  }
}
