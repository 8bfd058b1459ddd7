package io.campaignpulse.simulators.target;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;

/** Tries a request again while the system is away or asks to wait. */
final class Retries {
  private static final Set<Integer> COME_BACK_LATER = Set.of(429, 502, 503, 504);

  /** One try of a request. */
  interface Try {
    HttpResponse<String> send() throws IOException, InterruptedException;
  }

  private final URI address;
  private final Patience patience;
  private final RetryListener listener;

  Retries(URI address, Patience patience, RetryListener listener) {
    this.address = address;
    this.patience = patience;
    this.listener = listener;
  }

  HttpResponse<String> call(Try request) {
    var deadline = System.nanoTime() + patience.total().toNanos();
    for (int attempt = 0; ; attempt++) {
      String reason;
      Exception cause = null;
      try {
        var response = request.send();
        if (!COME_BACK_LATER.contains(response.statusCode())) {
          return response;
        }
        reason = "answered " + response.statusCode() + ": " + response.body().strip();
      } catch (IOException e) {
        reason = inWords(e);
        cause = e;
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
      var wait = patience.waitBefore(attempt);
      if (System.nanoTime() + wait.toNanos() > deadline) {
        throw new TargetException(address + " " + reason, cause);
      }
      listener.retrying(address + " " + reason, wait);
      pause(wait);
    }
  }

  private static String inWords(IOException e) {
    if (e instanceof ConnectException) {
      return "can't be reached: is it running?";
    }
    return "broke the connection: "
        + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
  }

  private void pause(Duration wait) {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private TargetException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new TargetException("interrupted while sending to " + address, e);
  }
}
