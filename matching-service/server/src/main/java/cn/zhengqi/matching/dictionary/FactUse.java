package cn.zhengqi.matching.dictionary;

import java.util.List;

/**
 * A fact with what it rests on and where it counts.
 *
 * @param inputs from which it is computed
 * @param derived what is computed from it
 */
public record FactUse(
        FactEntry fact,
        List<Named> inputs,
        List<Named> derived,
        List<Named> policies,
        List<Named> products,
        List<Named> tags) {

    /** @param code of the fact, policy or product; the id of a tag */
    public record Named(String code, String name) {}
}
