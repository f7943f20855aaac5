package cn.zhengqi.matching.fill;

import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import java.util.List;

/**
 * Which facts to fill in, in which order.
 *
 * @param undecided how many policies wait for facts
 * @param steps the most that can be decided by the fewest facts first; each counts on those before it
 */
public record NextFacts(int undecided, List<Step> steps) {

    /**
     * @param facts to be filled in, all of them
     * @param decides policies that are then decided, whatever is filled in
     */
    public record Step(List<FactRef> facts, List<Decided> decides) {}

    public record Decided(String code, String title) {}
}
