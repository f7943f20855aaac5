package cn.zhengqi.matching.profile;

import java.util.Map;

/** The tax authority's data about an enterprise that allowed it (an outside system). */
interface TaxData {

    /**
     * What the authority says now, under the names of the fact dictionary; empty when it knows nothing.
     *
     * @param uscc of the enterprise
     */
    Map<String, Object> factsOf(String uscc);
}
