package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.api.RedemptionFact;
import cn.zhengqi.policy.catalogue.PolicyTitles;
import cn.zhengqi.policy.declaration.DeclarationFiles;
import cn.zhengqi.policy.project.ProjectStatus;
import cn.zhengqi.policy.redemption.application.RedemptionDetail.ReceivingAccount;
import cn.zhengqi.policy.redemption.ledger.Booker;
import cn.zhengqi.policy.redemption.project.AmountRule;
import cn.zhengqi.policy.redemption.project.RedemptionKind;
import cn.zhengqi.policy.redemption.project.RedemptionProject;
import cn.zhengqi.policy.redemption.project.RedemptionProjectMapper;
import cn.zhengqi.policy.redemption.project.RedemptionProjects;
import cn.zhengqi.promise.ExtensionWish;
import cn.zhengqi.promise.WorkCalendars;
import cn.zhengqi.web.CurrentUser;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves applications for redemption. Each move is one transaction: the application, its timeline, the ledger, its promise and the event. Every action names the
 * version that its decider saw and the scope that they act in; what is out of scope is not found.
 */
@Service
@Transactional
class RedemptionDesk {

    /** As many working days before its last day an offer is brought to mind. */
    private static final int REMIND_WORKING_DAYS = 3;

    private final RedemptionMapper redemptions;
    private final Redemptions reading;
    private final RedemptionProjectMapper projects;
    private final PolicyTitles policies;
    private final Exclusions exclusions;
    private final RedemptionMoves moves;
    private final DeclarationFiles files;
    private final RedemptionPromise promise;
    private final WorkCalendars calendars;
    private final AuditTrail audit;
    private final Clock clock;

    RedemptionDesk(
            RedemptionMapper redemptions,
            Redemptions reading,
            RedemptionProjectMapper projects,
            PolicyTitles policies,
            Exclusions exclusions,
            RedemptionMoves moves,
            DeclarationFiles files,
            RedemptionPromise promise,
            WorkCalendars calendars,
            AuditTrail audit,
            Clock clock) {
        this.redemptions = redemptions;
        this.reading = reading;
        this.projects = projects;
        this.policies = policies;
        this.exclusions = exclusions;
        this.moves = moves;
        this.files = files;
        this.promise = promise;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param standing by the policy's conditions, for who reviews it; null where it could not be asked. It bars nobody
     * @throws ProblemException NOT_FOUND, REDEMPTION_CLOSED, POLICY_NOT_PUBLISHED, REDEMPTION_ALREADY_OPEN, AMOUNT_NOTHING, VALIDATION_FAILED; REDEMPTION_EXCLUDED
     *     with the project, or the clause of the policies, by which it is
     */
    RedemptionDetail submit(
            UUID projectId,
            Claimant claimant,
            Claimed claimed,
            InternalStandings.@Nullable Standing standing,
            Booker person) {
        return reading.detail(submit(projectId, claimant, claimed, standing, person, now()));
    }

    /** Also for what comes with a demo, as if it had been handed in then. */
    Redemption submit(
            UUID projectId,
            Claimant claimant,
            Claimed claimed,
            InternalStandings.@Nullable Standing standing,
            Booker person,
            Instant now) {
        RedemptionProject project = projects.find(projectId)
                .filter(it -> it.kind() == RedemptionKind.APPLICATION)
                .orElseThrow(RedemptionDesk::noProject);
        mustTake(project, now);
        mustBeWhole(project.rule(), claimant.enterpriseId(), claimed);
        Redemption it = Redemption.submit(numberOf(now), project, claimant, claimed, standing, person, now);
        String caution = begin(it, project);
        moves.begun(
                PolicyAction.REDEMPTION_SUBMITTED,
                it,
                it.submitted(promise.give(it, now), caution, person, now),
                person,
                now);
        return it;
    }

    private static ProblemException noProject() {
        return ProblemException.notFound("没有找到该兑付项目");
    }

    /** Nobody is paid for what does not hold any more, whatever its project says. */
    private void mustTake(RedemptionProject project, Instant at) {
        project.mustTake(BusinessTime.dayOf(at));
        if (policies.published(project.policyId()).isEmpty()) {
            throw new ProblemException(PolicyProblem.POLICY_NOT_PUBLISHED, "该项目依据的政策已撤下，不再受理兑现");
        }
    }

    private void mustBeWhole(AmountRule rule, UUID enterprise, Claimed claimed) {
        RedemptionProjects.requireFigure(rule, claimed.basis(), "basis");
        if (files.held(enterprise, claimed.files()).size() != claimed.files().size()) {
            throw ProblemException.validation("files", "UNKNOWN", "有文件不存在或已被清理，请重新上传");
        }
    }

    /**
     * One enterprise begins one thing at a time, so that it can be told which one stands in the way; the indexes hold whatever happens here.
     *
     * @return what its reviewer has to look at: by a clause that nobody has verified nobody is refused, but it is not passed over either
     */
    private @Nullable String begin(Redemption it, RedemptionProject project) {
        UUID enterprise = it.enterpriseId();
        redemptions.lockEnterprise(enterprise);
        if (redemptions.living(project.id(), enterprise).isPresent()) {
            throw new ProblemException(PolicyProblem.REDEMPTION_ALREADY_OPEN);
        }
        ExcludedBy other = exclusions.of(enterprise, project, BusinessTime.dayOf(it.submittedAt()));
        if (other != null && other.certain()) {
            throw new ProblemException(PolicyProblem.REDEMPTION_EXCLUDED, other.words());
        }
        try {
            redemptions.insert(it);
        } catch (DuplicateKeyException openAlready) {
            throw new ProblemException(PolicyProblem.REDEMPTION_ALREADY_OPEN);
        }
        return other == null ? null : other.words();
    }

    /**
     * All of them or none.
     *
     * @throws ProblemException NOT_FOUND, REDEMPTION_CLOSED, POLICY_NOT_PUBLISHED; BUDGET_EXHAUSTED, REDEMPTION_ALREADY_OPEN, REDEMPTION_EXCLUDED, AMOUNT_NOTHING with
     *     the enterprise's name
     */
    List<RedemptionView> offer(UUID projectId, List<Found> found, Booker officer) {
        Instant now = now();
        RedemptionProject project = projects.find(projectId)
                .filter(it -> it.kind() == RedemptionKind.EXEMPT)
                .orElseThrow(RedemptionDesk::noProject);
        mustTake(project, now);
        // In the order of their ids, in which everybody who begins for several waits.
        List<Offered> begun = found.stream()
                .sorted(Comparator.comparing(one -> one.claimant().enterpriseId()))
                .map(one -> offered(project, one, now))
                .toList();
        moves.mustHaveRoom(project.id(), inTheOrderOf(found, begun));
        begun.forEach(one -> moves.begun(
                PolicyAction.REDEMPTION_OFFERED,
                one.it(),
                one.it().offered(project.closesOn(), one.caution(), officer, now),
                officer,
                now));
        return begun.stream().map(one -> RedemptionMoves.view(one.it())).toList();
    }

    private record Offered(Redemption it, @Nullable String caution) {}

    /** As whoever made the list reads it. */
    private static List<Redemption> inTheOrderOf(List<Found> found, List<Offered> begun) {
        Map<UUID, Redemption> of = begun.stream()
                .map(Offered::it)
                .collect(Collectors.toMap(Redemption::enterpriseId, Function.identity()));
        return found.stream()
                .map(one -> Objects.requireNonNull(of.get(one.claimant().enterpriseId())))
                .toList();
    }

    private Offered offered(RedemptionProject project, Found one, Instant at) {
        try {
            Redemption it = Redemption.offer(numberOf(at), project, one.claimant(), one.basis(), one.standing(), at);
            return new Offered(it, begin(it, project));
        } catch (ProblemException refused) {
            throw new ProblemException(refused.code(), one.claimant().name() + "：" + refused.detail());
        }
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT; REDEMPTION_CLOSED when the window is over */
    RedemptionDetail confirm(UUID id, int version, DataScope scope, Account account, Booker person) {
        return move(PolicyAction.REDEMPTION_CONFIRMED, id, version, scope, person, (it, project, now) -> {
            LocalDate today = BusinessTime.dayOf(now);
            Moved confirmed = it.confirm(account, person, today, noticeUntil(project, today), now);
            mustTake(project, now);
            return confirmed;
        });
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT */
    RedemptionDetail decline(UUID id, int version, DataScope scope, Booker person) {
        return move(
                PolicyAction.REDEMPTION_DECLINED,
                id,
                version,
                scope,
                person,
                (it, project, now) -> it.decline(person, now));
    }

    /** One offer whose project takes none any more ends. @return whether there was one */
    boolean endOneOffer() {
        Instant now = now();
        return redemptions
                .offerThatIsOver(BusinessTime.dayOf(now))
                .map(it -> {
                    RedemptionView before = RedemptionMoves.view(it);
                    ProjectStatus project =
                            projects.find(it.projectId()).orElseThrow().status();
                    Moved over = it.endOffer(project == ProjectStatus.CLOSED ? "兑付项目已关闭" : "逾期未确认", now);
                    moves.store(PolicyAction.REDEMPTION_DECLINED, it, before, over, Booker.SYSTEM, now);
                    return it;
                })
                .isPresent();
    }

    /** One enterprise that has not confirmed its offer, whose last days have come, is told once more. @return whether there was one */
    boolean remindOne() {
        Instant now = now();
        LocalDate today = BusinessTime.dayOf(now);
        Optional<LocalDate> soon = calendars.now().plus(today, REMIND_WORKING_DAYS);
        return soon.flatMap(day -> redemptions.offerToRemind(today, day))
                .map(it -> {
                    LocalDate until =
                            projects.find(it.projectId()).orElseThrow().closesOn();
                    RedemptionFact ending = it.remind(until, now);
                    redemptions.update(it);
                    moves.told(it, ending, now);
                    return it;
                })
                .isPresent();
    }

    /** What was sent back. @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, AMOUNT_NOTHING, VALIDATION_FAILED */
    RedemptionDetail supplement(UUID id, int version, DataScope scope, Claimed claimed, Booker person) {
        return move(PolicyAction.REDEMPTION_RESUBMITTED, id, version, scope, person, (it, project, now) -> {
            mustBeWhole(project.rule(), it.enterpriseId(), claimed);
            it.supplement(project.rule(), claimed, person, now);
            return it.supplemented(promise.resume(it, now), person, now);
        });
    }

    /** What was held for it is free again. @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT */
    RedemptionDetail withdraw(UUID id, int version, DataScope scope, Booker person) {
        return move(PolicyAction.REDEMPTION_WITHDRAWN, id, version, scope, person, (it, project, now) -> {
            promise.drop(it, now);
            return it.withdraw(person, now);
        });
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT */
    RedemptionDetail changeAccount(UUID id, int version, DataScope scope, Account account, Booker person) {
        reading.mustBeWithin(id, scope);
        Redemption it = moves.lock(id).orElseThrow(Redemptions::notFound).seenAs(version);
        Instant now = now();
        ReceivingAccount before = ReceivingAccount.of(it);
        moves.accountChanged(it, before, it.changeAccount(account, person, now), person, now);
        return reading.detail(it);
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT */
    RedemptionDetail sendBack(UUID id, int version, DataScope scope, String words, Booker officer) {
        return move(PolicyAction.REDEMPTION_SENT_BACK, id, version, scope, officer, (it, project, now) -> {
            promise.pause(it, now);
            return it.sendBack(words, officer, now);
        });
    }

    /**
     * The amount follows from the figure that is recognised, is reserved, and its notice begins.
     *
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, AMOUNT_NOTHING, VALIDATION_FAILED, BUDGET_EXHAUSTED
     */
    RedemptionDetail recognise(
            UUID id, int version, DataScope scope, @Nullable BigDecimal basis, @Nullable String words, Booker officer) {
        return move(
                PolicyAction.REDEMPTION_RECOGNISED,
                id,
                version,
                scope,
                officer,
                (it, project, now) -> recognised(it, project, basis, words, officer, now));
    }

    private Moved recognised(
            Redemption it,
            RedemptionProject project,
            @Nullable BigDecimal basis,
            @Nullable String words,
            Booker officer,
            Instant at) {
        LocalDate today = BusinessTime.dayOf(at);
        promise.keep(it, at);
        return it.recognise(project.rule(), basis, words, officer, today, noticeUntil(project, today), at);
    }

    /** For what comes with a demo: recognised as it was claimed, as if it had been then. */
    void enterRecognised(Redemption it, RedemptionProject project, Booker officer, Instant at) {
        RedemptionView before = RedemptionMoves.view(it);
        Moved moved = recognised(it, project, null, null, officer, at);
        moves.store(PolicyAction.REDEMPTION_RECOGNISED, it, before, moved, officer, at);
    }

    /** Null while the days up to it are not arranged. */
    private @Nullable LocalDate noticeUntil(RedemptionProject project, LocalDate from) {
        return calendars.now().plus(from, project.noticeDays()).orElse(null);
    }

    /** What was held for it is free again. @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT */
    RedemptionDetail reject(UUID id, int version, DataScope scope, String words, Booker officer) {
        return move(PolicyAction.REDEMPTION_REJECTED, id, version, scope, officer, (it, project, now) -> {
            promise.keep(it, now);
            return it.reject(words, officer, now);
        });
    }

    /** What goes on record of it. */
    private record MoreTime(String caseNumber, int workingDays, String reason) {}

    /** Asks for more time; the application stays as it is. @throws ProblemException NOT_FOUND, and what {@link RedemptionPromise#askMoreTime} says */
    void askExtension(UUID id, DataScope scope, ExtensionWish wish, CurrentUser officer) {
        Redemption it = redemptions.findWithin(id, scope).orElseThrow(Redemptions::notFound);
        promise.askMoreTime(it, wish, officer);
        audit.changed(
                PolicyAction.EXTENSION_ASKED,
                id,
                it.number() + " " + it.enterpriseName(),
                null,
                new MoreTime(it.number(), wish.workingDays(), wish.reason()));
    }

    /** After paying failed for what is not the account's fault. @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT */
    RedemptionDetail payAgain(UUID id, int version, DataScope scope, String words, Booker by) {
        return move(
                PolicyAction.REDEMPTION_PAID_AGAIN,
                id,
                version,
                scope,
                by,
                (it, project, now) -> it.payAgain(words, by, now));
    }

    /** How one is moved under its project. */
    private interface Move {
        Moved of(Redemption it, RedemptionProject project, Instant at);
    }

    private RedemptionDetail move(PolicyAction action, UUID id, int version, DataScope scope, Booker by, Move how) {
        reading.mustBeWithin(id, scope);
        // The application before its promise and its money: so does everybody.
        Redemption it = moves.lock(id).orElseThrow(Redemptions::notFound).seenAs(version);
        RedemptionProject project = projects.find(it.projectId()).orElseThrow(Redemptions::notFound);
        Instant now = now();
        RedemptionView before = RedemptionMoves.view(it);
        moves.store(action, it, before, how.of(it, project, now), by, now);
        return reading.detail(it);
    }

    private String numberOf(Instant submittedAt) {
        return "DX%s%06d"
                .formatted(
                        BusinessTime.dayOf(submittedAt).format(DateTimeFormatter.BASIC_ISO_DATE),
                        redemptions.nextNumber());
    }

    /** As exact as the database keeps it, so that an answer does not differ from a later reading. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
