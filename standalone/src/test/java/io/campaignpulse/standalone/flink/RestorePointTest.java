package io.campaignpulse.standalone.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestorePointTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path root;
  private final JobID job = JobPlan.id("a job");
  private RestorePoint points;

  @BeforeEach
  void points() {
    points = new RestorePoint(root, job);
  }

  @Test
  void isEmptyBeforeTheFirstCheckpoint() {
    assertThat(points.newest()).isEmpty();
  }

  @Test
  void picksTheNewestCheckpointThatIsComplete() throws IOException {
    complete(checkpoint(9), 1);
    var newest = complete(checkpoint(10), 2);
    Files.createDirectories(checkpoint(11));

    assertThat(points.newest()).contains(newest);
  }

  @Test
  void picksASavepointThatIsNewerThanTheCheckpoints() throws IOException {
    complete(checkpoint(10), 1);
    var savepoint = complete(savepoint(job), 2);

    assertThat(points.newest()).contains(savepoint);
  }

  @Test
  void leavesTheSavepointsOfOtherJobsAlone() throws IOException {
    var own = complete(checkpoint(10), 1);
    complete(savepoint(JobPlan.id("another job")), 2);

    assertThat(points.newest()).contains(own);
  }

  @Test
  void discardsWhatIsHalfWrittenOrOutlived() throws IOException {
    complete(checkpoint(9), 1);
    var kept = complete(checkpoint(10), 2);
    Files.createDirectories(checkpoint(11).resolve("part"));

    points.discardAllBut(Optional.of(kept));

    assertThat(kept).exists();
    assertThat(checkpoint(9)).doesNotExist();
    assertThat(checkpoint(11)).doesNotExist();
  }

  private Path checkpoint(int number) {
    return root.resolve(job.toHexString()).resolve("chk-" + number);
  }

  private Path savepoint(JobID owner) {
    var name = "savepoint-" + owner.toHexString().substring(0, 6) + "-0123456789ab";
    return RestorePoint.savepoints(root).resolve(name);
  }

  private static Path complete(Path point, int hour) throws IOException {
    Files.createDirectories(point);
    var metadata = Files.createFile(point.resolve("_metadata"));
    Files.setLastModifiedTime(metadata, FileTime.from(START.plusSeconds(3600L * hour)));
    return point;
  }
}
