package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.Operator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule whose conditions know where their truth is.
 *
 * @param top the conditions that all have to hold, the tree itself where it is not a conjunction
 * @param facts the slots of the facts it refers to
 * @param asksForQualifications whether a qualification to be held is among its conditions
 */
record CompiledRule(
        EligibilityRule rule, Node root, List<Node> top, Set<Integer> facts, boolean asksForQualifications) {

    /**
     * A criterion with the index of its truth in an {@link Evaluation}. Equal criteria of a book are one node.
     *
     * @param phrase numbers the nodes of a book, so that what is told of one can be kept
     * @param parts the compiled parts, in the order of the criterion's own; for a score the tiers, item by item
     * @param closable whether the enterprise can sensibly do something about it when it fails; null where that depends on
     *     which parts fail
     * @param guards for bands: where it says whether the band of the part at the same position applies; empty for all else
     * @param qualifications those that it asks for itself, any of which would do
     */
    record Node(
            Criterion criterion,
            int index,
            int phrase,
            Wording words,
            @Nullable Boolean closable,
            List<Node> parts,
            List<Integer> guards,
            List<String> qualifications) {

        static List<String> qualifications(Criterion criterion) {
            return criterion instanceof Comparison comparison
                            && comparison.fact().equals("quals")
                            && (comparison.op() == Operator.CONTAINS || comparison.op() == Operator.CONTAINS_ANY)
                    ? comparison.value().words()
                    : List.of();
        }

        boolean asksForQualifications() {
            return !qualifications.isEmpty() || parts.stream().anyMatch(Node::asksForQualifications);
        }
    }
}
