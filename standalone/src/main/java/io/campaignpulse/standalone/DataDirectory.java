package io.campaignpulse.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The one directory that holds everything a system keeps, locked for the life of its process. */
public final class DataDirectory implements AutoCloseable {
  /** Beyond the written process id, so that others can read it while the lock is held. */
  private static final long LOCK_POSITION = 1L << 30;

  private final Path root;
  private final FileChannel channel;

  private DataDirectory(Path root, FileChannel channel) {
    this.root = root;
    this.channel = channel;
  }

  /** Creates the directory where needed and locks it; the lock of a dead process is no lock. */
  public static DataDirectory open(Path directory) {
    var root = directory.toAbsolutePath().normalize();
    try {
      Files.createDirectories(root.resolve("logs"));
      return lock(root);
    } catch (IOException failure) {
      throw new Refusal(
          "data directory " + root + " cannot be used: " + failure + "; choose another with --data",
          failure);
    }
  }

  private static DataDirectory lock(Path root) throws IOException {
    var file = root.resolve("lock");
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      var holder = Files.readString(file).strip();
      throw new Refusal(
          "data directory %s is in use by process %s; stop it or choose another with --data"
              .formatted(root, holder.isEmpty() ? "(unknown)" : holder));
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes()));
    var data = new DataDirectory(root, channel);
    Trees.remove(data.temporary());
    Files.createDirectories(data.temporary());
    return data;
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCK_POSITION, 1, false);
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  /** Refuses a directory that lost its events while what was counted of them is still there. */
  void requireEvents() {
    if (Files.isDirectory(checkpoints()) && !Files.isDirectory(kafka())) {
      throw new Refusal(
          "data directory %s has figures but no events: %s is missing; put it back, or remove the whole directory to begin anew"
              .formatted(root, kafka()));
    }
  }

  public Path root() {
    return root;
  }

  public Path kafka() {
    return root.resolve("kafka");
  }

  public Path redis() {
    return root.resolve("redis");
  }

  public Path checkpoints() {
    return root.resolve("checkpoints");
  }

  /**
   * What nobody needs after the process; what a killed one left is gone at the next start. Its name
   * is nobody else's: {@code --data /} would empty the temporary files of all.
   */
  public Path temporary() {
    return root.resolve("pulse-tmp");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
