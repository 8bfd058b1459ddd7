package io.campaignpulse.standalone.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/** The Redis programs this machine can try: the bundled one, then one on the path. */
final class RedisBinary {
  private RedisBinary() {}

  static List<Path> candidates(Path directory) throws IOException {
    var found = new ArrayList<Path>();
    found.add(ExecutableProvider.newJarResourceProvider(directory.toFile()).get().toPath());
    onPath(found);
    return found;
  }

  private static void onPath(List<Path> found) {
    try {
      found.add(ExecutableProvider.newExecutableInPath("redis-server").get().toPath());
    } catch (IOException none) {
      // The bundled one is the only one.
    }
  }
}
