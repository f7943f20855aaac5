package cn.zhengqi.policy.draft;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.catalogue.PolicyContent;
import cn.zhengqi.policy.catalogue.PolicyCriteria;
import cn.zhengqi.policy.catalogue.PolicyDesk;
import cn.zhengqi.policy.catalogue.PolicyRelations;
import cn.zhengqi.policy.catalogue.Wording;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes what was reviewed: at once, or on the first day of the edition, until which it waits. */
@Service
@Transactional
class DraftPublications {

    /** For so long what was refused is left before it is tried again: it takes somebody to change it. */
    private static final Duration HELD = Duration.ofHours(1);

    /** What failed may be well again soon: it is left as long again as it has been failing, from this on and up to the time of what was refused. */
    private static final Duration FAILED = Duration.ofMinutes(1);

    private final PolicyDrafts all;
    private final PolicyDraftMapper drafts;
    private final PolicyDesk desk;
    private final PolicyRelations relations;
    private final DraftRecords records;
    private final Clock clock;

    DraftPublications(
            PolicyDrafts all,
            PolicyDraftMapper drafts,
            PolicyDesk desk,
            PolicyRelations relations,
            DraftRecords records,
            Clock clock) {
        this.all = all;
        this.drafts = drafts;
        this.desk = desk;
        this.relations = relations;
        this.records = records;
        this.clock = clock;
    }

    /**
     * What the reviewer is going to publish, as far as this service can say. What the engine says of it is asked outside any transaction.
     *
     * @throws ProblemException DRAFT_NOT_FOUND, POLICY_OF_ANOTHER, VERSION_CONFLICT, STATE_CONFLICT, PUBLISHED_BY_AUTHOR, VALIDATION_FAILED
     */
    PolicyDrafts.Publishable publishable(UUID id, int seenVersion, CurrentUser reviewer) {
        PolicyDraft draft = toPublish(id, seenVersion, reviewer);
        return PolicyDrafts.Publishable.of(draft);
    }

    private PolicyDraft toPublish(UUID id, int seenVersion, CurrentUser reviewer) {
        PolicyDraft draft = all.own(id, reviewer).seenAs(seenVersion);
        draft.publish(reviewer, clock.instant());
        draft.content().requireComplete();
        return draft;
    }

    /**
     * Puts the edition in the place of the one before. Where it begins on a day to come and the one before holds, this waits for that day.
     *
     * @param tried the conditions of this version, after the engine has taken them
     * @param text the wording of its document; null: none that can be read
     * @throws ProblemException DRAFT_NOT_FOUND, POLICY_OF_ANOTHER, VERSION_CONFLICT, STATE_CONFLICT, PUBLISHED_BY_AUTHOR, SUCCESSOR_NOT_FOUND, VALIDATION_FAILED
     */
    void publish(UUID id, int seenVersion, PolicyCriteria tried, @Nullable Wording text, CurrentUser reviewer) {
        PolicyDraft draft = all.own(id, reviewer).seenAs(seenVersion);
        DraftContent content = draft.content();
        relations.requireExcluded(draft.policyId(), content.excluded());
        LocalDate firstDay = content.firstDay();
        if (firstDay != null && firstDay.isAfter(BusinessTime.today(clock)) && desk.isPublished(draft.policyId())) {
            DraftTold before = records.before(draft);
            draft.schedule(reviewer, firstDay, tried, clock.instant());
            content.requireComplete();
            desk.requirePublishable(draft.policyId(), content.supersededByCode(), content.stated());
            drafts.update(draft);
            records.told(PolicyAction.POLICY_DRAFT_SCHEDULED, before, draft);
            return;
        }
        draft.publish(reviewer, clock.instant());
        content.requireComplete();
        drafts.update(draft);
        enact(draft, tried, text);
    }

    private void enact(PolicyDraft draft, PolicyCriteria tried, @Nullable Wording text) {
        DraftContent content = draft.content();
        PolicyContent document = DraftedEdition.document(content, tried);
        PolicyRule rule = DraftedEdition.rule(
                desk.codeOf(draft.policyId()),
                content,
                draft.edition() == 1 ? content.firstAppliesFrom() : content.appliesFrom(),
                document.verified());
        desk.publishEdition(
                draft.policyId(), draft.edition(), document, content.supersededByCode(), content.stated(), rule, text);
    }

    /**
     * One whose day has come.
     *
     * @param heldReason why it did not take effect when it was tried last
     * @param heldAt since when that is the reason
     */
    record Due(
            UUID id,
            int version,
            PolicyDrafts.Publishable said,
            @Nullable String heldReason,
            @Nullable Instant heldAt) {

        static Due of(PolicyDraft draft) {
            return new Due(
                    draft.id(),
                    draft.version(),
                    PolicyDrafts.Publishable.of(draft),
                    draft.heldReason(),
                    draft.heldAt());
        }

        private Instant heldSince(String reason, Instant now) {
            return heldAt != null && reason.equals(heldReason) ? heldAt : now;
        }
    }

    /**
     * Those that waited for today, or for a day since. Of a policy that was taken down meanwhile nothing is published by itself: it waits until the policy is published
     * again, or somebody sends it back.
     */
    List<Due> due() {
        return drafts.due(BusinessTime.today(clock), clock.instant()).stream()
                .map(Due::of)
                .toList();
    }

    /**
     * Publishes one whose day has come.
     *
     * @param tried its conditions, after the engine has taken them today: the dictionary may be another one than when it was reviewed
     * @param text the wording of its document; null: none that can be read
     * @throws ProblemException DRAFT_NOT_FOUND, STATE_CONFLICT, VERSION_CONFLICT when another copy of the service did it
     */
    void takeEffect(Due due, PolicyCriteria tried, @Nullable Wording text) {
        PolicyDraft draft = all.draft(due.id()).seenAs(due.version());
        draft.takeEffect(clock.instant());
        drafts.update(draft);
        enact(draft, tried, text);
    }

    /**
     * It cannot be published as it is: reviewers find it among what waits for them, with the reason, until it takes effect or one of them sends it back.
     *
     * @return whether it was still as it was seen, and did not wait for this reason already
     */
    boolean hold(Due due, String reason) {
        Instant now = clock.instant();
        return hold(due, reason, due.heldSince(reason, now), now.plus(HELD));
    }

    /** The same of one that nobody can mend by changing it. */
    boolean holdAWhile(Due due, String reason) {
        Instant now = clock.instant();
        Instant since = due.heldSince(reason, now);
        Duration failing = Duration.between(since, now);
        Duration pause = Collections.max(List.of(FAILED, Collections.min(List.of(HELD, failing))));
        return hold(due, reason, since, now.plus(pause));
    }

    private boolean hold(Due due, String reason, Instant since, Instant retryAt) {
        return drafts.hold(due.id(), due.version(), reason, since, retryAt) == 1 && !reason.equals(due.heldReason());
    }
}
