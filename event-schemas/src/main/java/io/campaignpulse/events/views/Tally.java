package io.campaignpulse.events.views;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One value for each {@link Figure}; tallies add and subtract. */
@JsonSerialize(using = Tally.Writer.class)
public final class Tally {
  private static final Figure[] FIGURES = Figure.values();
  private static final int SIZE = FIGURES.length;

  private final long[] values = new long[SIZE];

  /** The values by {@link Figure#ordinal()}: not a copy, so that serialisers can fill them in. */
  public long[] values() {
    return values;
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

  /** Writes the figures that are not zero, by their JSON names. */
  static final class Writer extends JsonSerializer<Tally> {
    @Override
    public void serialize(Tally tally, JsonGenerator json, SerializerProvider serializers)
        throws IOException {
      json.writeStartObject();
      for (var figure : FIGURES) {
        if (tally.get(figure) != 0) {
          json.writeFieldName(figure.jsonName());
          json.writeNumber(tally.get(figure));
        }
      }
      json.writeEndObject();
    }
  }

  /** The tally of these figures; a name that this version doesn't know is passed over. */
  @JsonCreator
  public static Tally of(Map<String, Long> named) {
    var tally = new Tally();
    for (var figure : FIGURES) {
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
    return Stream.of(FIGURES)
        .filter(figure -> get(figure) != 0)
        .map(figure -> figure.jsonName() + "=" + get(figure))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
