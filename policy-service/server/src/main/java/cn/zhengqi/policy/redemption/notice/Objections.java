package cn.zhengqi.policy.redemption.notice;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.api.ObjectionAnswered;
import cn.zhengqi.policy.api.ObjectionMade;
import cn.zhengqi.policy.api.ObjectionParties;
import cn.zhengqi.policy.declaration.NoticedDeclarations;
import cn.zhengqi.policy.declaration.RefutedDeclarations;
import cn.zhengqi.policy.redemption.application.RedemptionMoves;
import cn.zhengqi.policy.redemption.application.RedemptionStatus;
import cn.zhengqi.policy.redemption.ledger.Booker;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is shown to the public, and what is objected to it. Whoever objects or answers has what is shown locked: it does not become approved meanwhile. */
@Service
@Transactional
class Objections {

    private static final int MOST_OF_ONE = 50;

    private final NoticeMapper notices;
    private final RedemptionMoves moves;
    private final NoticedDeclarations declarations;
    private final RefutedDeclarations refuted;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    Objections(
            NoticeMapper notices,
            RedemptionMoves moves,
            NoticedDeclarations declarations,
            RefutedDeclarations refuted,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.notices = notices;
        this.moves = moves;
        this.declarations = declarations;
        this.refuted = refuted;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<PublicNotice> shown(
            @Nullable NoticeKind kind,
            @Nullable UUID project,
            @Nullable String q,
            @Nullable Boolean running,
            PageRequest page) {
        NoticeMapper.Wanted wanted = new NoticeMapper.Wanted(
                null, kind, project, LikePattern.containing(q), running, BusinessTime.today(clock));
        return Page.of(notices.shown(wanted, page), notices.countShown(wanted), page);
    }

    /** @throws ProblemException NOT_FOUND */
    PublicNotice shown(UUID id) {
        NoticeMapper.Wanted one = new NoticeMapper.Wanted(id, null, null, null, null, BusinessTime.today(clock));
        return notices.shown(one, PageRequest.of(1, 1)).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("没有找到该公示"));
    }

    /** @throws ProblemException NOT_FOUND, NOTICE_OVER, OWN_NOTICE, OBJECTION_OPEN_ALREADY */
    MyObjection object(UUID notice, ObjectorPhone phone, String words, CurrentUser person) {
        Instant now = now();
        Subject it = lock(notice, BusinessTime.dayOf(now)).orElseThrow(() -> ProblemException.notFound("没有找到该公示"));
        if (!it.running()) {
            throw new ProblemException(PolicyProblem.NOTICE_OVER);
        }
        // Whoever does not want what is shown withdraws it: an objection of its own would only hold up the others.
        if (it.enterpriseId().equals(person.enterpriseId())) {
            throw new ProblemException(PolicyProblem.OWN_NOTICE);
        }
        if (notices.openOf(notice, person.accountId()).isPresent()) {
            throw new ProblemException(PolicyProblem.OBJECTION_OPEN_ALREADY);
        }
        Objection made = Objection.made(
                it.kind(), notice, it.institutionId(), person.accountId(), person.name(), phone, words, now);
        notices.insert(made);
        ObjectionView.Row row = row(made.id());
        outbox.publish(new ObjectionMade(parties(made, row, it), now), 0, now);
        audit.changed(PolicyAction.OBJECTION_MADE, made.id(), it.number(), null, row.view());
        return row.mine();
    }

    /** What a notice is about. @param over it was rejected or withdrawn meanwhile */
    private record Subject(
            NoticeKind kind,
            String number,
            UUID enterpriseId,
            UUID institutionId,
            String institutionName,
            boolean running,
            boolean over) {}

    private static ObjectionParties parties(Objection it, ObjectionView.Row row, Subject about) {
        return new ObjectionParties(
                it.id(),
                it.kind() == NoticeKind.DECLARATION,
                it.about(),
                row.projectTitle(),
                row.enterpriseName(),
                it.institutionId(),
                about.institutionName(),
                it.accountId());
    }

    /** Until the end of the transaction it stays where it is. */
    private Optional<Subject> lock(UUID notice, LocalDate today) {
        return moves.lock(notice)
                .filter(it -> it.noticeFrom() != null)
                .map(it -> new Subject(
                        NoticeKind.REDEMPTION,
                        it.number(),
                        it.enterpriseId(),
                        it.institutionId(),
                        it.institutionName(),
                        it.status() == RedemptionStatus.IN_NOTICE
                                && (it.noticeUntil() == null
                                        || !it.noticeUntil().isBefore(today)),
                        it.status().over()))
                .or(() -> declarations
                        .lock(notice, today)
                        .map(it -> new Subject(
                                NoticeKind.DECLARATION,
                                it.number(),
                                it.enterpriseId(),
                                it.institutionId(),
                                it.institutionName(),
                                it.running(),
                                it.over())));
    }

    List<MyObjection> mine(UUID account) {
        return notices.mine(account, MOST_OF_ONE).stream()
                .map(ObjectionView.Row::mine)
                .toList();
    }

    Page<ObjectionView> list(NoticeMapper.Desk desk, @Nullable ObjectionState state, PageRequest page) {
        return Page.of(
                notices.objections(desk, state, page).stream()
                        .map(ObjectionView.Row::view)
                        .toList(),
                notices.countObjections(desk, state),
                page);
    }

    long count(NoticeMapper.Desk desk, ObjectionState state) {
        return notices.countObjections(desk, state);
    }

    /** What was shown is rejected for it, and what was reserved is free again. @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT */
    ObjectionView uphold(UUID id, int version, String reason, NoticeMapper.Desk desk, Booker officer) {
        return answer(PolicyAction.OBJECTION_UPHELD, id, version, reason, desk, officer);
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT */
    ObjectionView dismiss(UUID id, int version, String reason, NoticeMapper.Desk desk, Booker officer) {
        return answer(PolicyAction.OBJECTION_DISMISSED, id, version, reason, desk, officer);
    }

    private ObjectionView answer(
            PolicyAction action, UUID id, int version, String reason, NoticeMapper.Desk desk, Booker officer) {
        Objection seen = notices.find(id).filter(desk::has).orElseThrow(Objections::notFound);
        Instant now = now();
        Subject about = lock(seen.about(), BusinessTime.dayOf(now)).orElseThrow(Objections::notFound);
        Objection it = notices.find(id).orElseThrow(Objections::notFound).seenAs(version);
        ObjectionView before = row(id).view();
        boolean upheld = action == PolicyAction.OBJECTION_UPHELD;
        it.answer(upheld ? ObjectionState.UPHELD : ObjectionState.DISMISSED, reason, officer, now);
        notices.update(it);
        // Of several who are right the first ends it: the others are told that they are right all the same.
        if (upheld && !about.over()) {
            reject(it, "公示异议成立：" + reason.strip(), officer, now);
        }
        ObjectionView.Row answered = row(id);
        outbox.publish(
                new ObjectionAnswered(parties(it, answered, about), upheld, reason.strip(), now),
                answered.version(),
                now);
        ObjectionView after = answered.view();
        audit.changed(action, id, about.number(), before, after);
        return after;
    }

    private void reject(Objection upheld, String words, Booker officer, Instant at) {
        switch (upheld.kind()) {
            case REDEMPTION ->
                moves.reject(moves.lock(upheld.about()).orElseThrow(Objections::notFound), words, officer, at);
            case DECLARATION ->
                refuted.reject(upheld.about(), words, Objects.requireNonNull(officer.accountId()), officer.name(), at);
        }
    }

    private ObjectionView.Row row(UUID id) {
        return notices.row(id).orElseThrow(Objections::notFound);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("没有找到该异议");
    }
}
