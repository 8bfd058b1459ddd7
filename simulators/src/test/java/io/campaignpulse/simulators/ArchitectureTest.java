package io.campaignpulse.simulators;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(
    packagesOf = ArchitectureTest.class,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule simulatorsMeetTheSystemOnlyThroughItsContract =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.flink..",
              "org.apache.kafka..",
              "redis.clients..",
              "io.campaignpulse.dashboard..",
              "io.campaignpulse.jobs..",
              "io.campaignpulse.response..",
              "io.campaignpulse.identity..");

  @ArchTest
  static final ArchRule theRecountKnowsOnlyTheEvents =
      classes()
          .that()
          .resideInAPackage("..recount..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "..simulators.recount..", "io.campaignpulse.events..", "org.apache.avro..", "java..");

  @ArchTest
  static final ArchRule nothingReadsTheDate =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC");

  @ArchTest
  static final ArchRule chanceComesFromTheSeed =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.util\\.(Random|concurrent\\.ThreadLocalRandom|UUID)")
          .orShould()
          .callMethod(Math.class, "random");
}
