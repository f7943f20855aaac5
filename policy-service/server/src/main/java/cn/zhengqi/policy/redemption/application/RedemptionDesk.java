package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.declaration.DeclarationFiles;
import cn.zhengqi.policy.redemption.application.RedemptionDetail.ReceivingAccount;
import cn.zhengqi.policy.redemption.ledger.Booker;
import cn.zhengqi.policy.redemption.project.AmountRule;
import cn.zhengqi.policy.redemption.project.RedemptionKind;
import cn.zhengqi.policy.redemption.project.RedemptionProject;
import cn.zhengqi.policy.redemption.project.RedemptionProjectMapper;
import cn.zhengqi.policy.redemption.project.RedemptionProjects;
import cn.zhengqi.policy.standing.Stood;
import cn.zhengqi.promise.ExtensionWish;
import cn.zhengqi.promise.WorkCalendars;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves applications for redemption. Each move is one transaction: the application, its timeline, the ledger, its promise and the event. Every action names the
 * version that its decider saw and the scope that they act in; what is out of scope is not found.
 */
@Service
@Transactional
class RedemptionDesk {

    private final RedemptionMapper redemptions;
    private final Redemptions reading;
    private final RedemptionProjectMapper projects;
    private final Beginnings beginnings;
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
            Beginnings beginnings,
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
        this.beginnings = beginnings;
        this.exclusions = exclusions;
        this.moves = moves;
        this.files = files;
        this.promise = promise;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param stood by the conditions, for who reviews it, as far as could be asked; it bars nobody unless the project says so
     * @throws ProblemException NOT_FOUND, NOT_ELIGIBLE, REDEMPTION_CLOSED, POLICY_NOT_PUBLISHED, REDEMPTION_ALREADY_OPEN, AMOUNT_NOTHING, VALIDATION_FAILED; REDEMPTION_EXCLUDED
     *     with the project, or the clause of the policies, by which it is
     */
    RedemptionDetail submit(UUID projectId, Claimant claimant, Claimed claimed, Stood stood, Booker person) {
        return reading.detail(
                submit(projectId, claimant, claimed, stood, person, now()),
                DataScope.ofEnterprise(claimant.enterpriseId()));
    }

    /** Also for what comes with a demo, as if it had been handed in then. */
    Redemption submit(UUID projectId, Claimant claimant, Claimed claimed, Stood stood, Booker person, Instant now) {
        RedemptionProject project = beginnings.under(projectId, RedemptionKind.APPLICATION, now);
        mustBeWhole(project.rule(), claimant.enterpriseId(), claimed);
        Redemption it = Redemption.submit(beginnings.numberOf(now), project, claimant, claimed, stood, person, now);
        String caution = beginnings.begin(it, project);
        moves.begun(
                PolicyAction.REDEMPTION_SUBMITTED,
                it,
                it.submitted(promise.give(it, now), caution, person, now),
                person,
                now);
        return it;
    }

    private void mustBeWhole(AmountRule rule, UUID enterprise, Claimed claimed) {
        RedemptionProjects.requireFigure(rule, claimed.basis(), "basis");
        if (files.held(enterprise, claimed.files()).size() != claimed.files().size()) {
            throw ProblemException.validation("files", "UNKNOWN", "有文件不存在或已被清理，请重新上传");
        }
    }

    /**
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT; REDEMPTION_CLOSED when the window is over; REDEMPTION_EXCLUDED where the enterprise was granted
     *     by now what excludes it
     */
    RedemptionDetail confirm(UUID id, int version, DataScope scope, Account account, Booker person) {
        return move(PolicyAction.REDEMPTION_CONFIRMED, id, version, scope, person, (it, project, now) -> {
            Moved confirmed = it.confirm(account, person, noticeOf(project, now), now);
            beginnings.mustTake(project, now);
            ExcludedBy granted = exclusions.beforePayment(List.of(id)).get(id);
            if (granted != null && granted.certain()) {
                throw new ProblemException(PolicyProblem.REDEMPTION_EXCLUDED, granted.words());
            }
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
        return reading.detail(it, scope);
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
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, AMOUNT_NOTHING, VALIDATION_FAILED, BUDGET_EXHAUSTED; REDEMPTION_EXCLUDED by what was begun
     *     before, or is granted, under a policy that its own excludes by now
     */
    RedemptionDetail recognise(UUID id, int version, DataScope scope, Recognition recognition, Booker officer) {
        return move(
                PolicyAction.REDEMPTION_RECOGNISED,
                id,
                version,
                scope,
                officer,
                (it, project, now) -> recognised(it, project, recognition, officer, now));
    }

    private Moved recognised(
            Redemption it, RedemptionProject project, Recognition recognition, Booker officer, Instant at) {
        promise.keep(it, at);
        return it.recognise(
                project.rule(), recognition, exclusions.beforeRecognition(it.id()), officer, noticeOf(project, at), at);
    }

    private NoticeDays noticeOf(RedemptionProject project, Instant at) {
        return NoticeDays.of(BusinessTime.dayOf(at), project.noticeDays(), calendars.now());
    }

    /** For what comes with a demo: recognised as it was claimed, as if it had been then. */
    void enterRecognised(Redemption it, RedemptionProject project, Booker officer, Instant at) {
        RedemptionView before = RedemptionMoves.view(it);
        Moved moved = recognised(it, project, Recognition.AS_CLAIMED, officer, at);
        moves.store(PolicyAction.REDEMPTION_RECOGNISED, it, before, moved, officer, at);
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
        return reading.detail(it, scope);
    }

    /** As exact as the database keeps it, so that an answer does not differ from a later reading. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
