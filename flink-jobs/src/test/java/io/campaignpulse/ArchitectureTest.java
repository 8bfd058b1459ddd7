package io.campaignpulse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

@AnalyzeClasses(packages = "io.campaignpulse", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule coresKnowNoPlatform =
      noClasses()
          .that()
          .resideInAPackage("..core..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.flink..",
              "org.apache.kafka..",
              "redis..",
              "io.campaignpulse.jobs..",
              "io.campaignpulse.serving..");

  @ArchTest
  static final ArchRule nothingReadsTheWallClock =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC");

  @ArchTest
  static final ArchRule onlyServingSpeaksToRedis =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.campaignpulse.serving..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("redis..");

  @ArchTest
  static final ArchRule jobsKnowNeitherPageNorSimulators =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.campaignpulse.dashboard..",
              "io.campaignpulse.simulators..",
              "io.campaignpulse.standalone..");
}
