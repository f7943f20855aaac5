package cn.zhengqi.finance.product;

import cn.zhengqi.finance.product.LoanProductMapper.FacetRow;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Loan products as they are read. */
@Service
@Transactional(readOnly = true)
public class LoanProducts {

    private final LoanProductMapper products;

    LoanProducts(LoanProductMapper products) {
        this.products = products;
    }

    LoanProductPage search(ProductFilter filter, @Nullable String sort, PageRequest page) {
        ProductQuery query = ProductQuery.published(filter, sort);
        List<FacetRow> facets = products.facets(query);
        return LoanProductPage.of(
                Page.of(products.list(query, page), products.count(query), page).map(LoanProductView::of),
                new LoanProductPage.Facets(facet(facets, "TYPE"), facet(facets, "GUARANTEE"), facet(facets, "BANK")));
    }

    List<LoanProductView> pinned() {
        return products.pinned().stream().map(LoanProductView::of).toList();
    }

    /**
     * A suspended product stays readable, for those who have an application for it.
     *
     * @throws ProblemException NOT_FOUND
     */
    LoanProductDetail detail(String idOrCode) {
        return LoanProductDetail.of(product(idOrCode));
    }

    /**
     * One edition, also one that is no longer in force: applications were made under it.
     *
     * @throws ProblemException NOT_FOUND
     */
    LoanProductDetail edition(String idOrCode, int edition) {
        LoanProduct product = product(idOrCode);
        return products.edition(product.id(), edition)
                .map(terms -> LoanProductDetail.of(product, edition, terms))
                .orElseThrow(LoanProducts::notFound);
    }

    private LoanProduct product(String idOrCode) {
        return Ids.tryParse(idOrCode)
                .flatMap(products::find)
                .or(() -> products.byCode(idOrCode))
                .orElseThrow(LoanProducts::notFound);
    }

    /**
     * The product as stored.
     *
     * @throws ProblemException NOT_FOUND
     */
    public LoanProduct get(UUID id) {
        return products.find(id).orElseThrow(LoanProducts::notFound);
    }

    /** By their ids; who is not there is left out. */
    public Map<UUID, LoanProduct> named(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : products.selectByIds(ids).stream().collect(Collectors.toMap(LoanProduct::id, it -> it));
    }

    /**
     * The product as stored, and as it stays until the end of the caller's transaction: whoever suspends it meanwhile waits.
     *
     * @throws ProblemException NOT_FOUND
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public LoanProduct getAsItStays(UUID id) {
        return products.findForShare(id).orElseThrow(LoanProducts::notFound);
    }

    /** From the primary: who has just changed one looks at it here. */
    @Transactional
    Page<ManagedProduct> managed(ProductQuery query, PageRequest page) {
        return Page.of(products.list(query, page), products.count(query), page).map(ManagedProduct::of);
    }

    long count(ProductQuery query) {
        return products.count(query);
    }

    /** The types that products have; not those that this one alone has: its bank may call it otherwise. */
    public Set<String> typesBeside(@Nullable UUID product) {
        return products.types(product);
    }

    /** Row by row; the rows are not kept. */
    void each(ProductQuery query, Consumer<ManagedProduct> receiver) {
        products.each(query, it -> receiver.accept(ManagedProduct.of(it.getResultObject())));
    }

    public static ProblemException notFound() {
        return ProblemException.notFound("没有找到该贷款产品");
    }

    private static List<LoanProductPage.Facet> facet(List<FacetRow> rows, String dimension) {
        return rows.stream()
                .filter(row -> row.dimension().equals(dimension))
                .map(row -> new LoanProductPage.Facet(row.value(), row.label(), row.count()))
                .toList();
    }
}
