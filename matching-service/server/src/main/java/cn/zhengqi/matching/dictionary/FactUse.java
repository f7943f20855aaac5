package cn.zhengqi.matching.dictionary;

import cn.zhengqi.matching.api.facts.FactDefinition.Closable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact with what it rests on and where it counts.
 *
 * @param edition by which a change is made
 * @param shipped whether it came with the product, whose own rules name it: it is not retired
 * @param calculation of a derived one, as the editor holds it
 * @param calculationWords the same in words
 * @param inputs from which it is computed
 * @param derived what is computed from it
 */
public record FactUse(
        FactEntry fact,
        int edition,
        boolean shipped,
        Closable closable,
        @Nullable Map<String, Object> calculation,
        @Nullable String calculationWords,
        List<Named> inputs,
        List<Named> derived,
        List<Named> policies,
        List<Named> products,
        List<Named> tags) {

    /** @param code of the fact, policy or product; the id of a tag */
    public record Named(String code, String name) {}
}
