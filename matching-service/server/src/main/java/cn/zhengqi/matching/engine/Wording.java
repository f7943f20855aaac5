package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.AtLeast;
import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.engine.CompiledRule.Node;
import org.jspecify.annotations.Nullable;

/** What is said of a criterion whoever is held against it. Made once, when its rule is compiled. */
sealed interface Wording permits ComparisonWords, ScoreWords, BandedWords, Wording.Of {

    String label();

    /** The words of the document; absent for combinations that have none of their own. */
    @Nullable
    String clause();

    @Nullable
    String place();

    boolean certain();

    @Nullable
    String required();

    /** How it is named where it stands for a tier or an alternative. */
    String named();

    /** Of everything but comparisons, scores and bands. */
    record Of(
            String label,
            @Nullable String clause,
            @Nullable String place,
            boolean certain,
            @Nullable String required,
            String named)
            implements Wording {

        private static Of of(Criterion criterion, String fallback, @Nullable String required) {
            Clause clause = criterion.clause();
            String label = criterion.label();
            return new Of(
                    label == null ? fallback : label,
                    clause == null ? null : clause.text(),
                    clause == null ? null : clause.place(),
                    clause == null || clause.certain(),
                    required,
                    label == null ? "以下条件" : label);
        }
    }

    /** @param parts of what consists of others */
    static Wording of(GapWords.Shared shared, Criterion criterion, Node[] parts) {
        return switch (criterion) {
            case Comparison comparison -> new ComparisonWords(shared, comparison);
            case AllOf ignored -> Of.of(criterion, "须同时满足", "须同时满足");
            case AnyOf any -> {
                String kind = any.exhaustive() ? "分档适用，必居其一" : "满足其一即可";
                yield Of.of(criterion, kind, kind);
            }
            case AtLeast some -> {
                String kind = "至少满足 " + some.count() + " 项";
                yield Of.of(criterion, kind, kind);
            }
            case Banded banded -> new BandedWords(shared.facts(), banded, parts);
            case Score score -> new ScoreWords(score, parts);
            case Unverified ignored -> Of.of(criterion, "待核实", null);
        };
    }
}
