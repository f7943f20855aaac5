package cn.zhengqi.policy.reading;

import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.policy.reading.Proposal.Applies;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was read from some words of a sentence.
 *
 * @param from of the words in the sentence
 * @param clear whether nothing had to be supplied
 */
record Finding(
        int from,
        int to,
        FactDefinition fact,
        Operator op,
        Value value,
        boolean clear,
        List<String> why,
        @Nullable Applies applies) {

    /** The same, asked only of those. */
    Finding of(Applies those) {
        return new Finding(from, to, fact, op, value, clear, why, those);
    }

    /** The same, which a person has to look at for this reason. */
    Finding doubted(String reason) {
        return new Finding(
                from,
                to,
                fact,
                op,
                value,
                false,
                Stream.concat(why.stream(), Stream.of(reason)).toList(),
                applies);
    }

    boolean overlaps(int start, int end) {
        return start < to && from < end;
    }
}
