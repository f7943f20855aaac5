package cn.zhengqi.ops.evaluation;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.ops.OpsAction;
import cn.zhengqi.ops.OpsProblem;
import cn.zhengqi.ops.api.CallBackAnswer;
import cn.zhengqi.ops.api.EvaluationFact;
import cn.zhengqi.ops.api.EvaluationGiven;
import cn.zhengqi.ops.api.Grade;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What enterprises and those who handled their cases do about evaluations; each of it told, on record, and in one transaction. */
@Service
@Transactional
class EvaluationDesk {

    private final EvaluationMapper evaluations;
    private final FinishedCases cases;
    private final Steps steps;
    private final PromisedCallBack promised;
    private final Evaluations reading;
    private final ShortNames names;
    private final EvaluationProperties properties;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    EvaluationDesk(
            EvaluationMapper evaluations,
            FinishedCases cases,
            Steps steps,
            PromisedCallBack promised,
            Evaluations reading,
            ShortNames names,
            EvaluationProperties properties,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.evaluations = evaluations;
        this.cases = cases;
        this.steps = steps;
        this.promised = promised;
        this.reading = reading;
        this.names = names;
        this.properties = properties;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** What goes on record: no words, which are not the log's business. */
    private record Recorded(String caseNumber, Grade grade, EvaluationState state, Publication publication) {

        static Recorded of(Evaluation it) {
            return new Recorded(it.anonymous() ? "匿名" : it.caseNumber(), it.grade(), it.state(), it.publication());
        }
    }

    /** @throws ProblemException NOT_FOUND for what is not finished, and for another enterprise's; CASE_EVALUATED, EVALUATION_OVER */
    MyCase evaluate(UUID caseId, Evaluator by, Opinion opinion) {
        FinishedCase about = cases.find(caseId, by).orElseThrow(() -> ProblemException.notFound("没有找到可评价的事项，可能尚未办结"));
        if (evaluations.ofCase(caseId, by).isPresent()) {
            throw new ProblemException(OpsProblem.CASE_EVALUATED);
        }
        Instant now = now();
        Evaluation it = new Evaluation(
                about.named(by.enterpriseName()), opinion, by, properties.until(about.finishedAt()), now);
        it.names(opinion.words(), by, names);
        try {
            evaluations.insert(it);
        } catch (DuplicateKeyException another) {
            throw new ProblemException(OpsProblem.CASE_EVALUATED);
        }
        steps.add(it, StepKind.GIVEN, opinion.words(), null, now);
        if (it.roundId() != null) {
            promised.give(it, now);
        }
        outbox.publish(it.given(), it.version(), now);
        record(OpsAction.EVALUATION_GIVEN, it);
        return reading.mine(it);
    }

    /** @throws ProblemException NOT_FOUND for another enterprise's, VERSION_CONFLICT, and what {@link Evaluation#again} says */
    MyCase again(UUID id, int version, Evaluator by, Grade grade, @Nullable String words) {
        Evaluation it =
                evaluations.lockOf(id, by).orElseThrow(Evaluations::notFound).seenAs(version);
        Instant now = now();
        EvaluationGiven given = it.again(grade, words, by, now);
        it.names(words, by, names);
        evaluations.update(it);
        steps.add(it, StepKind.EVALUATED_AGAIN, words, null, now);
        outbox.publish(given, it.version(), now);
        record(OpsAction.EVALUATION_GIVEN_AGAIN, it);
        return reading.mine(it);
    }

    /** @throws ProblemException NOT_FOUND also for another institution's, VERSION_CONFLICT, and what {@link Evaluation#called} says */
    EvaluationDetail called(UUID id, int version, boolean reached, String words, CurrentUser user) {
        EvaluationReach reach = EvaluationReach.of(user);
        Evaluation it = answerable(id, version, reach);
        Instant now = now();
        it.called(reached, now);
        evaluations.update(it);
        steps.add(it, reached ? StepKind.CALLED : StepKind.NOT_REACHED, words, user.name(), now);
        record(OpsAction.EVALUATION_CALLED_BACK, it);
        return reading.detail(it, reach, user.accountId());
    }

    /** @throws ProblemException as {@link #called}, and what {@link Evaluation#answered} says */
    EvaluationDetail answered(UUID id, int version, CallBackAnswer answer, String words, CurrentUser user) {
        EvaluationReach reach = EvaluationReach.of(user);
        Evaluation it = answerable(id, version, reach);
        Instant now = now();
        EvaluationFact answered = it.answered(answer, words, user.accountId(), now);
        evaluations.update(it);
        promised.answered(it, now);
        return told(it, answered, StepKind.ANSWERED, words, OpsAction.EVALUATION_ANSWERED, user, reach, now);
    }

    /** @throws ProblemException NOT_FOUND also for what is out of reach, VERSION_CONFLICT, and what {@link Evaluation#passed} says */
    EvaluationDetail passed(UUID id, int version, @Nullable String words, CurrentUser user) {
        EvaluationReach reach = EvaluationReach.of(user);
        Evaluation it = locked(id, version, reach);
        Instant now = now();
        EvaluationFact passed = it.passed(user.accountId(), properties.againUntil(now), now);
        evaluations.update(it);
        return told(it, passed, StepKind.PASSED, words, OpsAction.EVALUATION_ANSWER_PASSED, user, reach, now);
    }

    /** @throws ProblemException as {@link #passed} */
    EvaluationDetail sentBack(UUID id, int version, String reason, CurrentUser user) {
        EvaluationReach reach = EvaluationReach.of(user);
        Evaluation it = locked(id, version, reach);
        Instant now = now();
        EvaluationFact back = it.sentBack(reason, user.accountId(), now);
        evaluations.update(it);
        promised.give(it, now);
        return told(it, back, StepKind.SENT_BACK, reason, OpsAction.EVALUATION_ANSWER_SENT_BACK, user, reach, now);
    }

    /** @throws ProblemException NOT_FOUND also for what is out of reach, VERSION_CONFLICT, and what {@link Evaluation#publish} says */
    EvaluationDetail published(
            UUID id, int version, Collection<String> cover, @Nullable String words, CurrentUser user) {
        EvaluationReach reach = EvaluationReach.of(user);
        Evaluation it = locked(id, version, reach);
        Instant now = now();
        it.publish(cover, now);
        return decided(it, StepKind.PUBLISHED, words, OpsAction.EVALUATION_PUBLISHED, user, reach, now);
    }

    /** @throws ProblemException NOT_FOUND also for what is out of reach, VERSION_CONFLICT, and what {@link Evaluation#withhold} says */
    EvaluationDetail withheld(UUID id, int version, @Nullable String words, CurrentUser user) {
        EvaluationReach reach = EvaluationReach.of(user);
        Evaluation it = locked(id, version, reach);
        it.withhold();
        return decided(it, StepKind.WITHHELD, words, OpsAction.EVALUATION_WITHHELD, user, reach, now());
    }

    private EvaluationDetail decided(
            Evaluation it,
            StepKind step,
            @Nullable String words,
            OpsAction action,
            CurrentUser user,
            EvaluationReach reach,
            Instant now) {
        evaluations.update(it);
        steps.add(it, step, words, user.name(), now);
        record(action, it);
        return reading.detail(it, reach, user.accountId());
    }

    /** @return how many second evaluations did not come in time */
    int lapseSome(int most) {
        Instant now = now();
        var over = evaluations.lockOver(BusinessTime.dayOf(now), most);
        for (Evaluation it : over) {
            it.lapse();
            evaluations.update(it);
            steps.add(it, StepKind.LAPSED, null, null, now);
        }
        return over.size();
    }

    private EvaluationDetail told(
            Evaluation it,
            EvaluationFact fact,
            StepKind step,
            @Nullable String words,
            OpsAction action,
            CurrentUser user,
            EvaluationReach reach,
            Instant now) {
        steps.add(it, step, words, user.name(), now);
        outbox.publish(fact, it.version(), now);
        record(action, it);
        return reading.detail(it, reach, user.accountId());
    }

    private Evaluation answerable(UUID id, int version, EvaluationReach reach) {
        Evaluation it =
                evaluations.lockWithin(id, reach).filter(reach::answersFor).orElseThrow(Evaluations::notFound);
        return it.seenAs(version);
    }

    private Evaluation locked(UUID id, int version, EvaluationReach reach) {
        return evaluations
                .lockWithin(id, reach)
                .orElseThrow(Evaluations::notFound)
                .seenAs(version);
    }

    private void record(OpsAction action, Evaluation it) {
        audit.changed(action, it.id(), it.title(), null, Recorded.of(it));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
