package cn.zhengqi.policy.draft;

import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.catalogue.Policy;
import cn.zhengqi.policy.catalogue.PolicyAttachments;
import cn.zhengqi.policy.catalogue.PolicyContent;
import cn.zhengqi.policy.catalogue.PolicyCriteria;
import cn.zhengqi.policy.catalogue.PolicyDesk;
import cn.zhengqi.policy.catalogue.PolicyKeeper;
import cn.zhengqi.policy.catalogue.PolicyOwner;
import cn.zhengqi.policy.catalogue.PolicyOwners;
import cn.zhengqi.policy.catalogue.PolicyRelations;
import cn.zhengqi.policy.catalogue.Wording;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes, reviews and publishes editions. Nothing here is asked of the replica: whoever has saved a draft reads it again at once. */
@Service
@Transactional
class PolicyDrafts {

    /** For so long a page may go on saving by itself what one record tells. */
    private static final Duration SESSION = Duration.ofMinutes(30);

    /** For so long what was refused is left before it is tried again: it takes somebody to change it. */
    private static final Duration HELD = Duration.ofHours(1);

    /** What failed may be well again soon: it is left as long again as it has been failing, from this on and up to the time of what was refused. */
    private static final Duration FAILED = Duration.ofMinutes(1);

    private final PolicyDraftMapper drafts;
    private final PolicyDesk desk;
    private final PublishedCriteria published;
    private final PolicyAttachments attachments;
    private final PolicyRelations relations;
    private final PolicyOwners owners;
    private final AuditTrail audit;
    private final Clock clock;

    PolicyDrafts(
            PolicyDraftMapper drafts,
            PolicyDesk desk,
            PublishedCriteria published,
            PolicyAttachments attachments,
            PolicyRelations relations,
            PolicyOwners owners,
            AuditTrail audit,
            Clock clock) {
        this.drafts = drafts;
        this.desk = desk;
        this.published = published;
        this.attachments = attachments;
        this.relations = relations;
        this.owners = owners;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param reviewer whom they have to wait for; null: any */
    Page<DraftSummary> list(
            @Nullable DraftState state, @Nullable String q, @Nullable CurrentUser reviewer, PageRequest page) {
        String pattern = q == null || q.isBlank() ? null : "%" + LikePattern.literal(q.strip()) + "%";
        Reviewer whom = reviewer == null ? null : Reviewer.of(reviewer);
        return Page.of(drafts.drafts(state, pattern, whom, page), drafts.countDrafts(state, pattern, whom), page);
    }

    long countFor(CurrentUser reviewer) {
        return drafts.countDrafts(null, null, Reviewer.of(reviewer));
    }

    /**
     * Who looks for what waits for them.
     *
     * @param person by whom nothing may be written in it
     * @param keeper whose policies it may be of
     */
    record Reviewer(String person, PolicyKeeper keeper) {

        static Reviewer of(CurrentUser user) {
            return new Reviewer(user.accountId().toString(), PolicyKeeper.of(user));
        }
    }

    /** @throws ProblemException DRAFT_NOT_FOUND */
    DraftDetail detail(UUID id, CurrentUser reader) {
        PolicyDraft draft = draft(id);
        PolicyOwner owner = owners.of(draft.policyId()).orElse(null);
        return DraftDetail.of(
                draft,
                desk.codeOf(draft.policyId()),
                owner,
                attachments.of(draft.policyId(), draft.edition(), "/api/policy/manage/drafts/" + id + "/attachments"),
                relations.named(draft.content().relations().stream()
                        .map(DraftContent.RelatedPolicy::code)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()),
                relations.ofOthers(draft.policyId()),
                reader);
    }

    /** @throws ProblemException POLICY_NOT_FOUND, POLICY_OF_ANOTHER, DRAFT_OPEN_ALREADY */
    UUID startEdition(UUID policyId, CurrentUser author) {
        PolicyDesk.Newest newest = desk.newestOf(policyId);
        owners.requireKept(policyId, author);
        if (drafts.open(policyId).isPresent()) {
            throw new ProblemException(PolicyProblem.DRAFT_OPEN_ALREADY);
        }
        UUID id = start(
                newest.policy(),
                newest.edition() + 1,
                DraftedEdition.of(newest.content(), newest.supersededByCode(), newest.relations(), newest.rule()),
                casesOf(policyId),
                author);
        attachments.carryOn(policyId, newest.edition(), newest.edition() + 1);
        return id;
    }

    /** @throws ProblemException POLICY_CODE_TAKEN */
    UUID startPolicy(String code, CurrentUser author) {
        return start(desk.reserve(code, author), 1, DraftContent.empty(), GoldenCases.NONE, author);
    }

    /** Those that the newest edition was published with; none for one that came with the platform. */
    GoldenCases casesOf(UUID policyId) {
        return drafts.latestPublished(policyId).map(PolicyDraft::cases).orElse(GoldenCases.NONE);
    }

    private UUID start(Policy policy, int edition, DraftContent content, GoldenCases cases, CurrentUser author) {
        PolicyDraft draft = new PolicyDraft(policy.id(), edition, content, cases, author, clock.instant());
        try {
            drafts.insert(draft);
        } catch (DuplicateKeyException someoneWasFaster) {
            throw new ProblemException(PolicyProblem.DRAFT_OPEN_ALREADY);
        }
        recorded(PolicyAction.POLICY_DRAFT_STARTED, policy.code(), null, draft);
        return draft.id();
    }

    /**
     * @param byItself the page saved it, not its author: it goes on record with their next step, or when they have left it for a while
     * @throws ProblemException DRAFT_NOT_FOUND, POLICY_OF_ANOTHER, VERSION_CONFLICT, STATE_CONFLICT
     */
    void write(
            UUID id,
            int seenVersion,
            DraftContent content,
            GoldenCases cases,
            @Nullable DraftReading reading,
            boolean byItself,
            CurrentUser author) {
        PolicyDraft draft = own(id, author).seenAs(seenVersion);
        Unrecorded since = draft.unrecorded();
        DraftTold before = byItself && since != null && since.by().equals(author.accountId())
                ? since.before()
                : recordedBefore(draft);
        draft.write(content, cases, reading, author, clock.instant());
        if (byItself) {
            draft.tellLater(Unrecorded.of(author, before));
        }
        drafts.update(draft);
        if (!byItself) {
            recorded(PolicyAction.POLICY_DRAFT_WRITTEN, desk.codeOf(draft.policyId()), before, draft);
        }
    }

    /**
     * @param file that was kept before
     * @throws ProblemException DRAFT_NOT_FOUND, POLICY_OF_ANOTHER, VERSION_CONFLICT, STATE_CONFLICT, TOO_MANY_ATTACHMENTS, ATTACHMENT_NAME_TAKEN
     */
    void attach(UUID id, int seenVersion, PolicyAttachments.Kept file, CurrentUser author) {
        PolicyDraft draft = own(id, author).seenAs(seenVersion);
        recordedBefore(draft);
        draft.filesChanged(author, clock.instant());
        drafts.update(draft);
        attachments.add(draft.policyId(), draft.edition(), file, author);
        filesRecorded(PolicyAction.POLICY_ATTACHMENT_ADDED, draft, file.name());
    }

    /** @throws ProblemException DRAFT_NOT_FOUND, POLICY_OF_ANOTHER, VERSION_CONFLICT, STATE_CONFLICT, NOT_FOUND */
    void detach(UUID id, int seenVersion, UUID attachment, CurrentUser author) {
        PolicyDraft draft = own(id, author).seenAs(seenVersion);
        recordedBefore(draft);
        draft.filesChanged(author, clock.instant());
        drafts.update(draft);
        filesRecorded(
                PolicyAction.POLICY_ATTACHMENT_REMOVED,
                draft,
                attachments.remove(draft.policyId(), draft.edition(), attachment));
    }

    private void filesRecorded(PolicyAction action, PolicyDraft draft, String name) {
        audit.changed(action, draft.policyId(), desk.codeOf(draft.policyId()) + " " + name, null, null);
    }

    /** @throws ProblemException DRAFT_NOT_FOUND, NOT_FOUND */
    PolicyAttachments.Content attachment(UUID id, UUID attachment) {
        PolicyDraft draft = draft(id);
        return attachments.open(draft.policyId(), draft.edition(), attachment);
    }

    /**
     * What its author is going to hand in. What may keep it from that is asked outside any transaction: {@link Hindrances}.
     *
     * @throws ProblemException DRAFT_NOT_FOUND, POLICY_OF_ANOTHER, VERSION_CONFLICT, STATE_CONFLICT
     */
    Publishable submittable(UUID id, int seenVersion, CurrentUser author) {
        PolicyDraft draft = own(id, author).seenAs(seenVersion);
        draft.requireSubmittable();
        return Publishable.of(draft);
    }

    /** @throws ProblemException VALIDATION_FAILED */
    void requireSuccessor(Publishable draft) {
        desk.requireSuccessor(draft.policyId(), draft.content().supersededByCode());
    }

    /**
     * @param draft whose relations are written whole
     * @throws ProblemException VALIDATION_FAILED
     */
    void requireRelations(Publishable draft) {
        relations.requireSound(draft.policyId(), draft.content().stated());
    }

    /** @throws ProblemException VALIDATION_FAILED */
    void requireExclusions(Publishable draft) {
        relations.requireExcluded(draft.policyId(), draft.content().excluded());
    }

    /** @throws ProblemException DRAFT_NOT_FOUND, POLICY_OF_ANOTHER, VERSION_CONFLICT, STATE_CONFLICT, VALIDATION_FAILED, CRITERIA_FAULTY, QUOTE_DIFFERS */
    void submit(UUID id, int seenVersion, CurrentUser author) {
        PolicyDraft draft = own(id, author).seenAs(seenVersion);
        DraftTold before = recordedBefore(draft);
        draft.submit(author, clock.instant());
        published.requireSound(draft.content());
        published.requireQuoted(draft.content());
        published.requireCases(draft.content(), draft.cases());
        desk.requireSuccessor(draft.policyId(), draft.content().supersededByCode());
        relations.requireSound(draft.policyId(), draft.content().stated());
        relations.requireExcluded(draft.policyId(), draft.content().excluded());
        drafts.update(draft);
        recorded(PolicyAction.POLICY_DRAFT_SUBMITTED, desk.codeOf(draft.policyId()), before, draft);
    }

    /** @throws ProblemException DRAFT_NOT_FOUND, POLICY_OF_ANOTHER, VERSION_CONFLICT, STATE_CONFLICT */
    void giveBack(UUID id, int seenVersion, String reason, CurrentUser reviewer) {
        PolicyDraft draft = own(id, reviewer).seenAs(seenVersion);
        DraftTold before = recordedBefore(draft);
        draft.giveBack(reviewer, reason, clock.instant());
        drafts.update(draft);
        recorded(PolicyAction.POLICY_DRAFT_RETURNED, desk.codeOf(draft.policyId()), before, draft);
    }

    /**
     * What the reviewer is going to publish, as far as this service can say. What the engine says of it is asked outside any transaction.
     *
     * @throws ProblemException DRAFT_NOT_FOUND, POLICY_OF_ANOTHER, VERSION_CONFLICT, STATE_CONFLICT, PUBLISHED_BY_AUTHOR, VALIDATION_FAILED
     */
    Publishable publishable(UUID id, int seenVersion, CurrentUser reviewer) {
        PolicyDraft draft = toPublish(id, seenVersion, reviewer);
        return Publishable.of(draft);
    }

    record Publishable(
            UUID policyId,
            int edition,
            DraftContent content,
            GoldenCases cases,
            @Nullable DraftReading reading) {

        static Publishable of(PolicyDraft draft) {
            return new Publishable(draft.policyId(), draft.edition(), draft.content(), draft.cases(), draft.reading());
        }
    }

    private PolicyDraft toPublish(UUID id, int seenVersion, CurrentUser reviewer) {
        PolicyDraft draft = own(id, reviewer).seenAs(seenVersion);
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
        PolicyDraft draft = own(id, reviewer).seenAs(seenVersion);
        DraftContent content = draft.content();
        relations.requireExcluded(draft.policyId(), content.excluded());
        LocalDate firstDay = content.firstDay();
        if (firstDay != null && firstDay.isAfter(BusinessTime.today(clock)) && desk.isPublished(draft.policyId())) {
            DraftTold before = recordedBefore(draft);
            draft.schedule(reviewer, firstDay, tried, clock.instant());
            content.requireComplete();
            desk.requirePublishable(draft.policyId(), content.supersededByCode(), content.stated());
            drafts.update(draft);
            recorded(PolicyAction.POLICY_DRAFT_SCHEDULED, desk.codeOf(draft.policyId()), before, draft);
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
        PolicyRule rule = DraftedEdition.rule(desk.codeOf(draft.policyId()), content, document.verified());
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
            Publishable said,
            @Nullable String heldReason,
            @Nullable Instant heldAt) {

        static Due of(PolicyDraft draft) {
            return new Due(draft.id(), draft.version(), Publishable.of(draft), draft.heldReason(), draft.heldAt());
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
        PolicyDraft draft = draft(due.id()).seenAs(due.version());
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

    /** @throws ProblemException DRAFT_NOT_FOUND, POLICY_OF_ANOTHER, VERSION_CONFLICT, STATE_CONFLICT */
    void delete(UUID id, int seenVersion, CurrentUser by) {
        PolicyDraft draft = own(id, by).seenAs(seenVersion);
        draft.requireDeletable();
        DraftTold before = recordedBefore(draft);
        String code = desk.codeOf(draft.policyId());
        if (drafts.deleteAsSeen(id, seenVersion) == 0) {
            throw ProblemException.versionConflict();
        }
        desk.giveUp(draft.policyId());
        audit.changed(
                PolicyAction.POLICY_DRAFT_DELETED,
                draft.policyId(),
                code + " " + Objects.requireNonNullElse(draft.content().title(), "（未命名）"),
                before,
                null);
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
    private DraftTold recordedBefore(PolicyDraft draft) {
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
                code + " " + Objects.requireNonNullElse(draft.content().title(), "（未命名）"),
                since.before(),
                DraftTold.of(draft));
    }

    private void recorded(PolicyAction action, String code, @Nullable DraftTold before, PolicyDraft draft) {
        audit.changed(
                action,
                draft.policyId(),
                code + " " + Objects.requireNonNullElse(draft.content().title(), "（未命名）"),
                before,
                DraftTold.of(draft));
    }

    /** @throws ProblemException DRAFT_NOT_FOUND, POLICY_OF_ANOTHER */
    private PolicyDraft own(UUID id, CurrentUser by) {
        PolicyDraft draft = draft(id);
        owners.requireKept(draft.policyId(), by);
        return draft;
    }

    private PolicyDraft draft(UUID id) {
        return drafts.find(id).orElseThrow(() -> new ProblemException(PolicyProblem.DRAFT_NOT_FOUND));
    }
}
