package io.campaignpulse.dashboard.web;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The description of every call, which the server serves as it is written. */
final class OpenApi {
  static final String RESOURCE = "/openapi/openapi.json";

  private OpenApi() {}

  static Route route() {
    var document = read();
    return Route.get(
        Route.API + "/openapi.json",
        ctx -> ctx.contentType("application/vnd.oai.openapi+json;version=3.1").result(document));
  }

  private static byte[] read() {
    try (var stream = OpenApi.class.getResourceAsStream(RESOURCE)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
