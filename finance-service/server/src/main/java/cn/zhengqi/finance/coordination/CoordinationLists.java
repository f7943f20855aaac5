package cn.zhengqi.finance.coordination;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.Portions;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.promise.PromiseView;
import cn.zhengqi.promise.WorkCalendars;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Visits, cases and recommendations as those read them who may; from the primary, because they look right after they changed something. */
@Service
@Transactional
class CoordinationLists {

    private final VisitMapper visits;
    private final VisitFiles visitFiles;
    private final CoordinationCaseMapper cases;
    private final RecommendationMapper recommendations;
    private final CoordinationFiguresMapper figures;
    private final CriteriaMapper criteria;
    private final PromisedRecommendation promised;
    private final WorkCalendars calendars;

    CoordinationLists(
            VisitMapper visits,
            VisitFiles visitFiles,
            CoordinationCaseMapper cases,
            RecommendationMapper recommendations,
            CoordinationFiguresMapper figures,
            CriteriaMapper criteria,
            PromisedRecommendation promised,
            WorkCalendars calendars) {
        this.visits = visits;
        this.visitFiles = visitFiles;
        this.cases = cases;
        this.recommendations = recommendations;
        this.figures = figures;
        this.criteria = criteria;
        this.promised = promised;
        this.calendars = calendars;
    }

    Page<VisitView> visits(CoordinationQuery query, PageRequest page) {
        return Page.of(visitViews(visits.list(query, page)), visits.count(query), page);
    }

    long countVisits(CoordinationQuery query) {
        return visits.count(query);
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void eachVisit(CoordinationQuery query, Consumer<VisitView> row) {
        Portions.<Visit, VisitView>seenBy(this::visitViews).each(handler -> visits.each(query, handler), row);
    }

    /** @throws ProblemException NOT_FOUND also for one that its reader may not see */
    VisitView visit(UUID id, DataScope scope) {
        Visit it = visits.findWithin(id, scope).orElseThrow(() -> ProblemException.notFound("没有找到该走访记录"));
        return visitViews(List.of(it)).getFirst();
    }

    Page<CaseView> cases(CoordinationQuery query, Seen seen, PageRequest page) {
        return Page.of(caseViews(cases.list(query, page), seen), cases.count(query), page);
    }

    long countCases(CoordinationQuery query) {
        return cases.count(query);
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void eachCase(CoordinationQuery query, Seen seen, Consumer<CaseView> row) {
        Portions.<CoordinationCase, CaseView>seenBy(portion -> caseViews(portion, seen))
                .each(handler -> cases.each(query, handler), row);
    }

    /** @throws ProblemException NOT_FOUND also for one that its reader may not see */
    CaseView detail(UUID id, DataScope scope, Seen seen) {
        return view(cases.findWithin(id, scope).orElseThrow(CoordinationLists::notFound), seen);
    }

    CaseView view(CoordinationCase it, Seen seen) {
        return caseViews(List.of(it), seen).getFirst();
    }

    Page<RecommendationView> recommendations(CoordinationQuery query, PageRequest page) {
        return Page.of(recommendationViews(recommendations.list(query, page)), recommendations.count(query), page);
    }

    long countRecommendations(CoordinationQuery query) {
        return recommendations.count(query);
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void eachRecommendation(CoordinationQuery query, Consumer<RecommendationView> row) {
        Portions.<Recommendation, RecommendationView>seenBy(this::recommendationViews)
                .each(handler -> recommendations.each(query, handler), row);
    }

    /** @throws ProblemException NOT_FOUND also for one that its reader may not see */
    RecommendationView recommendation(UUID id, DataScope scope) {
        Recommendation it = recommendations.findWithin(id, scope).orElseThrow(CoordinationLists::noRecommendation);
        return recommendationViews(List.of(it)).getFirst();
    }

    CoordinationFigures figures(CoordinationQuery query) {
        return new CoordinationFigures(
                        figures.totals(query), figures.towns(query), figures.banks(query), figures.reasons(query))
                .answeredIn(new AnswerTimes(figures.answered(query), calendars.now()));
    }

    CriteriaEdition currentCriteria() {
        return criteria.current();
    }

    List<CriteriaView> editions() {
        return criteria.all().stream().map(CriteriaEdition::view).toList();
    }

    List<Bank> banks() {
        return recommendations.banks();
    }

    /** What of a case is shown: to a bank what it answers itself, and no findings; to the offices all; to its enterprise also what it took back from the others. */
    record Seen(boolean own, boolean findings, List<UUID> onlyBanks) {

        static final Seen ALL = new Seen(false, true, List.of());
        static final Seen OWN = new Seen(true, true, List.of());

        static Seen byBank(List<UUID> banks) {
            return new Seen(false, false, banks);
        }

        /** Whether whom to call and what the enterprise wrote is there: not after it withdrew, and for a bank not after it said no or nothing. */
        private boolean showsContact(CoordinationCase it, List<Recommendation> shown) {
            return own
                    || it.consents()
                            && (findings
                                    || shown.isEmpty()
                                    || shown.stream()
                                            .anyMatch(one -> one.status().needsContact()));
        }

        /** Those who answer see nothing of the visit, unless it was theirs; nor does the enterprise. */
        private boolean showsVisit(CoordinationCase it) {
            UUID declaredBy = it.institutionId();
            return !own && (findings || (declaredBy != null && onlyBanks.contains(declaredBy)));
        }

        private boolean shows(Recommendation it) {
            return findings || onlyBanks.contains(it.bankId());
        }
    }

    private List<VisitView> visitViews(List<Visit> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<UUID, UUID> caseOf = cases.ofVisits(found.stream().map(Visit::id).toList()).stream()
                .collect(Collectors.toMap(CoordinationCase::visitId, CoordinationCase::id));
        Map<UUID, List<VisitFile>> files =
                visitFiles.of(found.stream().map(Visit::id).toList());
        return found.stream()
                .map(it -> VisitView.of(it, files.getOrDefault(it.id(), List.of()), caseOf.get(it.id())))
                .toList();
    }

    private List<CaseView> caseViews(List<CoordinationCase> found, Seen seen) {
        if (found.isEmpty()) {
            return List.of();
        }
        List<Recommendation> all = recommendations
                .of(found.stream().map(CoordinationCase::id).toList())
                .stream()
                .filter(seen::shows)
                .toList();
        Map<UUID, PromiseView> promises =
                promised.of(all.stream().map(Recommendation::id).toList());
        Map<UUID, List<Recommendation>> byCase = all.stream().collect(Collectors.groupingBy(Recommendation::caseId));
        Map<UUID, List<VisitFile>> files = visitFiles.of(found.stream()
                .filter(seen::showsVisit)
                .flatMap(it -> Stream.ofNullable(it.visitId()))
                .toList());
        return found.stream()
                .map(it -> CaseView.of(
                        it,
                        it.visitId() == null ? List.of() : files.getOrDefault(it.visitId(), List.of()),
                        byCase.getOrDefault(it.id(), List.of()).stream()
                                .map(one -> AnswerView.of(one, promises.get(one.id())))
                                .toList(),
                        seen.findings(),
                        seen.showsContact(it, byCase.getOrDefault(it.id(), List.of()))))
                .toList();
    }

    private List<RecommendationView> recommendationViews(List<Recommendation> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<UUID, CoordinationCase> of =
                cases.of(found.stream().map(Recommendation::caseId).distinct().toList()).stream()
                        .collect(Collectors.toMap(CoordinationCase::id, Function.identity()));
        Map<UUID, PromiseView> promises =
                promised.of(found.stream().map(Recommendation::id).toList());
        return found.stream()
                .flatMap(it -> Stream.ofNullable(of.get(it.caseId()))
                        .map(one -> RecommendationView.of(one, AnswerView.of(it, promises.get(it.id())))))
                .toList();
    }

    static ProblemException notFound() {
        return ProblemException.notFound("没有找到该申报");
    }

    static ProblemException noRecommendation() {
        return ProblemException.notFound("没有找到该推荐");
    }
}
