package cn.zhengqi.finance.product;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 我的收藏, loan products: an enterprise's, whoever of it added them. From the primary: who has just changed them looks at them here. */
@Service
@Transactional
class FavouriteProducts {

    /** Of one enterprise; a list that nobody reads to its end is no help. */
    static final int MOST = 500;

    private final FavouriteProductMapper favourites;
    private final LoanProducts products;
    private final Clock clock;

    FavouriteProducts(FavouriteProductMapper favourites, LoanProducts products, Clock clock) {
        this.favourites = favourites;
        this.products = products;
        this.clock = clock;
    }

    Page<FavouriteProduct> list(FavouriteQuery query, PageRequest page) {
        return Page.of(favourites.list(query, page), favourites.count(query), page);
    }

    long count(FavouriteQuery query) {
        return favourites.count(query);
    }

    /** Row by row; the rows are not kept. */
    void each(FavouriteQuery query, Consumer<FavouriteProduct> receiver) {
        favourites.each(query, it -> receiver.accept(it.getResultObject()));
    }

    boolean holds(UUID enterprise, UUID product) {
        return favourites.holds(enterprise, product);
    }

    /**
     * Adding it again changes nothing, not even when it was added.
     *
     * @throws ProblemException NOT_FOUND, FAVOURITES_FULL
     */
    void add(UUID enterprise, UUID product) {
        if (favourites.holds(enterprise, product)) {
            return;
        }
        products.get(product);
        if (favourites.held(enterprise) >= MOST) {
            throw new ProblemException(FinanceProblem.FAVOURITES_FULL);
        }
        favourites.add(enterprise, product, clock.instant());
    }

    void remove(UUID enterprise, UUID product) {
        favourites.remove(enterprise, product);
    }
}
