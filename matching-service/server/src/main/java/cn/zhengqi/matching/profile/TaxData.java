package cn.zhengqi.matching.profile;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactSource;
import java.util.List;
import java.util.Map;

/** The tax authority's data about an enterprise that allowed it (an outside system). */
interface TaxData {

    /**
     * What the authority says now, under the names of the fact dictionary; empty when it knows nothing.
     *
     * @param uscc of the enterprise
     */
    Map<String, Object> factsOf(String uscc);

    /** All facts that it may ever bring. Consent is asked for these, and nothing else is kept. */
    default List<FactDefinition> brings() {
        return FactDictionary.inForce().facts().stream()
                .filter(fact -> fact.source() == FactSource.TAX)
                .toList();
    }
}
