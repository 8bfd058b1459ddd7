package io.campaignpulse.wire;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Serialises by a {@link Form}. Each type has a subclass of its own without parameters, which is
 * what state remembers of how it was written.
 */
public abstract class FormSerializer<T> extends TypeSerializerSingleton<T> {
  private static final long serialVersionUID = 1L;

  /** How the values are written; the same object each time. */
  public abstract Form<T> form();

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public T createInstance() {
    return null;
  }

  @Override
  public T copy(T from) {
    return form().copy(from);
  }

  @Override
  public T copy(T from, T reuse) {
    return form().copy(from);
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(T value, DataOutputView target) throws IOException {
    form().write(value, target);
  }

  @Override
  public T deserialize(DataInputView source) throws IOException {
    return form().read(source);
  }

  @Override
  public T deserialize(T reuse, DataInputView source) throws IOException {
    return form().read(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    form().write(form().read(source), target);
  }

  /** What state remembers: the subclass. */
  public abstract static class Remembered<T> extends SimpleTypeSerializerSnapshot<T> {
    protected Remembered(Class<? extends TypeSerializer<T>> serializer) {
      super(
          () -> {
            try {
              return serializer.getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
              throw new IllegalStateException(serializer + " needs a public constructor", e);
            }
          });
    }
  }
}
