package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of how many enterprises facts decide that are for them alone, while somebody holds conditions of their own making against all of them. Whoever tries limits could read
 * the figures of one enterprise by counts, if the rest of the conditions singles it out: where very few are decided by such facts nothing is counted for anybody, and
 * where more are, no count below {@link #FEWEST} is told. What conditions rest on such facts and are published have one limit, and are no part of it.
 */
public final class OwnersShare {

    /** Of fewer a count or sum lets their own figures be reckoned back. */
    public static final int FEWEST = 3;

    private final FactDictionary dictionary;
    private final Set<String> facts;
    private final Evaluation without;
    private int decided;

    /** @param typed the conditions that somebody made up */
    public OwnersShare(FactDictionary dictionary, Criterion typed) {
        this.dictionary = dictionary;
        facts = RuleFacts.forOwners(typed);
        without = RuleBook.of(dictionary, List.of(PolicyRule.ofConditions("WITHOUT", "1", "", typed)))
                .scratch();
    }

    /** @param known of one enterprise that is counted, and that published conditions do not rule out */
    public void add(Map<String, ?> known, LocalDate today) {
        if (Collections.disjoint(known.keySet(), facts)) {
            return;
        }
        Map<String, Object> others = new HashMap<>(known);
        others.keySet().removeAll(facts);
        without.run(FactVector.of(dictionary, others, today));
        if (without.criteria(0) == Truth.UNKNOWN) {
            decided++;
        }
    }

    /** Whether nothing may be counted. */
    public boolean ofVeryFew() {
        return decided > 0 && decided < FEWEST;
    }

    /** Whether such facts decide of nobody, so that no count rests on them. */
    public boolean tellsAll() {
        return decided == 0;
    }

    /** @return null where it is one of very few, or of none: that nobody is counted tells as much as that one is */
    public @Nullable Integer told(int count) {
        return tellsAll() || (!ofVeryFew() && count >= FEWEST) ? Integer.valueOf(count) : null;
    }
}
