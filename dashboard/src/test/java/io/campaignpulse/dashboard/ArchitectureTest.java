package io.campaignpulse.dashboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.campaignpulse.dashboard",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule kafkaStaysInItsAdapter =
      noClasses()
          .that()
          .resideOutsideOfPackage("..dashboard.kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule redisStaysInItsAdapter =
      noClasses()
          .that()
          .resideOutsideOfPackage("..dashboard.redis..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("redis.clients..");

  @ArchTest
  static final ArchRule theWebStaysAtTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackage("..dashboard.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "io.micrometer..");

  @ArchTest
  static final ArchRule figuresNeverReadTheWallClock =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..dashboard.figures..", "..dashboard.collect..", "..dashboard.lift..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.campaignpulse.dashboard.(*)..").should().beFreeOfCycles();
}
