package io.campaignpulse.events.offers;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;

/**
 * A rule about a customer and a moment, in the Common Expression Language, which can't loop, keep
 * anything or reach out of itself. It knows {@code tier}, {@code segment}, {@code language}, {@code
 * tags}, {@code trigger}, {@code channel}, {@code about} (whether the moment is about what is
 * offered) and {@code complement} (whether that is often bought together with what the moment is
 * about), and of products and categories {@code owns("X")}, {@code monthsSince("X")}, which is -1
 * for never, and {@code viewed("X")}.
 */
public final class OfferRule {
  private static final CelCompiler COMPILER =
      CelCompilerFactory.standardCelCompilerBuilder()
          .addVar("tier", SimpleType.STRING)
          .addVar("segment", SimpleType.STRING)
          .addVar("language", SimpleType.STRING)
          .addVar("tags", ListType.create(SimpleType.STRING))
          .addVar("trigger", SimpleType.STRING)
          .addVar("channel", SimpleType.STRING)
          .addVar("about", SimpleType.BOOL)
          .addVar("complement", SimpleType.BOOL)
          .addFunctionDeclarations(
              function("owns", SimpleType.BOOL),
              function("monthsSince", SimpleType.INT),
              function("viewed", SimpleType.BOOL))
          .setResultType(SimpleType.BOOL)
          .build();

  private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder().build();

  private final String text;
  private final CelRuntime.Program program;

  private OfferRule(String text, CelRuntime.Program program) {
    this.text = text;
    this.program = program;
  }

  private static CelFunctionDecl function(String name, CelType result) {
    return CelFunctionDecl.newFunctionDeclaration(
        name, CelOverloadDecl.newGlobalOverload(overload(name), result, SimpleType.STRING));
  }

  static String overload(String name) {
    return name + "_string";
  }

  /** Reads a rule. */
  public static OfferRule of(String text) throws InvalidRuleException {
    var result = COMPILER.compile(text);
    if (result.hasError()) {
      var first = result.getErrors().get(0);
      var place = first.getSourceLocation();
      throw new InvalidRuleException(place.getLine(), place.getColumn() + 1, first.getMessage());
    }
    try {
      return new OfferRule(text, RUNTIME.createProgram(result.getAst()));
    } catch (CelValidationException | CelEvaluationException e) {
      throw new InvalidRuleException(1, 1, e.getMessage());
    }
  }

  /**
   * Whether the rule holds. A rule that can't be worked out, as one that asks for a tag by a place
   * that is not there, does not.
   *
   * @param about whether the moment is about what is offered
   */
  public boolean holds(CustomerFacts facts, Trigger moment, boolean about) {
    return holds(new Situation(facts, moment), about, false);
  }

  /**
   * The same where it is known what is bought together.
   *
   * @param complement whether what is offered goes with what the moment is about
   */
  public boolean holds(Situation situation, boolean about, boolean complement) {
    try {
      // A rule of which only its evaluation shows the type, as dyn(tier), may be of any other.
      return Boolean.TRUE.equals(
          program.eval(situation.variables(about, complement), situation.functions()));
    } catch (CelEvaluationException | RuntimeException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
