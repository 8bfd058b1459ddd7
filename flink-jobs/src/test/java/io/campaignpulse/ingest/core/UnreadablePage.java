package io.campaignpulse.ingest.core;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Pages with events that can be looked at and found, but not be read: whoever does, fails. */
public final class UnreadablePage {
  private static final String PRODUCT = "unread";

  private UnreadablePage() {}

  /** A page of these events, each with a product of which the text never ends. */
  public static Page of(List<Touch> touches) throws IOException {
    var page = new Page();
    var trade = new Trade(List.of(new Trade.Item(PRODUCT, null, 1)), null, null);
    touches.forEach(touch -> page.add(touch.with(trade)));
    var bytes = new ByteArrayOutputStream();
    page.write(new DataOutputStream(bytes));
    var broken =
        bytes
            .toString(StandardCharsets.ISO_8859_1)
            .replace("\u0007" + PRODUCT, "\u00ff\u00ff\u00ff\u00ff\u0007ad")
            .getBytes(StandardCharsets.ISO_8859_1);
    return Page.read(new DataInputStream(new ByteArrayInputStream(broken)));
  }
}
