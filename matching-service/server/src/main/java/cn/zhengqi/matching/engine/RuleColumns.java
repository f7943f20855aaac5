package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has to be known of each rule of a book to decide and to rank it, in columns. */
final class RuleColumns {

    final int[] roots;
    final long[] validFrom;
    final long[] validTo;
    /** The recorded last day where it is not certain, else the end of time. */
    final long[] recordedTo;

    final boolean[] verified;
    /** The qualification that it grants, as it is compared; null where it grants none. */
    final @Nullable String[] grants;

    /** Which facts rule i refers to, a bit set of factWords words from i * factWords on. */
    final long[] factBits;

    final int factWords;
    final int[] factCount;
    /** By rule: the slots of its comparisons, and beside each the node that tells its truth. */
    final int[][] comparedSlot;

    final int[][] comparedNode;
    /** The conditions of rule i that all have to hold are topNode[topStart[i]] to topNode[topStart[i + 1] - 1]. */
    final int[] topStart;

    final int[] topNode;
    /** Whether each of them can be closed: {@link Truth} codes, open where it depends on which parts fail. */
    final byte[] topClosable;

    /** Whether a qualification to be held is among its conditions. */
    final boolean[] asksForQualifications;

    /** The slot of the qualifications that an enterprise holds. */
    final int qualifications;

    RuleColumns(FactDictionary facts, List<CompiledRule> rules) {
        qualifications = facts.slot("quals");
        roots = new int[rules.size()];
        validFrom = new long[rules.size()];
        validTo = new long[rules.size()];
        recordedTo = new long[rules.size()];
        verified = new boolean[rules.size()];
        asksForQualifications = new boolean[rules.size()];
        grants = new String[rules.size()];
        factWords = (facts.facts().size() + 63) >>> 6;
        factBits = new long[rules.size() * factWords];
        factCount = new int[rules.size()];
        comparedSlot = new int[rules.size()][];
        comparedNode = new int[rules.size()][];
        topStart = new int[rules.size() + 1];
        topClosable = closable(rules);
        topNode = rules.stream()
                .flatMap(rule -> rule.top().stream())
                .mapToInt(node -> node.index)
                .toArray();
        for (int i = 0; i < roots.length; i++) {
            EligibilityRule rule = rules.get(i).rule();
            roots[i] = rules.get(i).root().index;
            verified[i] = rule.verified();
            asksForQualifications[i] = rules.get(i).asksForQualifications();
            grants[i] = rule.grants() == null ? null : Words.normal(rule.grants());
            factCount[i] = rules.get(i).facts().size();
            for (int slot : rules.get(i).facts()) {
                factBits[i * factWords + (slot >>> 6)] |= 1L << (slot & 63);
            }
            List<int[]> compared = new ArrayList<>();
            compared(facts, rules.get(i).root(), compared);
            comparedSlot[i] = compared.stream().mapToInt(pair -> pair[0]).toArray();
            comparedNode[i] = compared.stream().mapToInt(pair -> pair[1]).toArray();
            topStart[i + 1] = topStart[i] + rules.get(i).top().size();
            validFrom[i] = rule.validity().from() == null
                    ? Long.MIN_VALUE
                    : rule.validity().from().toEpochDay();
            validTo[i] = rule.validity().to() == null || !rule.validity().toCertain()
                    ? Long.MAX_VALUE
                    : rule.validity().to().toEpochDay();
            recordedTo[i] = rule.validity().to() == null || rule.validity().toCertain()
                    ? Long.MAX_VALUE
                    : rule.validity().to().toEpochDay();
        }
    }

    private static void compared(FactDictionary facts, CompiledRule.Node node, List<int[]> into) {
        switch (node.criterion()) {
            case Comparison comparison -> into.add(new int[] {facts.slot(comparison.fact()), node.index});
            case Banded banded -> {
                for (int guard : node.guard) {
                    into.add(new int[] {facts.slot(banded.by()), guard});
                }
            }
            default -> {}
        }
        node.parts().forEach(part -> compared(facts, part, into));
    }

    private static byte[] closable(List<CompiledRule> rules) {
        List<CompiledRule.Node> nodes =
                rules.stream().flatMap(rule -> rule.top().stream()).toList();
        byte[] closable = new byte[nodes.size()];
        for (int i = 0; i < closable.length; i++) {
            Boolean agreed = nodes.get(i).closable();
            closable[i] = agreed == null ? Truth.OPEN : agreed ? Truth.YES : Truth.NO;
        }
        return closable;
    }
}
