package io.campaignpulse.dashboard.web;

import io.campaignpulse.dashboard.live.Line;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** A viewer's WebSocket. */
record SocketLine(Session session) implements Line {
  @Override
  public void send(String frame, Runnable sent, Runnable failed) {
    session.sendText(frame, Callback.from(sent, failure -> failed.run()));
  }

  @Override
  public void cut() {
    session.disconnect();
  }
}
