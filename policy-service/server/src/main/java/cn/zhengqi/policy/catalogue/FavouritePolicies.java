package cn.zhengqi.policy.catalogue;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 我的收藏, policies: an enterprise's, whoever of it added them. From the primary: who has just changed them looks at them here. */
@Service
@Transactional
class FavouritePolicies {

    /** Of one enterprise; a list that nobody reads to its end is no help. */
    static final int MOST = 500;

    private final FavouritePolicyMapper favourites;
    private final PolicyTitles titles;
    private final Clock clock;

    FavouritePolicies(FavouritePolicyMapper favourites, PolicyTitles titles, Clock clock) {
        this.favourites = favourites;
        this.titles = titles;
        this.clock = clock;
    }

    FavouriteQuery query(UUID enterprise, @Nullable String words, @Nullable String sort) {
        return FavouriteQuery.of(enterprise, words, BusinessTime.today(clock), sort);
    }

    Page<FavouritePolicy> list(FavouriteQuery query, PageRequest page) {
        return Page.of(favourites.list(query, page), favourites.count(query), page);
    }

    long count(FavouriteQuery query) {
        return favourites.count(query);
    }

    /** Row by row; the rows are not kept. */
    void each(FavouriteQuery query, Consumer<FavouritePolicy> receiver) {
        favourites.each(query, it -> receiver.accept(it.getResultObject()));
    }

    boolean holds(UUID enterprise, UUID policy) {
        return favourites.holds(enterprise, policy);
    }

    /**
     * Adding it again changes nothing, not even when it was added.
     *
     * @throws ProblemException POLICY_NOT_FOUND for one that nobody can read, FAVOURITES_FULL
     */
    void add(UUID enterprise, UUID policy) {
        if (favourites.holds(enterprise, policy)) {
            return;
        }
        if (titles.published(policy).isEmpty()) {
            throw new ProblemException(PolicyProblem.POLICY_NOT_FOUND);
        }
        if (favourites.held(enterprise) >= MOST) {
            throw new ProblemException(PolicyProblem.FAVOURITES_FULL);
        }
        favourites.add(enterprise, policy, clock.instant());
    }

    void remove(UUID enterprise, UUID policy) {
        favourites.remove(enterprise, policy);
    }
}
