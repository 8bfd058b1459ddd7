package io.campaignpulse.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.SystemLimitException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Reads and writes one type of record: Avro single-object encoding, or JSON of the same shape when
 * the first byte is an opening brace.
 */
public final class RecordCodec<T extends SpecificRecord> {
  /** Longer than anything that Kafka takes in one record unless it was told to. */
  private static final String LONGEST_BYTES = Integer.toString(16 << 20);

  static {
    // Avro instantiates only classes it was told to trust, once for the whole JVM.
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.DEFAULT,
            type -> type.getName().startsWith("io.campaignpulse.events.avro.")));
    // A few bytes can claim to be a text of two gigabytes, for which Avro would take the memory.
    limit(SystemLimitException.MAX_STRING_LENGTH_PROPERTY);
    limit(SystemLimitException.MAX_BYTES_LENGTH_PROPERTY);
  }

  private final Schema schema;
  private final BinaryMessageEncoder<T> encoder;
  private final BinaryMessageDecoder<T> decoder;

  public RecordCodec(Class<T> recordClass) {
    var model = SpecificData.getForClass(recordClass);
    this.schema = SpecificData.get().getSchema(recordClass);
    this.encoder = new BinaryMessageEncoder<>(model, schema);
    this.decoder = new BinaryMessageDecoder<>(model, schema);
    readEarlierVersion(1);
  }

  private static void limit(String property) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, LONGEST_BYTES);
    }
  }

  /** Also reads what was written with this earlier version of the schema. */
  void addWriterSchema(Schema earlier) {
    decoder.addSchema(earlier);
  }

  private void readEarlierVersion(int version) {
    var name = "/schemas/v" + version + "/" + schema.getName() + ".avsc";
    try (InputStream frozen = RecordCodec.class.getResourceAsStream(name)) {
      if (frozen != null) {
        addWriterSchema(new Schema.Parser().parse(frozen));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Schema schema() {
    return schema;
  }

  public byte[] encode(SpecificRecord message) {
    try {
      @SuppressWarnings("unchecked")
      var typed = (T) message;
      var buffer = encoder.encode(typed);
      var bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads either encoding. */
  public T decode(byte[] bytes) throws InvalidRecordException {
    if (bytes == null || bytes.length == 0) {
      throw new InvalidRecordException("", "the record is empty");
    }
    return bytes[0] == '{' ? fromJson(parse(bytes)) : fromAvro(bytes);
  }

  private T fromAvro(byte[] bytes) throws InvalidRecordException {
    try {
      return decoder.decode(bytes);
    } catch (IOException | RuntimeException e) {
      // Bytes that are no record trip the decoder in more ways than it documents.
      throw new InvalidRecordException(
          "", "not readable as Avro " + schema.getName() + ": " + firstLine(e));
    }
  }

  @SuppressWarnings("unchecked")
  public T fromJson(JsonNode json) throws InvalidRecordException {
    return (T) new AvroFromJson(SpecificData.get()).read(schema, json);
  }

  public ObjectNode toJson(SpecificRecord message) {
    return JsonFromAvro.write(message);
  }

  private static JsonNode parse(byte[] bytes) throws InvalidRecordException {
    try {
      return Json.MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new InvalidRecordException("", "malformed JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      // Nothing but the bytes themselves can fail here, such as those of no character.
      throw new InvalidRecordException("", "malformed JSON: " + firstLine(e));
    }
  }

  private static String firstLine(Exception e) {
    var message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse(e.getClass().getSimpleName());
  }
}
