package cn.zhengqi.finance.demand;

import cn.zhengqi.data.Portions;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.promise.PromiseView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Demands as those read them who may; from the primary, because they look right after they changed something. */
@Service
@Transactional
class Demands {

    private final FinancingDemandMapper demands;
    private final DemandClaimMapper claims;
    private final PromisedOffer promised;

    Demands(FinancingDemandMapper demands, DemandClaimMapper claims, PromisedOffer promised) {
        this.demands = demands;
        this.claims = claims;
        this.promised = promised;
    }

    Page<DemandView> list(DemandQuery query, PageRequest page) {
        List<FinancingDemand> found = demands.list(query, page);
        return Page.of(views(found, query.reader()), demands.count(query), page);
    }

    long count(DemandQuery query) {
        return demands.count(query);
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(DemandQuery query, Consumer<DemandView> row) {
        Portions.<FinancingDemand, DemandView>seenBy(portion -> views(portion, query.reader()))
                .each(handler -> demands.each(query, handler), row);
    }

    DemandFigures figures(DemandQuery query) {
        return DemandFigures.of(demands.totals(query), demands.banks(query));
    }

    /** @throws ProblemException NOT_FOUND also for one that its reader may not see */
    DemandView detail(UUID id, DemandQuery.Reader reader) {
        return view(found(id, reader), reader);
    }

    /** @throws ProblemException as {@link #detail} */
    MyDemand mine(UUID id, DemandQuery.Reader enterprise) {
        FinancingDemand it = found(id, enterprise);
        return MyDemand.of(it, view(it, enterprise));
    }

    DemandView view(FinancingDemand it, DemandQuery.Reader reader) {
        return views(List.of(it), reader).getFirst();
    }

    List<GiveBackReason> giveBackReasons() {
        return claims.giveBackReasons();
    }

    private FinancingDemand found(UUID id, DemandQuery.Reader reader) {
        return demands.findWithin(id, reader).orElseThrow(Demands::notFound);
    }

    private List<DemandView> views(List<FinancingDemand> found, DemandQuery.Reader reader) {
        if (found.isEmpty()) {
            return List.of();
        }
        List<DemandClaim> all =
                claims.of(found.stream().map(FinancingDemand::id).toList());
        Map<UUID, List<DemandClaim>> byDemand = all.stream().collect(Collectors.groupingBy(DemandClaim::demandId));
        Map<UUID, PromiseView> promises =
                promised.of(all.stream().map(DemandClaim::id).toList());
        return found.stream()
                .map(it -> {
                    List<DemandClaim> its = byDemand.getOrDefault(it.id(), List.of());
                    int open = (int) its.stream()
                            .filter(claim -> claim.status().isOpen())
                            .count();
                    List<ClaimView> seen = its.stream()
                            .filter(claim ->
                                    reader.bank() == null || reader.bank().sees(claim))
                            .map(claim -> ClaimView.of(claim, promises.get(claim.id())))
                            .map(claim -> reader.bank() == null ? claim.withoutOfficerId() : claim)
                            .toList();
                    DemandView view = DemandView.of(it, open, seen);
                    return reader.bank() == null ? view : view.forBank();
                })
                .toList();
    }

    static ProblemException notFound() {
        return ProblemException.notFound("没有找到该融资需求");
    }
}
