package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule and where its conditions are in the book.
 *
 * @param root the whole tree
 * @param top the conditions that all have to hold, the tree itself where it is not a conjunction
 * @param facts the slots of the facts it refers to
 */
record CompiledRule(EligibilityRule rule, Node root, List<Node> top, Set<Integer> facts) {

    /**
     * A criterion with the index of its truth in an {@link Evaluation}.
     *
     * @param parts the compiled parts, in the order of the criterion's own; for a score the tiers, item by item
     * @param closable whether the enterprise can sensibly do something about it when it fails; null where that depends on
     *     which parts fail
     * @param guards for bands: where it says whether the band of the part at the same position applies; empty for all else
     */
    record Node(Criterion criterion, int index, @Nullable Boolean closable, List<Node> parts, List<Integer> guards) {}
}
