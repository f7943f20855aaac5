package cn.zhengqi.finance.product;

import cn.zhengqi.kernel.Page;
import java.util.List;

/** One page of loan products and what the whole list can be narrowed by. */
public record LoanProductPage(List<LoanProductView> items, long total, int page, int size, Facets facets) {

    static LoanProductPage of(Page<LoanProductView> page, Facets facets) {
        return new LoanProductPage(page.items(), page.total(), page.page(), page.size(), facets);
    }

    public record Facets(List<Facet> productTypes, List<Facet> guarantees, List<Facet> banks) {}

    /**
     * One value to narrow by.
     *
     * @param count how many published products have it
     */
    public record Facet(String value, String label, long count) {}
}
