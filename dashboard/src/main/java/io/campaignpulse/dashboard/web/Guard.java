package io.campaignpulse.dashboard.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps other sites' pages from using a visitor's browser to reach this server: what changes
 * something, and the live line, must come from our own pages or from no page at all.
 */
final class Guard {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<HandlerType> READING =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  private final String boundTo;

  Guard(String boundTo) {
    this.boundTo = boundTo.toLowerCase(Locale.ROOT);
  }

  void check(Context ctx) {
    checkHost(ctx);
    if (!READING.contains(ctx.method())) {
      checkOrigin(ctx);
    }
  }

  /** On loopback a foreign host name means that somebody's domain was pointed here. */
  private void checkHost(Context ctx) {
    var host = ctx.host();
    if (LOOPBACK.contains(boundTo) && host != null && !LOOPBACK.contains(name(host))) {
      throw new ForbiddenResponse("The host \"" + host + "\" is not served here.");
    }
  }

  /** A WebSocket opens with a GET, but says who it is from, and is more than reading. */
  void checkUpgrade(Context ctx) {
    checkHost(ctx);
    checkOrigin(ctx);
  }

  private void checkOrigin(Context ctx) {
    var origin = ctx.header("Origin");
    if (origin != null && !sameHost(origin, ctx.host())) {
      throw new ForbiddenResponse("Requests from pages of " + origin + " are not taken.");
    }
  }

  private static boolean sameHost(String origin, String host) {
    try {
      var authority = URI.create(origin).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String name(String host) {
    int end = host.length();
    while (end > 0 && isDigit(host.charAt(end - 1))) {
      end--;
    }
    var hasPort = end > 0 && end < host.length() && host.charAt(end - 1) == ':';
    return (hasPort ? host.substring(0, end - 1) : host).toLowerCase(Locale.ROOT);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
