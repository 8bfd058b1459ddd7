package io.campaignpulse.simulators.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Properties;

/**
 * What a live company remembers between two starts: which world it lives in and up to when that
 * world's events have been sent. A small file.
 */
public final class LiveMemory {
  private final Path file;
  private final Currency currency;

  /**
   * @param currency of the system that is told of the world
   */
  public LiveMemory(Path file, Currency currency) {
    this.file = file;
    this.currency = currency;
  }

  /**
   * A world and what of it is still to be sent.
   *
   * @param pastFrom the time since which its past is; its start if all of the past has been sent
   * @param from the time since which its events are
   */
  public record Resumption(World world, Instant pastFrom, Instant from) {}

  /**
   * The world remembered if it had the same settings, or a new one that begins this long ago. After
   * a long absence what was missed before that is left out, but nothing of the past.
   */
  public Resumption resume(long seed, WorldSettings settings, Instant now, Duration backfill) {
    var earliest = now.minus(backfill);
    var kept = Files.exists(file) ? read() : new Properties();
    if (!settings.toString().equals(kept.getProperty("settings"))) {
      var start = Instant.ofEpochSecond(earliest.getEpochSecond() / 60 * 60);
      var world = new World(seed, start, settings, currency);
      remember(world, world.pastBegins());
      return new Resumption(world, world.pastBegins(), start);
    }
    var sentUntil = Instant.parse(kept.getProperty("sentUntil"));
    var world =
        new World(
            Long.parseLong(kept.getProperty("seed")),
            Instant.parse(kept.getProperty("start")),
            settings,
            currency);
    return new Resumption(
        world, earlier(sentUntil, world.start()), later(later(sentUntil, world.start()), earliest));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private Properties read() {
    var kept = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      kept.load(in);
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException("the live company's memory can't be read: " + file, e);
    }
  }

  /**
   * Everything due before this time has been sent, the past included; before the world's start it
   * says how far its past has been.
   */
  void remember(World world, Instant sentUntil) {
    var kept = new Properties();
    kept.setProperty("seed", Long.toString(world.seed()));
    kept.setProperty("start", world.start().toString());
    kept.setProperty("settings", world.settings().toString());
    kept.setProperty("sentUntil", sentUntil.toString());
    var next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (var out = Files.newBufferedWriter(next)) {
        kept.store(out, "the live company");
      }
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the live company's memory can't be written: " + file, e);
    }
  }
}
