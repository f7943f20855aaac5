package cn.zhengqi.bench.compared;

import cn.zhengqi.bench.MatchSample;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.engine.Truth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The same conditions of 2,000 policies decided for one enterprise by the matching engine, by predicates as they would be written
 * by hand, and by two rule engines. Facts are ready in the form that each takes, and all are known: what only the matching engine
 * can do (unknown facts, gaps, words) is left out. Before anything is measured, each has to find the same policies.
 */
@State(Scope.Thread)
public class ComparedBench {

    private static final int ENTERPRISES = 200;

    /** What decides. */
    public enum Means {
        ENGINE,
        HAND_WRITTEN,
        CEL,
        DROOLS
    }

    @Param
    public Means means = Means.ENGINE;

    private final List<Object> enterprises = new ArrayList<>();
    private final BitSet eligible = new BitSet(MatchSample.POLICIES);
    private Judge judge = (facts, into) -> {};
    private int next;

    @Setup
    public void build() {
        FactDictionary facts = FactDictionary.standard();
        List<PolicyRule> rules = new MatchSample(1).policies(MatchSample.POLICIES);
        Judge engine = engine(RuleBook.of(rules));
        HandWritten written = new HandWritten(facts, rules);
        judge = switch (means) {
            case ENGINE -> engine;
            case HAND_WRITTEN -> written.judge;
            case CEL -> new WithCel(facts, rules);
            case DROOLS -> new WithDrools(facts, rules, written.classes.loader);
        };
        for (Map<String, Object> given : new MatchSample(3).knownEnterprises(ENTERPRISES)) {
            FactVector vector = FactVector.of(facts, given, MatchSample.AS_OF);
            Map<String, Object> known = known(facts, vector);
            Object own = switch (means) {
                case ENGINE -> vector;
                case CEL -> known;
                case HAND_WRITTEN, DROOLS -> written.facts(known);
            };
            BitSet expected = new BitSet();
            engine.judge(vector, expected);
            BitSet found = new BitSet();
            judge.judge(own, found);
            if (!found.equals(expected)) {
                throw new IllegalStateException(means + " finds " + found + " instead of " + expected);
            }
            enterprises.add(own);
        }
    }

    private static Judge engine(RuleBook book) {
        Evaluation scratch = book.scratch();
        return (facts, into) -> {
            scratch.run((FactVector) facts);
            for (int rule = 0; rule < MatchSample.POLICIES; rule++) {
                if (scratch.criteria(rule) == Truth.TRUE) {
                    into.set(rule);
                }
            }
        };
    }

    /** Each fact under its name, as a number, a text or a list of texts. */
    private static Map<String, Object> known(FactDictionary facts, FactVector vector) {
        Map<String, Object> known = new HashMap<>();
        for (FactDefinition fact : facts.facts()) {
            Object value = value(fact, vector);
            if (value != null) {
                known.put(fact.name(), value);
            }
        }
        return known;
    }

    private static @Nullable Object value(FactDefinition fact, FactVector vector) {
        if (fact.kind() == FactKind.MULTI_CHOICE) {
            return vector.given(fact.name()) instanceof List<?> list
                    ? list.stream()
                            .map(item -> ConditionText.plain((String) item))
                            .toList()
                    : null;
        }
        return ConditionText.textual(fact) ? vector.text(fact.name()) : vector.number(fact.name());
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public int decide() {
        next = next + 1 == enterprises.size() ? 0 : next + 1;
        eligible.clear();
        judge.judge(enterprises.get(next), eligible);
        return eligible.cardinality();
    }

    /** Microseconds for one enterprise and all policies. */
    public record Micros(double engine, double handWritten, double cel, double drools) {

        public double timesByHand(double micros) {
            return micros / handWritten;
        }
    }

    public static Micros run(boolean quick) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(ComparedBench.class.getName() + "\\.")
                        .forks(quick ? 1 : 2)
                        .warmupIterations(quick ? 2 : 4)
                        .warmupTime(TimeValue.seconds(quick ? 2 : 5))
                        .measurementIterations(quick ? 3 : 5)
                        .measurementTime(TimeValue.seconds(quick ? 2 : 5))
                        .threads(1)
                        .shouldFailOnError(true)
                        // A scoring table written as one expression is a huge method, which would stay interpreted.
                        .jvmArgs("-XX:+UseSerialGC", "-Xms2g", "-Xmx2g", "-XX:-DontCompileHugeMethods")
                        .build())
                .run();
        return new Micros(
                micros(results, Means.ENGINE),
                micros(results, Means.HAND_WRITTEN),
                micros(results, Means.CEL),
                micros(results, Means.DROOLS));
    }

    private static double micros(Collection<RunResult> results, Means means) {
        return results.stream()
                .filter(result -> result.getParams().getParam("means").equals(means.name()))
                .mapToDouble(result -> result.getPrimaryResult().getScore())
                .findFirst()
                .orElseThrow();
    }
}
