package io.campaignpulse.dashboard.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The page and its files, from the class path, and the policy under which they run. */
final class Pages {
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script[^>]*type=[\"']importmap[\"'][^>]*>(.*?)</script>", Pattern.DOTALL);

  private static final List<String> PAGES =
      List.of(
          "/",
          "/campaigns",
          "/campaigns/<rest>",
          "/calls",
          "/calls/<rest>",
          "/offers",
          "/offers/<rest>",
          "/affinity",
          "/customers",
          "/customers/<rest>",
          "/health");

  private static final List<String> NOT_PAGES = List.of("/api/", "/assets/", "/webjars/");

  private final Assets assets = Assets.onClassPath();
  private final byte[] index;
  private final String policy;

  Pages() {
    this(read("/public/index.html"));
  }

  /**
   * @param index the page, or null while there is none
   */
  Pages(byte[] index) {
    var page = index == null ? "" : assets.in(new String(index, StandardCharsets.UTF_8));
    this.index = index == null ? null : page.getBytes(StandardCharsets.UTF_8);
    this.policy = policy(page);
  }

  void register(JavalinConfig config) {
    assets.register(config);
    config.staticFiles.enableWebjars();
    for (var path : PAGES) {
      config.routes.get(path, this::page);
    }
    config.routes.error(HttpStatus.NOT_FOUND.getCode(), ContentType.HTML, this::wrongAddress);
  }

  /** The page says it to a person; what a program asked for keeps its problem document. */
  private void wrongAddress(Context ctx) {
    if (index != null && NOT_PAGES.stream().noneMatch(ctx.path()::startsWith)) {
      page(ctx);
    }
  }

  String policy() {
    return policy;
  }

  void addHeaders(Context ctx) {
    ctx.header("Content-Security-Policy", policy);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("X-Frame-Options", "DENY");
    ctx.header("Referrer-Policy", "same-origin");
    if (ctx.path().startsWith("/api/")) {
      ctx.header(Header.CACHE_CONTROL, "no-store");
    }
  }

  private void page(Context ctx) {
    if (index == null) {
      throw new NotFoundResponse("This server was built without its pages.");
    }
    ctx.header(Header.CACHE_CONTROL, "no-cache").contentType("text/html; charset=utf-8");
    ctx.result(index);
  }

  /** Nothing but our own files, and of inline scripts only the page's import map, by its hash. */
  private static String policy(String page) {
    var scripts = new StringBuilder("'self'");
    IMPORT_MAP
        .matcher(page)
        .results()
        .forEach(map -> scripts.append(' ').append(hash(map.group(1))));
    return "default-src 'self'; script-src "
        + scripts
        + "; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; object-src 'none';"
        + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  private static String hash(String script) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] read(String resource) {
    try (var stream = Pages.class.getResourceAsStream(resource)) {
      return stream == null ? null : stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
