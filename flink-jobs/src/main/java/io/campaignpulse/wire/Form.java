package io.campaignpulse.wire;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How values of one type are written between operators and into state, and read again. */
public interface Form<T> {
  Class<T> type();

  void write(T value, DataOutput out) throws IOException;

  T read(DataInput in) throws IOException;

  /** A value that changes of this one leave as it is; itself where nothing can change it. */
  default T copy(T value) {
    return value;
  }
}
