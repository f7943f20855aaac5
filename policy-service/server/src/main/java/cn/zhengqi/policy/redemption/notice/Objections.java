package cn.zhengqi.policy.redemption.notice;

import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.redemption.application.Redemption;
import cn.zhengqi.policy.redemption.application.RedemptionMoves;
import cn.zhengqi.policy.redemption.application.RedemptionStatus;
import cn.zhengqi.policy.redemption.ledger.Booker;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is shown to the public, and what is objected to it. Whoever objects or answers has the application locked: it does not become approved meanwhile. */
@Service
@Transactional
class Objections {

    private static final int MOST_OF_ONE = 50;

    private final NoticeMapper notices;
    private final RedemptionMoves moves;
    private final AuditTrail audit;
    private final Clock clock;

    Objections(NoticeMapper notices, RedemptionMoves moves, AuditTrail audit, Clock clock) {
        this.notices = notices;
        this.moves = moves;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<PublicNotice> shown(
            @Nullable UUID project, @Nullable String q, @Nullable Boolean running, PageRequest page) {
        NoticeMapper.Wanted wanted =
                new NoticeMapper.Wanted(null, project, LikePattern.containing(q), running, BusinessTime.today(clock));
        return Page.of(notices.shown(wanted, page), notices.countShown(wanted), page);
    }

    /** @throws ProblemException NOT_FOUND */
    PublicNotice shown(UUID id) {
        NoticeMapper.Wanted one = new NoticeMapper.Wanted(id, null, null, null, BusinessTime.today(clock));
        return notices.shown(one, PageRequest.of(1, 1)).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("没有找到该公示"));
    }

    /** @throws ProblemException NOT_FOUND, NOTICE_OVER, OBJECTION_OPEN_ALREADY */
    MyObjection object(UUID notice, ObjectorPhone phone, String words, CurrentUser person) {
        Redemption it = moves.lock(notice)
                .filter(locked -> locked.noticeFrom() != null)
                .orElseThrow(() -> ProblemException.notFound("没有找到该公示"));
        Instant now = now();
        LocalDate last = it.noticeUntil();
        if (it.status() != RedemptionStatus.IN_NOTICE || (last != null && last.isBefore(BusinessTime.dayOf(now)))) {
            throw new ProblemException(PolicyProblem.NOTICE_OVER);
        }
        if (notices.openOf(notice, person.accountId()).isPresent()) {
            throw new ProblemException(PolicyProblem.OBJECTION_OPEN_ALREADY);
        }
        Objection made =
                Objection.made(notice, it.institutionId(), person.accountId(), person.name(), phone, words, now);
        notices.insert(made);
        ObjectionView.Row row = row(made.id());
        audit.changed(PolicyAction.OBJECTION_MADE, made.id(), it.number(), null, row.view());
        return row.mine();
    }

    List<MyObjection> mine(UUID account) {
        return notices.mine(account, MOST_OF_ONE).stream()
                .map(ObjectionView.Row::mine)
                .toList();
    }

    Page<ObjectionView> list(Set<UUID> institutions, @Nullable ObjectionState state, PageRequest page) {
        return Page.of(
                notices.objections(institutions, state, page).stream()
                        .map(ObjectionView.Row::view)
                        .toList(),
                notices.countObjections(institutions, state),
                page);
    }

    long count(Set<UUID> institutions, ObjectionState state) {
        return notices.countObjections(institutions, state);
    }

    /** The application is rejected for it, and what was reserved is free again. @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT */
    ObjectionView uphold(UUID id, int version, String reason, Set<UUID> institutions, Booker officer) {
        return answer(PolicyAction.OBJECTION_UPHELD, id, version, reason, institutions, officer);
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT */
    ObjectionView dismiss(UUID id, int version, String reason, Set<UUID> institutions, Booker officer) {
        return answer(PolicyAction.OBJECTION_DISMISSED, id, version, reason, institutions, officer);
    }

    private ObjectionView answer(
            PolicyAction action, UUID id, int version, String reason, Set<UUID> institutions, Booker officer) {
        UUID application = notices.find(id)
                .filter(it -> institutions.contains(it.institutionId()))
                .map(Objection::applicationId)
                .orElseThrow(Objections::notFound);
        Redemption about = moves.lock(application).orElseThrow(Objections::notFound);
        Objection it = notices.find(id).orElseThrow(Objections::notFound).seenAs(version);
        ObjectionView before = row(id).view();
        boolean upheld = action == PolicyAction.OBJECTION_UPHELD;
        Instant now = now();
        it.answer(upheld ? ObjectionState.UPHELD : ObjectionState.DISMISSED, reason, officer, now);
        notices.update(it);
        if (upheld) {
            moves.reject(about, "公示异议成立：" + reason.strip(), officer, now);
        }
        ObjectionView after = row(id).view();
        audit.changed(action, id, about.number(), before, after);
        return after;
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
