package io.campaignpulse.events.views;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** One value for each {@link Figure}; tallies add and subtract. */
public final class Tally {
  private static final int SIZE = Figure.values().length;

  private long[] values;

  public Tally() {
    this.values = new long[SIZE];
  }

  /** For the serialisers: the values by {@link Figure#ordinal()}. */
  public long[] getValues() {
    return values;
  }

  /** Takes values written by an earlier version too, which knew fewer figures. */
  public void setValues(long[] values) {
    this.values = values.length == SIZE ? values : Arrays.copyOf(values, SIZE);
  }

  public long get(Figure figure) {
    return values[figure.ordinal()];
  }

  public Tally add(Figure figure, long amount) {
    values[figure.ordinal()] += amount;
    return this;
  }

  public Tally add(Tally other) {
    for (int i = 0; i < SIZE; i++) {
      values[i] += other.values[i];
    }
    return this;
  }

  public Tally subtract(Tally other) {
    for (int i = 0; i < SIZE; i++) {
      values[i] -= other.values[i];
    }
    return this;
  }

  public Tally copy() {
    return new Tally().add(this);
  }

  public boolean zero() {
    for (long value : values) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  /** The figures that are not zero, by their JSON names. */
  @JsonValue
  public Map<String, Long> byName() {
    var named = new LinkedHashMap<String, Long>();
    for (var figure : Figure.values()) {
      if (get(figure) != 0) {
        named.put(figure.jsonName(), get(figure));
      }
    }
    return named;
  }

  /** The tally of these figures; a name that this version doesn't know is passed over. */
  @JsonCreator
  public static Tally of(Map<String, Long> named) {
    var tally = new Tally();
    for (var figure : Figure.values()) {
      tally.add(figure, named.getOrDefault(figure.jsonName(), 0L));
    }
    return tally;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tally tally && Arrays.equals(values, tally.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return byName().toString();
  }
}
