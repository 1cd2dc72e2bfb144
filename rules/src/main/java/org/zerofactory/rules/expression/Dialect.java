package org.zerofactory.rules.expression;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelOptions;
import dev.cel.common.CelVarDecl;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import java.util.Collection;

/**
 * The part of the Common Expression Language that rules may use: no clock, no regular expressions,
 * no untyped values; whatever an expression says, it ends soon.
 */
final class Dialect {

  /** Longer conditions should be two rules. */
  static final int MAXIMUM_CHARACTERS = 2_000;

  /** Of all lists an expression goes through together. */
  static final int MAXIMUM_ITERATIONS = 10_000;

  private static final int MAXIMUM_NODES = 500;
  private static final int MAXIMUM_DEPTH = 32;

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(MAXIMUM_CHARACTERS)
          .maxParseExpressionNodeCount(MAXIMUM_NODES)
          .maxParseRecursionDepth(MAXIMUM_DEPTH)
          .comprehensionMaxIterations(MAXIMUM_ITERATIONS)
          .enableHeterogeneousNumericComparisons(true)
          .enableUnknownTracking(true)
          .build();

  private static final StandardFunction[] LEFT_OUT = {
    StandardFunction.TYPE,
    StandardFunction.UINT,
    StandardFunction.BYTES,
    StandardFunction.DYN,
    StandardFunction.TIMESTAMP,
    StandardFunction.MATCHES,
    StandardFunction.GET_FULL_YEAR,
    StandardFunction.GET_MONTH,
    StandardFunction.GET_DAY_OF_YEAR,
    StandardFunction.GET_DAY_OF_MONTH,
    StandardFunction.GET_DATE,
    StandardFunction.GET_DAY_OF_WEEK,
    StandardFunction.GET_HOURS,
    StandardFunction.GET_MINUTES,
    StandardFunction.GET_SECONDS,
    StandardFunction.GET_MILLISECONDS,
    StandardFunction.DIVIDE,
    StandardFunction.OLD_IN,
    StandardFunction.OLD_NOT_STRICTLY_FALSE
  };

  private Dialect() {}

  static CelCompiler compiler(Collection<Vocabulary.Name> names) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(
                CelStandardDeclarations.newBuilder().excludeFunctions(LEFT_OUT).build())
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addFunctionDeclarations(Arithmetic.declarations());
    for (Vocabulary.Name name : names) {
      builder.addVarDeclarations(CelVarDecl.newVarDeclaration(name.name(), name.type().type()));
    }
    return builder.build();
  }

  /** Made on first use and shared: it holds no names and no values. */
  static CelRuntime runtime() {
    return Holder.RUNTIME;
  }

  private static final class Holder {
    static final CelRuntime RUNTIME =
        CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(OPTIONS)
            .setStandardFunctions(
                CelStandardFunctions.newBuilder()
                    .excludeFunctions(CelStandardFunctions.StandardFunction.DIVIDE)
                    .build())
            .addFunctionBindings(Arithmetic.bindings())
            .build();
  }
}
