package io.campaignpulse.serving;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/**
 * Views that follow each other and that one command writes: texts, or fields of one key. A command
 * of many costs Redis and its client a good deal less than many commands.
 */
final class Neighbours {
  /** So many hold up others who ask Redis meanwhile for far less than a millisecond. */
  private static final int MOST = 200;

  private final List<ViewWrite> views = new ArrayList<>();

  boolean take(ViewWrite view) {
    var fits = views.isEmpty() || views.size() < MOST && alike(views.get(0), view);
    return fits && views.add(view);
  }

  private static boolean alike(ViewWrite one, ViewWrite other) {
    var bothFields = one.field() != null && other.field() != null;
    var bothKeys = one.field() == null && other.field() == null;
    return (one.json() == null) == (other.json() == null)
        && (bothKeys || bothFields && one.key().equals(other.key()));
  }

  /** Has them written; there is at least one. */
  Response<?> write(AbstractPipeline pipeline) {
    var first = views.get(0);
    if (first.json() == null) {
      return first.field() == null
          ? pipeline.del(texts(ViewWrite::key))
          : pipeline.hdel(first.key(), texts(ViewWrite::field));
    }
    return first.field() == null ? pipeline.mset(keysAndTexts()) : hset(pipeline, first.key());
  }

  private Response<?> hset(AbstractPipeline pipeline, String key) {
    var fields = new LinkedHashMap<String, String>();
    views.forEach(view -> fields.put(view.field(), view.json()));
    return pipeline.hset(key, fields);
  }

  private String[] keysAndTexts() {
    var all = new String[2 * views.size()];
    for (int i = 0; i < views.size(); i++) {
      all[2 * i] = views.get(i).key();
      all[2 * i + 1] = views.get(i).json();
    }
    return all;
  }

  private String[] texts(Function<ViewWrite, String> of) {
    return views.stream().map(of).toArray(String[]::new);
  }
}
