package cn.zhengqi.policy.draft;

import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.catalogue.PolicyDesk;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What goes on record of a draft: each step, and before it what a page saved by itself, in the name of who wrote it. */
@Component
@Transactional
class DraftRecords {

    /** For so long a page may go on saving by itself what one record tells. */
    private static final Duration SESSION = Duration.ofMinutes(30);

    private final PolicyDraftMapper drafts;
    private final PolicyDesk desk;
    private final AuditTrail audit;
    private final Clock clock;

    DraftRecords(PolicyDraftMapper drafts, PolicyDesk desk, AuditTrail audit, Clock clock) {
        this.drafts = drafts;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was left without another step goes on record when nobody has written for a while. */
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void recordWhatWasLeft() {
        drafts.unrecordedSince(clock.instant().minus(SESSION)).forEach(draft -> {
            // Copies of the service may do it at once: one of them finds it unrecorded.
            if (drafts.told(draft.id(), draft.version()) == 1) {
                recordUnrecorded(draft, desk.codeOf(draft.policyId()));
            }
        });
    }

    /** Before any step: what was saved by itself before it, in the name of who wrote it. */
    DraftTold before(PolicyDraft draft) {
        recordUnrecorded(draft, desk.codeOf(draft.policyId()));
        return DraftTold.of(draft);
    }

    private void recordUnrecorded(PolicyDraft draft, String code) {
        Unrecorded since = draft.unrecorded();
        if (since == null) {
            return;
        }
        draft.told();
        AuditTrail trail = CurrentUser.find()
                        .filter(user -> user.accountId().equals(since.by()))
                        .isPresent()
                ? audit
                : audit.by(since.actor(), null, null);
        trail.changed(
                PolicyAction.POLICY_DRAFT_WRITTEN,
                draft.policyId(),
                name(draft, code),
                since.before(),
                DraftTold.of(draft));
    }

    /** @param before as {@link #before} told it; null: it was begun */
    void told(PolicyAction action, @Nullable DraftTold before, PolicyDraft draft) {
        audit.changed(
                action, draft.policyId(), name(draft, desk.codeOf(draft.policyId())), before, DraftTold.of(draft));
    }

    /** @param code of its policy, which may be gone with it */
    void deleted(PolicyDraft draft, String code, DraftTold before) {
        audit.changed(PolicyAction.POLICY_DRAFT_DELETED, draft.policyId(), name(draft, code), before, null);
    }

    /** @param file by its name */
    void fileTold(PolicyAction action, PolicyDraft draft, String file) {
        audit.changed(action, draft.policyId(), desk.codeOf(draft.policyId()) + " " + file, null, null);
    }

    private static String name(PolicyDraft draft, String code) {
        return code + " " + Objects.requireNonNullElse(draft.content().title(), "（未命名）");
    }
}
