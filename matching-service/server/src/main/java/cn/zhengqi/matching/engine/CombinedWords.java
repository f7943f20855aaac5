package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.Choice;
import cn.zhengqi.matching.api.match.ConditionResult.Requirement;
import cn.zhengqi.matching.engine.CompiledRule.Node;
import java.util.Arrays;

/** Several conditions in words, of which all, some or one have to hold. */
final class CombinedWords extends Wording {

    /** The same as is asked otherwise, where a part is in doubt. */
    private final Requirement doubted;

    private final boolean settled;
    private final Choice choice;

    private CombinedWords(Requirement asked, Requirement doubted, boolean settled, String named, Choice choice) {
        super(asked, named);
        this.doubted = doubted;
        this.settled = settled;
        this.choice = choice;
    }

    static CombinedWords of(Criterion criterion, String kind, Choice choice, Node[] parts) {
        String label = criterion.label();
        Requirement own = Wording.asked(label == null ? kind : label, criterion.clause(), kind);
        boolean inDoubt = Arrays.stream(parts)
                .map(Node::words)
                .anyMatch(part -> part.settled() && !part.asked().certain());
        return new CombinedWords(
                inDoubt ? own.inDoubt() : own,
                own.inDoubt(),
                inDoubt || Arrays.stream(parts).allMatch(part -> part.words().settled()),
                label == null ? NAMELESS : label,
                choice);
    }

    Choice choice() {
        return choice;
    }

    /** What is asked, given what is told of its parts. */
    Requirement asked(ConditionResult[] parts) {
        if (!settled) {
            for (ConditionResult part : parts) {
                if (!part.certain()) {
                    return doubted;
                }
            }
        }
        return asked();
    }

    @Override
    boolean settled() {
        return settled;
    }

    @Override
    ConditionResult tell(Node node, Explainer explainer) {
        return explainer.combination(node, this);
    }

    @Override
    void gather(Node node, MissingFacts missing) {
        for (Node part : node.part) {
            missing.gather(part);
        }
    }
}
