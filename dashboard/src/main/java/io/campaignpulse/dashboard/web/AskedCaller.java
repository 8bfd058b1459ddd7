package io.campaignpulse.dashboard.web;

import io.campaignpulse.dashboard.callers.Caller;
import io.campaignpulse.dashboard.callers.Callers;
import io.campaignpulse.dashboard.figures.InvalidQueryException;
import io.campaignpulse.events.Identities;
import io.javalin.http.Context;
import java.util.function.UnaryOperator;

/** Reads whom a question about a caller means. */
final class AskedCaller {
  private AskedCaller() {}

  static Caller of(Context ctx, Callers callers) {
    var customerId = Queries.text(ctx, "customerId");
    if (customerId != null) {
      return callers.customer(customerId);
    }
    var phone = Queries.phone(ctx);
    if (phone != null) {
      return of(callers, "phone", phone, Identities::phone);
    }
    var email = Queries.text(ctx, "email");
    if (email != null) {
      return of(callers, "email", email, Identities::email);
    }
    var visitorId = Queries.text(ctx, "visitorId");
    if (visitorId != null) {
      return of(callers, "visitor", visitorId, UnaryOperator.identity());
    }
    throw new InvalidQueryException(
        "customerId", "is missing, and so are phone, email and visitorId");
  }

  /** Who hides the number, or gives what is none, is an unknown caller and no error. */
  private static Caller of(
      Callers callers, String kind, String given, UnaryOperator<String> normalised) {
    String key;
    try {
      key = Identities.key(kind, normalised.apply(given));
    } catch (IllegalArgumentException e) {
      return callers.nobody();
    }
    return callers.identity(key);
  }
}
