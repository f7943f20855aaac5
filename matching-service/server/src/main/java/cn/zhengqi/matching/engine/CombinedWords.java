package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.Choice;
import cn.zhengqi.matching.api.match.ConditionResult.Requirement;
import cn.zhengqi.matching.engine.CompiledRule.Node;
import java.util.Arrays;

/**
 * Several conditions in words, of which all, some or one have to hold.
 *
 * @param asked where its parts leave it as certain as it is
 * @param doubted the same where a part is in doubt
 * @param settled whether {@code asked} is right whoever is held against it
 */
record CombinedWords(Requirement asked, Requirement doubted, boolean settled, String named, Choice choice)
        implements Wording {

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
                label == null ? "以下条件" : label,
                choice);
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
        return asked;
    }

    @Override
    public ConditionResult tell(Node node, Explainer explainer) {
        return explainer.combination(node, this);
    }

    @Override
    public void gather(Node node, MissingFacts missing) {
        for (Node part : node.part) {
            missing.gather(part);
        }
    }
}
