package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.engine.CompiledRule.Node;
import cn.zhengqi.matching.engine.FactRefs.Missing;
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
        found = new Missing[evaluation.book().compoundCount()];
    }

    /** None where it is decided. */
    Missing of(Node node) {
        if (evaluation.code(node) != Truth.OPEN) {
            return none;
        }
        if (node.words() instanceof ComparisonWords comparison) {
            return facts.missing(comparison.slot);
        }
        if (node.compound == Node.NONE) {
            return none;
        }
        Missing known = found[node.compound];
        if (known == null) {
            known = find(node);
            found[node.compound] = known;
        }
        return known;
    }

    private Missing find(Node node) {
        return switch (node.words()) {
            case ComparisonWords ignored -> throw new IllegalStateException("Comparisons need not be searched");
            case ScoreWords score -> {
                Missing missing = none;
                for (ScoreWords.Item item : score.items()) {
                    missing = missing.and(ofTiers(node, item));
                }
                yield missing;
            }
            case BandedWords bands -> ofBands(node, bands);
            case Wording.Of ignored -> ofParts(node);
        };
    }

    private Missing ofParts(Node node) {
        Missing missing = none;
        for (Node part : node.part) {
            missing = missing.and(of(part));
        }
        return missing;
    }

    private Missing ofBands(Node node, BandedWords bands) {
        Missing missing = facts.vector().known(bands.slot) ? none : facts.missing(bands.slot);
        for (int i = 0; i < node.part.length; i++) {
            if (evaluation.guard(node, i) != Truth.FALSE) {
                missing = missing.and(of(node.part[i]));
            }
        }
        return missing;
    }

    /** Tiers after one that is met do not matter any more. */
    Missing ofTiers(Node score, ScoreWords.Item item) {
        Missing missing = none;
        for (int i = 0; i < item.tiers(); i++) {
            Node tier = item.tier(score, i);
            if (evaluation.code(tier) == Truth.YES) {
                return missing;
            }
            missing = missing.and(of(tier));
        }
        return missing;
    }
}
