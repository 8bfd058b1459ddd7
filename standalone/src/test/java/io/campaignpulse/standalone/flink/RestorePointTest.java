package io.campaignpulse.standalone.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.jobs.PulseJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
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

  @Test
  void discardsSharedFilesThatNothingKeptNames() throws IOException {
    var kept = complete(checkpoint(10), 2);
    var savepoint = complete(savepoint(job), 1);
    var used = shared("0a7c");
    var ofTheSavepoint = shared("1b3d");
    var orphan = shared("2c9e");
    Files.writeString(kept.resolve("_metadata"), "\0\3file:/x/shared/0a7c\7");
    Files.writeString(savepoint.resolve("_metadata"), "\0\3file:/x/shared/1b3d\7");

    points.discardAllBut(Optional.of(kept));

    assertThat(used).exists();
    assertThat(ofTheSavepoint).exists();
    assertThat(orphan).doesNotExist();
  }

  @Test
  void discardsAllSharedFilesBeforeTheFirstCheckpoint() throws IOException {
    var orphan = shared("2c9e");

    points.discardAllBut(Optional.empty());

    assertThat(orphan).doesNotExist();
    assertThat(orphan.getParent()).exists();
  }

  @Test
  void discardsTheCheckpointsOfEarlierVersionsUnlessTheyAreReferredTo() throws IOException {
    var kept = complete(checkpoint(10), 2);
    var outlived = JobPlan.id("a job (state 1)");
    var referredTo = JobPlan.id("a job (state 2)");
    var unknown = JobPlan.id("another job");
    for (var each : List.of(outlived, referredTo, unknown)) {
      complete(root.resolve(each.toHexString()).resolve("chk-7"), 1);
    }
    Files.writeString(kept.resolve("_metadata"), "file:/x/" + referredTo + "/shared/0a7c");

    points.discardJobs(List.of(outlived, referredTo));

    assertThat(root.resolve(outlived.toHexString())).doesNotExist();
    assertThat(root.resolve(referredTo.toHexString()).resolve("chk-7")).exists();
    assertThat(root.resolve(unknown.toHexString()).resolve("chk-7")).exists();
    assertThat(kept).exists();
  }

  @Test
  void theEarlierVersionsOfAJobAreTheLowerNumbersOfItsName() {
    assertThat(JobPlan.before("a job (state 2)"))
        .containsExactly("a job (state 0)", "a job (state 1)");
    assertThat(JobPlan.before("a job")).isEmpty();
    assertThat(JobPlan.before(PulseJob.NAME)).isNotEmpty().doesNotContain(PulseJob.NAME);
  }

  private Path shared(String name) throws IOException {
    var shared = root.resolve(job.toHexString()).resolve("shared");
    return Files.createFile(Files.createDirectories(shared).resolve(name));
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
