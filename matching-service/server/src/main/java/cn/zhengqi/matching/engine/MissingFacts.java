package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.engine.CompiledRule.Node;
import cn.zhengqi.matching.engine.FactRefs.Missing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which facts could decide what is unknown, and only those that still can. Found once per condition. */
final class MissingFacts {

    private final Evaluation evaluation;
    private final FactWords facts;
    private final Missing none;
    private final @Nullable Missing[] found;

    MissingFacts(Evaluation evaluation, FactWords facts) {
        this.evaluation = evaluation;
        this.facts = facts;
        none = evaluation.book().refs().none();
        found = new Missing[evaluation.book().phraseCount()];
    }

    /** None where it is decided. */
    Missing of(Node node) {
        if (evaluation.code(node) != Truth.OPEN) {
            return none;
        }
        if (node.words() instanceof ComparisonWords comparison) {
            return facts.missing(comparison.slot);
        }
        Missing known = found[node.phrase()];
        if (known == null) {
            known = find(node);
            found[node.phrase()] = known;
        }
        return known;
    }

    private Missing find(Node node) {
        return switch (node.words()) {
            case ComparisonWords ignored -> throw new IllegalStateException("Comparisons need not be searched");
            case ScoreWords score -> {
                Missing missing = none;
                for (ScoreWords.Item item : score.items()) {
                    missing = missing.and(ofTiers(item.tiersOf(node)));
                }
                yield missing;
            }
            case Wording.Of ignored ->
                node.criterion() instanceof Banded banded ? ofBands(node, banded) : ofParts(node);
        };
    }

    private Missing ofParts(Node node) {
        Missing missing = none;
        for (int i = 0; i < node.parts().size(); i++) {
            missing = missing.and(of(node.parts().get(i)));
        }
        return missing;
    }

    private Missing ofBands(Node node, Banded banded) {
        int by = facts.vector().dictionary().slot(banded.by());
        Missing missing = facts.vector().known(by) ? none : facts.missing(by);
        for (int i = 0; i < node.parts().size(); i++) {
            if (evaluation.guard(node, i) != Truth.FALSE) {
                missing = missing.and(of(node.parts().get(i)));
            }
        }
        return missing;
    }

    /** Tiers after one that is met do not matter any more. */
    Missing ofTiers(List<Node> tiers) {
        Missing missing = none;
        for (int i = 0; i < tiers.size(); i++) {
            if (evaluation.code(tiers.get(i)) == Truth.YES) {
                return missing;
            }
            missing = missing.and(of(tiers.get(i)));
        }
        return missing;
    }
}
