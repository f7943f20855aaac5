package cn.zhengqi.finance.coordination;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.CoordinationEnded;
import cn.zhengqi.finance.application.Actor;
import cn.zhengqi.finance.application.CodeEnds;
import cn.zhengqi.finance.application.EndsWithTheCode;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.finance.product.LoanProductMapper;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.promise.PromiseView;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Visits, declarations, and what the finance office does with them. Each move of a case locks its row first, or the enterprise before it: two who move it or its recommendations wait for each other. */
@Service
@Transactional
class CoordinationDesk implements EndsWithTheCode {

    /** Declarations of one enterprise on one day, also where they are taken back: each tells the finance office. */
    static final int MOST_A_DAY = 5;

    private final VisitMapper visits;
    private final VisitFiles visitFiles;
    private final CoordinationCaseMapper cases;
    private final RecommendationMapper recommendations;
    private final CriteriaMapper criteria;
    private final LoanProductMapper banks;
    private final CoordinationLists lists;
    private final PromisedRecommendation promised;
    private final CodeEnds codes;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    CoordinationDesk(
            VisitMapper visits,
            VisitFiles visitFiles,
            CoordinationCaseMapper cases,
            RecommendationMapper recommendations,
            CriteriaMapper criteria,
            LoanProductMapper banks,
            CoordinationLists lists,
            PromisedRecommendation promised,
            CodeEnds codes,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.visits = visits;
        this.visitFiles = visitFiles;
        this.cases = cases;
        this.recommendations = recommendations;
        this.criteria = criteria;
        this.banks = banks;
        this.lists = lists;
        this.promised = promised;
        this.codes = codes;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What an officer records of a visit.
     *
     * @param declared with whom to talk, where the enterprise wants to be declared; then it has a need
     */
    record Seen(
            LocalDate on,
            @Nullable Need need,
            String words,
            List<VisitFiles.Named> files,
            @Nullable Contact declared) {}

    /** @throws ProblemException VISIT_ALREADY_RECORDED, VALIDATION_FAILED, and where it is declared as {@link #declare} */
    VisitView record(Party enterprise, Officer officer, Seen seen) {
        cases.lockEnterprise(enterprise.id());
        return record(enterprise, officer, seen, now());
    }

    /** The same, at another time, by nobody else at once. */
    VisitView record(Party enterprise, Officer officer, Seen seen, Instant at) {
        if (visits.recorded(enterprise.id(), officer.accountId(), seen.on())) {
            throw new ProblemException(FinanceProblem.VISIT_ALREADY_RECORDED);
        }
        Visit visit = new Visit(
                number("ZF", visits.nextNumber(), at), enterprise, officer, seen.on(), seen.need(), seen.words(), at);
        visits.insert(visit);
        List<VisitFile> files = visitFiles.attach(visit.id(), officer.accountId(), seen.files());
        CoordinationCase declared = null;
        if (seen.declared() != null && seen.need() != null) {
            declared = put(CoordinationCase.afterVisit(
                    caseNumber(enterprise.id(), at), visit, enterprise, officer, seen.need(), seen.declared(), at));
        }
        VisitView view = VisitView.of(visit, files, declared == null ? null : declared.id());
        audit.changed(
                FinanceAction.VISIT_RECORDED, visit.id(), visit.number() + " " + visit.enterpriseName(), null, view);
        return view;
    }

    /** @throws ProblemException CODE_ENDED, COORDINATION_OPEN, COORDINATION_USED_UP */
    CaseView declare(Party enterprise, Actor person, Need need, @Nullable String words, Contact contact) {
        cases.lockEnterprise(enterprise.id());
        codes.refuse(enterprise.id());
        return declare(enterprise, person, need, words, contact, now());
    }

    /** The same, at another time, by nobody else at once. */
    CaseView declare(Party enterprise, Actor person, Need need, @Nullable String words, Contact contact, Instant at) {
        return mine(put(CoordinationCase.declare(
                caseNumber(enterprise.id(), at), enterprise, person, need, words, contact, at)));
    }

    private String caseNumber(UUID enterprise, Instant now) {
        if (cases.open(enterprise)) {
            throw new ProblemException(FinanceProblem.COORDINATION_OPEN);
        }
        if (cases.declaredSince(enterprise, BusinessTime.startOf(BusinessTime.dayOf(now))) >= MOST_A_DAY) {
            throw new ProblemException(
                    FinanceProblem.COORDINATION_USED_UP,
                    "本企业今天已申报 " + MOST_A_DAY + " 次，达到每日上限，请明天再试",
                    Map.of("retryAfterSeconds", BusinessTime.secondsUntilTomorrow(now)));
        }
        return number("XT", cases.nextNumber(), now);
    }

    private CoordinationCase put(CoordinationCase it) {
        cases.insert(it);
        outbox.publish(it.declared(), it.version(), it.declaredAt());
        audit.changed(
                FinanceAction.COORDINATION_DECLARED,
                it.id(),
                about(it),
                null,
                lists.view(it, CoordinationLists.Seen.ALL));
        return it;
    }

    /** Recommendations that no bank has answered lapse. @throws ProblemException NOT_FOUND for another's, VERSION_CONFLICT, STATE_CONFLICT */
    CaseView withdraw(UUID id, int version, UUID enterprise) {
        return withdraw(locked(id, DataScope.ofEnterprise(enterprise)).seenAs(version), now());
    }

    /**
     * A code of the enterprise ended: nobody is left who could read what banks answer, or take back the consent by which the finance office tells more of them whom to call. What an officer declared
     * after a visit rests on that visit and goes on.
     */
    @Override
    public void endWithTheCode(UUID enterpriseId, Instant endedAt) {
        cases.lockEnterprise(enterpriseId);
        codes.mustBeKept(enterpriseId, endedAt);
        Instant now = now();
        cases.lockDeclaredWithoutCode(enterpriseId, endedAt).forEach(it -> withdraw(it, now));
    }

    @Override
    public List<Ended> leftBehind() {
        return cases.leftBehind();
    }

    private CaseView withdraw(CoordinationCase it, Instant now) {
        CaseView before = mine(it);
        it.withdraw(now);
        cases.update(it);
        for (Recommendation one : recommendations.ofCase(it.id())) {
            if (one.status() == RecommendationStatus.PENDING) {
                var lapsed = one.lapse(it, now);
                recommendations.update(one);
                promised.drop(one, now);
                outbox.publish(lapsed, one.version(), now);
            }
        }
        outbox.publish(it.ended(CoordinationEnded.Outcome.WITHDRAWN, now), it.version(), now);
        return recorded(FinanceAction.COORDINATION_WITHDRAWN, before, it);
    }

    /**
     * What the finance office found.
     *
     * @param edition of the criteria that it looked at
     * @param evidence what the platform knows of the enterprise
     */
    record Check(int edition, Evidence evidence, List<Findings.Said> said) {}

    /**
     * It is recommended to these banks.
     *
     * @throws ProblemException NOT_FOUND out of reach, VERSION_CONFLICT also where the criteria are others by now, STATE_CONFLICT, CRITERIA_NOT_MET, CRITERIA_KNOWN_BY_DATA, BANK_UNKNOWN
     */
    CaseView recommend(UUID id, int version, DataScope scope, Check check, List<UUID> to, Actor checker) {
        return recommend(locked(id, scope).seenAs(version), check, to, checker, now());
    }

    /** The same of one that is locked, at another time. */
    CaseView recommend(CoordinationCase it, Check check, List<UUID> to, Actor checker, Instant at) {
        CaseView before = lists.view(it, CoordinationLists.Seen.ALL);
        it.recommend(check.edition(), found(check), checker, at);
        cases.update(it);
        to.stream().distinct().forEach(bank -> give(it, bank, checker, at));
        return recorded(FinanceAction.COORDINATION_RECOMMENDED, before, it);
    }

    /** @throws ProblemException as {@link #recommend}, but for what is not met */
    CaseView reject(UUID id, int version, DataScope scope, Check check, String reason, Actor checker) {
        return reject(locked(id, scope).seenAs(version), check, reason, checker, now());
    }

    /** The same of one that is locked, at another time. */
    CaseView reject(CoordinationCase it, Check check, String reason, Actor checker, Instant at) {
        CaseView before = lists.view(it, CoordinationLists.Seen.ALL);
        var rejected = it.reject(check.edition(), found(check), reason, checker, at);
        cases.update(it);
        outbox.publish(rejected, it.version(), at);
        outbox.publish(it.ended(CoordinationEnded.Outcome.REJECTED, at), it.version(), at);
        return recorded(FinanceAction.COORDINATION_REJECTED, before, it);
    }

    private Findings found(Check check) {
        CriteriaEdition current = criteria.current();
        if (current.edition() != check.edition()) {
            throw ProblemException.versionConflict();
        }
        return Findings.byData(current.content(), check.evidence()).with(check.said());
    }

    /** To more banks, by the check that there was. @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, COORDINATION_OPEN, BANK_UNKNOWN, BANK_ALREADY_RECOMMENDED */
    CaseView recommendFurther(UUID id, int version, DataScope scope, List<UUID> to, Actor by) {
        // The enterprise before its case, as whoever ends what it declared locks them.
        cases.findWithin(id, scope).ifPresent(it -> cases.lockEnterprise(it.enterpriseId()));
        CoordinationCase it = locked(id, scope).seenAs(version);
        CaseView before = lists.view(it, CoordinationLists.Seen.ALL);
        Instant now = now();
        boolean closed = it.status() != CaseStatus.RECOMMENDED;
        if (closed && cases.open(it.enterpriseId())) {
            throw new ProblemException(FinanceProblem.COORDINATION_OPEN);
        }
        it.recommendFurther();
        if (recommendations.ofCase(id).stream().anyMatch(one -> to.contains(one.bankId()))) {
            throw new ProblemException(FinanceProblem.BANK_ALREADY_RECOMMENDED);
        }
        cases.update(it);
        to.stream().distinct().forEach(bank -> give(it, bank, by, now));
        return recorded(FinanceAction.COORDINATION_BANKS_ADDED, before, it);
    }

    /**
     * Banks that are silent beyond their promise are not waited for any more; each keeps that it did not answer.
     *
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, BANKS_STILL_IN_TIME
     */
    CaseView close(UUID id, int version, DataScope scope, String reason) {
        CoordinationCase it = locked(id, scope).seenAs(version);
        CaseView before = mine(it);
        Instant now = now();
        it.close(reason, now);
        List<Recommendation> all = recommendations.ofCase(id);
        List<Recommendation> silent = all.stream()
                .filter(one -> one.status() == RecommendationStatus.PENDING)
                .toList();
        Map<UUID, PromiseView> promises =
                promised.of(silent.stream().map(Recommendation::id).toList());
        for (Recommendation one : silent) {
            PromiseView promise = promises.get(one.id());
            if (promise == null || !promise.broken()) {
                throw new ProblemException(FinanceProblem.BANKS_STILL_IN_TIME, one.bankName() + "还在承诺时限内，不能关闭");
            }
            var closed = one.close(reason, it, now);
            recommendations.update(one);
            promised.drop(one, now);
            outbox.publish(closed, one.version(), now);
        }
        cases.update(it);
        outbox.publish(it.ended(all, now), it.version(), now);
        return recorded(FinanceAction.COORDINATION_CLOSED, before, it);
    }

    private void give(CoordinationCase it, UUID bankId, Actor by, Instant now) {
        Bank bank = banks.bank(bankId).orElseThrow(() -> new ProblemException(FinanceProblem.BANK_UNKNOWN));
        Recommendation one = new Recommendation(it, bank, by, now);
        recommendations.insert(one);
        promised.give(one, it, now);
        PromiseView promise = promised.of(one);
        outbox.publish(one.recommended(it, promise), one.version(), now);
    }

    /** @throws ProblemException VERSION_CONFLICT where somebody changed them meanwhile, VALIDATION_FAILED */
    CriteriaView changeCriteria(int seen, List<Criterion> changed, String why, Actor by) {
        CriteriaEdition before = criteria.current();
        if (before.edition() != seen) {
            throw ProblemException.versionConflict();
        }
        CriteriaEdition after = before.next(CriteriaContent.of(changed), why, by, now());
        if (criteria.insert(after) == 0) {
            throw ProblemException.versionConflict();
        }
        audit.changed(
                FinanceAction.COORDINATION_CRITERIA_CHANGED,
                UUID.nameUUIDFromBytes("coordination criteria".getBytes(StandardCharsets.UTF_8)),
                "推荐标准第 " + after.edition() + " 版",
                before.view(),
                after.view());
        return after.view();
    }

    private CoordinationCase locked(UUID id, DataScope scope) {
        return cases.findWithin(id, scope).flatMap(it -> cases.lock(it.id())).orElseThrow(CoordinationLists::notFound);
    }

    private CaseView mine(CoordinationCase it) {
        return lists.view(it, CoordinationLists.Seen.OWN);
    }

    private CaseView recorded(FinanceAction action, CaseView before, CoordinationCase it) {
        CaseView after = mine(it);
        audit.changed(action, it.id(), about(it), before, after);
        return after;
    }

    private static String about(CoordinationCase it) {
        return it.number() + " " + it.enterpriseName();
    }

    private static String number(String kind, long next, Instant at) {
        return "%s%s%06d".formatted(kind, BusinessTime.dayOf(at).format(DateTimeFormatter.BASIC_ISO_DATE), next);
    }

    /** As exact as the database keeps it, so that an answer does not differ from a later reading. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
