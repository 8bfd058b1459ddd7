package io.campaignpulse.dashboard.kafka;

import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.ReferenceDoor;
import io.campaignpulse.events.ReferenceKind;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads reference records as the serving store keeps them; bad ones are the jobs' dead letters. */
final class MirrorRecords {
  private static final Logger LOG = LoggerFactory.getLogger(MirrorRecords.class);

  private final ReferenceDoor door;

  MirrorRecords(Currency currency) {
    this.door = new ReferenceDoor(currency);
  }

  /** The newest JSON of each id, or null where the newest record removes it. */
  Map<ReferenceKind, Map<String, String>> read(ConsumerRecords<String, byte[]> polled) {
    var read = new HashMap<ReferenceKind, Map<String, String>>();
    for (var polledRecord : polled) {
      ReferenceKind.onTopic(polledRecord.topic()).ifPresent(kind -> read(kind, polledRecord, read));
    }
    return read;
  }

  private void read(
      ReferenceKind kind,
      ConsumerRecord<String, byte[]> polled,
      Map<ReferenceKind, Map<String, String>> read) {
    var records = read.computeIfAbsent(kind, k -> new LinkedHashMap<>());
    if (polled.value() == null) {
      if (polled.key() != null) {
        records.put(polled.key(), null);
      }
      return;
    }
    try {
      var admitted = door.admit(kind, kind.codec().decode(polled.value()));
      records.put(kind.id(admitted), kind.codec().toJson(admitted).toString());
    } catch (InvalidRecordException | RuntimeException e) {
      LOG.debug("{} offset {}: {}", polled.topic(), polled.offset(), e.toString());
    }
  }
}
