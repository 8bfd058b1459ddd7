package io.campaignpulse.standalone.cli;

import io.campaignpulse.standalone.Refusal;
import io.campaignpulse.standalone.affinity.NextProductTrial;
import java.util.Currency;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "try-affinity",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = {
      "pulse try-affinity NAME",
      "       pulse try-affinity --mapping MAPPING.yaml FILE.csv..."
    },
    description =
        "Recommends, on the last order of each customer, ten products that they have not bought, by"
            + " what is bought together and by what is bought most, and shows how often one of the"
            + " ten was in that order. Knows only what came before it.")
final class TryAffinityCommand implements Callable<Integer> {
  private final Console console;

  @Mixin DataSetOptions data;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      defaultValue = "USD",
      converter = Converters.OfCurrency.class,
      description = "Currency of the data. Default: ${DEFAULT-VALUE}")
  Currency currency;

  TryAffinityCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var result = NextProductTrial.of(data.dataSet().read(currency).events());
    console
        .out()
        .printf(Locale.ROOT, "%,d orders of %,d customers%n", result.orders(), result.customers());
    if (result.tried() == 0) {
      throw new Refusal("try-affinity: no customer ordered anything new in a second order");
    }
    console
        .out()
        .printf(
            Locale.ROOT,
            "hit rate at 10 on the last order of %,d customers%n"
                + "  by affinity      %5.1f %%  (%,d)%n  most popular     %5.1f %%  (%,d)%n",
            result.tried(),
            100 * result.affinityRate(),
            result.byAffinity(),
            100 * result.popularityRate(),
            result.byPopularity());
    return 0;
  }
}
