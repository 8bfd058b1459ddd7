package io.campaignpulse.events.offers;

import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionResolver;
import dev.cel.runtime.CelLateFunctionBindings;
import dev.cel.runtime.CelVariableResolver;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A customer at a moment, as rules see them. Made once for all rules that are asked then: setting
 * the scene takes longer than an answer.
 */
public final class Situation {
  private final CustomerFacts facts;
  private final Trigger moment;
  private final CelFunctionResolver functions;

  public Situation(CustomerFacts facts, Trigger moment) {
    this.facts = facts;
    this.moment = moment;
    this.functions =
        CelLateFunctionBindings.from(
            CelFunctionBinding.from(OfferRule.overload("owns"), String.class, facts::owns),
            CelFunctionBinding.from(
                OfferRule.overload("monthsSince"),
                String.class,
                what -> monthsSince(facts.lastBought(what), moment.at())),
            CelFunctionBinding.from(
                OfferRule.overload("viewed"), String.class, what -> moment.about().contains(what)));
  }

  CelFunctionResolver functions() {
    return functions;
  }

  CelVariableResolver variables(boolean about, boolean complement) {
    return name -> Optional.ofNullable(variable(name, about, complement));
  }

  private Object variable(String name, boolean about, boolean complement) {
    return switch (name) {
      case "tier" -> facts.tier();
      case "segment" -> orEmpty(facts.segment());
      case "language" -> orEmpty(facts.language());
      case "tags" -> facts.tags();
      case "trigger" -> moment.kind().name();
      case "channel" -> orEmpty(moment.channel());
      case "about" -> about;
      case "complement" -> complement;
      default -> null;
    };
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private static long monthsSince(long then, long now) {
    return then == Long.MIN_VALUE
        ? -1
        : Math.max(0, ChronoUnit.MONTHS.between(day(then), day(now)));
  }

  private static LocalDate day(long at) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(at), ZoneOffset.UTC);
  }
}
