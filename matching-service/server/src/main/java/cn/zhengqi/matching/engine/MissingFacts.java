package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.engine.CompiledRule.Node;
import java.util.List;

/** Which facts could decide what is unknown, and only those that still can. */
final class MissingFacts {

    private final Evaluation evaluation;
    private final FactWords facts;
    private final FactRefs.Gathering gathering;

    MissingFacts(Evaluation evaluation, FactWords facts) {
        this.evaluation = evaluation;
        this.facts = facts;
        gathering = evaluation.book().refs().gathering();
    }

    /** None where it is decided. */
    List<FactRef> of(Node node) {
        if (evaluation.code(node) != Truth.OPEN) {
            return List.of();
        }
        if (node.words() instanceof ComparisonWords comparison) {
            return facts.missing(comparison.slot).refs();
        }
        gather(node);
        return gathering.end();
    }

    /** Of one line of a table. */
    List<FactRef> ofTiers(ScoreWords.Item item) {
        gatherTiers(item);
        return gathering.end();
    }

    void gather(Node node) {
        if (evaluation.code(node) == Truth.OPEN) {
            node.words().gather(node, this);
        }
    }

    /** What could make one fact known. */
    void gather(int slot) {
        gathering.add(facts.missing(slot));
    }

    void gatherBands(Node node, BandedWords bands) {
        if (!facts.vector().known(bands.slot)) {
            gather(bands.slot);
        }
        for (int i = 0; i < node.part.length; i++) {
            if (evaluation.guard(node, i) != Truth.FALSE) {
                gather(node.part[i]);
            }
        }
    }

    /** Tiers after one that is met do not matter any more. */
    void gatherTiers(ScoreWords.Item item) {
        for (int i = 0; i < item.tiers(); i++) {
            byte truth = evaluation.code(item.truthOf(i));
            if (truth == Truth.YES) {
                return;
            }
            if (truth == Truth.OPEN) {
                gather(item.tier(i));
            }
        }
    }
}
