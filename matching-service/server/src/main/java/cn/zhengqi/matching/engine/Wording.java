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
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.Choice;
import cn.zhengqi.matching.api.match.ConditionResult.Requirement;
import cn.zhengqi.matching.engine.CompiledRule.Node;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a criterion whoever is held against it. Made once, when its rule is compiled. A class and not an interface: thousands are told for each enterprise, and
 * asking an interface takes a tenth of that.
 */
abstract sealed class Wording permits ComparisonWords, ScoreWords, BandedWords, CombinedWords, UncheckedWords {

    /** How a criterion is named that its rule gives no name. */
    static final String NAMELESS = "以下条件";

    private final Requirement asked;
    private final String named;

    Wording(Requirement asked, String named) {
        this.asked = asked;
        this.named = named;
    }

    final Requirement asked() {
        return asked;
    }

    /** How it is named where it stands for a tier or an alternative. */
    final String named() {
        return named;
    }

    /** Whether it is known without the enterprise how certain it is. */
    abstract boolean settled();

    /** Tells it for the enterprise that the explainer is about. */
    abstract ConditionResult tell(Node node, Explainer explainer);

    /** Puts together the facts that could decide it, where it is open. */
    abstract void gather(Node node, MissingFacts missing);

    static Requirement asked(String label, @Nullable Clause clause, @Nullable String required) {
        return clause == null
                ? new Requirement(label, null, null, required, true)
                : new Requirement(label, clause.text(), clause.place(), required, clause.certain());
    }

    /** @param parts of what consists of others */
    static Wording of(GapWords.Shared shared, Criterion criterion, Node[] parts) {
        return switch (criterion) {
            case Comparison comparison -> new ComparisonWords(shared, comparison);
            case AllOf all -> CombinedWords.of(all, "须同时满足", Choice.ALL, parts);
            case AnyOf any -> CombinedWords.of(any, any.exhaustive() ? "分档适用，必居其一" : "满足其一即可", Choice.ANY, parts);
            case AtLeast some -> CombinedWords.of(some, "至少满足 " + some.count() + " 项", Choice.AT_LEAST, parts);
            case Banded banded -> new BandedWords(shared.facts(), banded, parts);
            case Score score -> ScoreWords.of(score, parts);
            case Unverified unverified -> {
                String label = unverified.label();
                yield new UncheckedWords(
                        asked(label == null ? "待核实" : label, unverified.clause(), null)
                                .inDoubt(),
                        label == null ? NAMELESS : label,
                        unverified.reason());
            }
        };
    }
}
