package io.campaignpulse.standalone.flink;

import java.util.Collection;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.Env;
import org.rocksdb.Priority;

/**
 * How the stores of the embedded Flink write what a checkpoint needs, for which their operators
 * wait. One thread flushes for all stores of a process otherwise, table by table, and waits for the
 * disk each time.
 */
public final class StoreOptions implements RocksDBOptionsFactory {
  private static final long serialVersionUID = 1L;
  private static final int FLUSHING_THREADS = 8;

  /**
   * So many are merged at a time with all that was merged before, twice as many as otherwise: what
   * was asked for lately is not looked for in them.
   */
  private static final int YOUNG_TABLES = 8;

  /** Of the memory of a table that is not written yet, for a filter of the keys in it. */
  private static final double FILTER_SHARE = 0.02;

  @Override
  public DBOptions createDBOptions(DBOptions options, Collection<AutoCloseable> closing) {
    Env.getDefault().setBackgroundThreads(FLUSHING_THREADS, Priority.HIGH);
    // Nobody waits for tables to be merged, which after each checkpoint took a processor for
    // itself.
    Env.getDefault().lowerThreadPoolCPUPriority(Priority.LOW);
    return options.setAtomicFlush(true);
  }

  @Override
  public ColumnFamilyOptions createColumnOptions(
      ColumnFamilyOptions options, Collection<AutoCloseable> closing) {
    return options
        .setLevel0FileNumCompactionTrigger(YOUNG_TABLES)
        .setMemtableWholeKeyFiltering(true)
        .setMemtablePrefixBloomSizeRatio(FILTER_SHARE);
  }
}
