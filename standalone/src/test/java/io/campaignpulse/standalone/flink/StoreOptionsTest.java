package io.campaignpulse.standalone.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.Env;
import org.rocksdb.Priority;
import org.rocksdb.RocksDB;

class StoreOptionsTest {
  private final StoreOptions options = new StoreOptions();
  private final ArrayList<AutoCloseable> closing = new ArrayList<>();

  @BeforeAll
  static void load() {
    RocksDB.loadLibrary();
  }

  @Test
  void allTablesOfAStoreAreFlushedAtOnceByManyThreads() {
    try (var store = new DBOptions()) {
      assertThat(options.createDBOptions(store, closing).atomicFlush()).isTrue();
      assertThat(Env.getDefault().getBackgroundThreads(Priority.HIGH)).isEqualTo(8);
    }
  }

  @Test
  void aTableThatIsNotWrittenYetIsAskedOnlyForKeysThatItMayHold() {
    try (var table = new ColumnFamilyOptions()) {
      var changed = options.createColumnOptions(table, closing);

      assertThat(changed.memtableWholeKeyFiltering()).isTrue();
      assertThat(changed.memtablePrefixBloomSizeRatio()).isPositive().isLessThan(0.1);
    }
  }

  @Test
  void theEmbeddedFlinkUsesThem() {
    var settings = FlinkSettings.of(Path.of("checkpoints"), Path.of("tmp"), Map.of());

    assertThat(settings.get(RocksDBOptions.OPTIONS_FACTORY))
        .isEqualTo(StoreOptions.class.getName());
  }
}
