package cn.zhengqi.bench.compared;

import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** The conditions as expressions of Google's Common Expression Language, compiled once. */
final class WithCel implements Judge {

    private final List<CelRuntime.Program> programs = new ArrayList<>();

    WithCel(FactDictionary facts, List<? extends EligibilityRule> rules) {
        // A scoring table nests deeper than the language allows unless it is told.
        CelOptions options = CelOptions.current().maxParseRecursionDepth(2_000).build();
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder().setOptions(options);
        for (FactDefinition fact : facts.facts()) {
            builder.addVar(fact.name(), type(fact));
        }
        CelCompiler compiler = builder.build();
        CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(options)
                .build();
        ConditionText conditions = new ConditionText(facts, Language.CEL);
        for (EligibilityRule rule : rules) {
            try {
                programs.add(runtime.createProgram(
                        compiler.compile(conditions.of(rule.criteria())).getAst()));
            } catch (CelValidationException | CelEvaluationException e) {
                throw new IllegalStateException(rule.id(), e);
            }
        }
    }

    private static CelType type(FactDefinition fact) {
        if (fact.kind() == FactKind.MULTI_CHOICE) {
            return ListType.create(SimpleType.STRING);
        }
        return ConditionText.textual(fact) ? SimpleType.STRING : SimpleType.DOUBLE;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void judge(Object facts, BitSet eligible) {
        try {
            for (int i = 0; i < programs.size(); i++) {
                if (programs.get(i).eval((Map<String, ?>) facts) instanceof Boolean holds && holds) {
                    eligible.set(i);
                }
            }
        } catch (CelEvaluationException e) {
            throw new IllegalStateException(e);
        }
    }
}
