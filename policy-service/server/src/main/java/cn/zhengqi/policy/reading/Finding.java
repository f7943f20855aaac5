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

    /** What who is not so meets; null where there is no single comparison that says it. */
    @Nullable
    Finding contrary() {
        return switch (op) {
            case AT_LEAST -> asking(Operator.LESS_THAN, value);
            case MORE_THAN -> asking(Operator.AT_MOST, value);
            case AT_MOST -> asking(Operator.MORE_THAN, value);
            case LESS_THAN -> asking(Operator.AT_LEAST, value);
            case EQUAL ->
                value instanceof Value.Flag said
                        ? asking(Operator.EQUAL, new Value.Flag(!said.flag()))
                        : asking(Operator.NOT_EQUAL, value);
            case NOT_EQUAL -> asking(Operator.EQUAL, value);
            case IN -> asking(Operator.NOT_IN, value);
            case NOT_IN -> asking(Operator.IN, value);
            case BETWEEN, CONTAINS, CONTAINS_ANY -> null;
        };
    }

    private Finding asking(Operator other, Value its) {
        return new Finding(from, to, fact, other, its, clear, why, applies);
    }

    boolean overlaps(int start, int end) {
        return start < to && from < end;
    }
}
