package io.campaignpulse.dashboard.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Header;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The page's own modules, styles and pictures. They stand under an address that changes with their
 * content, so a browser keeps them for good and a new version is fetched at once; and the page
 * names all modules beforehand, so that none is asked for only after another has arrived.
 */
final class Assets {
  private static final String ROOT = "/assets/";
  private static final String DIRECTORY = "/public/assets";
  private static final String KEPT = "public, max-age=31536000, immutable";
  private static final int VERSION_BYTES = 8;

  private final List<String> modules;
  private final String base;

  private Assets(Map<String, byte[]> files) {
    this.modules = files.keySet().stream().filter(name -> name.endsWith(".js")).toList();
    this.base = ROOT + version(files) + "/";
  }

  /** Those on the class path; none in a server that was built without its pages. */
  static Assets onClassPath() {
    var directory = Assets.class.getResource(DIRECTORY);
    if (directory == null) {
      return new Assets(Map.of());
    }
    try {
      return new Assets(read(directory.toURI()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> read(URI directory) throws IOException {
    if (!directory.getScheme().equals("jar")) {
      return read(Path.of(directory));
    }
    try (var jar = FileSystems.newFileSystem(directory, Map.of())) {
      return read(jar.getPath(DIRECTORY));
    }
  }

  private static Map<String, byte[]> read(Path directory) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (var found = Files.walk(directory)) {
      for (var file : found.filter(Files::isRegularFile).toList()) {
        files.put(
            directory.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static String version(Map<String, byte[]> files) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (name, content) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(content);
          });
      return HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void register(JavalinConfig config) {
    if (!modules.isEmpty()) {
      config.staticFiles.add(
          files -> {
            files.hostedPath = base;
            files.directory = DIRECTORY;
            files.location = Location.CLASSPATH;
            files.headers = Map.of(Header.CACHE_CONTROL, KEPT);
          });
    }
  }

  /** The page with the addresses of now, and all modules named in its head. */
  String in(String page) {
    var links =
        modules.stream()
            .map(module -> "<link rel=\"modulepreload\" href=\"" + ROOT + module + "\">\n")
            .collect(Collectors.joining());
    return page.replace("</head>", links + "</head>").replace("\"" + ROOT, "\"" + base);
  }
}
