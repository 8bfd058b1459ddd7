package io.campaignpulse.simulators.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the files that a mapping names are found. */
@FunctionalInterface
interface DataFiles {

  /** Opens a file's bytes, as they are. */
  @FunctionalInterface
  interface Opener {
    InputStream open() throws IOException;
  }

  /** A file found: its own name, which may end in .gz where the mapping's doesn't. */
  record Found(String name, Opener opener) {}

  Found find(String name);

  /** Files of a directory of resources. */
  static DataFiles resources(String directory) {
    return name -> {
      var path = directory + "/" + name;
      if (DataFiles.class.getResource(path) == null) {
        throw new MappingException("there is no bundled file " + path);
      }
      return new Found(name, () -> DataFiles.class.getResourceAsStream(path));
    };
  }

  /**
   * The files given by a user, found by their name, else those beside the mapping. A single given
   * file may bear any name when the mapping names one file only.
   */
  static DataFiles given(List<Path> files, Path besides, boolean oneSource) {
    return name -> {
      var wanted = unzipped(name);
      for (var file : files) {
        if (unzipped(fileName(file)).equals(wanted)) {
          return found(file);
        }
      }
      for (var each : List.of(name, wanted, wanted + ".gz")) {
        var beside = besides.resolve(each);
        if (Files.isRegularFile(beside)) {
          return found(beside);
        }
      }
      if (oneSource && files.size() == 1) {
        return found(files.get(0));
      }
      throw new MappingException(
          "the mapping reads %s, which is neither among the files given nor in %s"
              .formatted(name, besides));
    };
  }

  private static Found found(Path file) {
    if (!Files.isReadable(file)) {
      throw new MappingException(file + " doesn't exist or can't be read");
    }
    return new Found(fileName(file), () -> Files.newInputStream(file));
  }

  private static String fileName(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String unzipped(String name) {
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }
}
