package cn.zhengqi.policy.catalogue;

import cn.zhengqi.kernel.Page;
import java.util.List;

/** One page of policies and what the whole list can be narrowed by. */
public record PolicyPage(List<PolicySummary> items, long total, int page, int size, Facets facets) {

    static PolicyPage of(Page<PolicySummary> page, Facets facets) {
        return new PolicyPage(page.items(), page.total(), page.page(), page.size(), facets);
    }

    /** For each way of narrowing, the values it could take with the other ways kept as they are. */
    public record Facets(List<Facet> levels, List<Facet> categories, List<Facet> tags, List<Facet> statuses) {}

    /**
     * One value to narrow by.
     *
     * @param count how many policies would be left
     */
    public record Facet(String value, String label, long count) {}
}
