package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.Operator;
import java.util.Arrays;
import java.util.Collections;
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

    /** A criterion with the index of its truth in an {@link Evaluation}. Equal criteria of a book are one node. */
    static final class Node {

        /** Of what needs no number. */
        static final int NONE = -1;

        private final Criterion criterion;
        private final Wording words;
        private final @Nullable Boolean closable;
        private final List<String> qualifications;
        private final boolean asksForQualifications;

        /** The compiled parts, in the order of the criterion's own; for a score the tiers, item by item. */
        final Node[] part;

        /** For bands: where it says whether the band of the part at the same position applies; empty for all else. */
        final int[] guard;

        final int index;

        /** Numbers the nodes that stand at more than one place of a book, so that what is told of one can be kept; {@link #NONE} for the rest. */
        final int shared;

        /**
         * @param index of its truth
         * @param closable whether the enterprise can sensibly do something about it when it fails; null where that depends on
         *     which parts fail
         */
        Node(
                Criterion criterion,
                Wording words,
                int index,
                int shared,
                @Nullable Boolean closable,
                Node[] part,
                int[] guard) {
            this.criterion = criterion;
            this.words = words;
            this.index = index;
            this.shared = shared;
            this.closable = closable;
            this.part = part;
            this.guard = guard;
            qualifications = qualifications(criterion);
            asksForQualifications =
                    !qualifications.isEmpty() || Arrays.stream(part).anyMatch(Node::asksForQualifications);
        }

        private static List<String> qualifications(Criterion criterion) {
            return criterion instanceof Comparison comparison
                            && comparison.fact().equals("quals")
                            && (comparison.op() == Operator.CONTAINS || comparison.op() == Operator.CONTAINS_ANY)
                    ? comparison.value().words()
                    : List.of();
        }

        Criterion criterion() {
            return criterion;
        }

        Wording words() {
            return words;
        }

        @Nullable
        Boolean closable() {
            return closable;
        }

        List<Node> parts() {
            return Collections.unmodifiableList(Arrays.asList(part));
        }

        /** Those that it asks for itself, any of which would do. */
        List<String> qualifications() {
            return qualifications;
        }

        /** Whether it asks for one itself, or any of its parts does. */
        boolean asksForQualifications() {
            return asksForQualifications;
        }
    }
}
