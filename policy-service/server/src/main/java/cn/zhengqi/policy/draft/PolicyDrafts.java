package cn.zhengqi.policy.draft;

import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.catalogue.Policy;
import cn.zhengqi.policy.catalogue.PolicyAttachments;
import cn.zhengqi.policy.catalogue.PolicyDesk;
import cn.zhengqi.policy.catalogue.PolicyKeeper;
import cn.zhengqi.policy.catalogue.PolicyOwner;
import cn.zhengqi.policy.catalogue.PolicyOwners;
import cn.zhengqi.policy.catalogue.PolicyRelations;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts of editions as they are written, handed in and sent back. Nothing here is asked of the replica: whoever has saved a draft reads it again at once. */
@Service
@Transactional
class PolicyDrafts {

    private final PolicyDraftMapper drafts;
    private final PolicyDesk desk;
    private final PublishedCriteria published;
    private final PolicyAttachments attachments;
    private final PolicyRelations relations;
    private final PolicyOwners owners;
    private final DraftRecords records;
    private final Clock clock;

    PolicyDrafts(
            PolicyDraftMapper drafts,
            PolicyDesk desk,
            PublishedCriteria published,
            PolicyAttachments attachments,
            PolicyRelations relations,
            PolicyOwners owners,
            DraftRecords records,
            Clock clock) {
        this.drafts = drafts;
        this.desk = desk;
        this.published = published;
        this.attachments = attachments;
        this.relations = relations;
        this.owners = owners;
        this.records = records;
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
        records.told(PolicyAction.POLICY_DRAFT_STARTED, null, draft);
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
                : records.before(draft);
        draft.write(content, cases, reading, author, clock.instant());
        if (byItself) {
            draft.tellLater(Unrecorded.of(author, before));
        }
        drafts.update(draft);
        if (!byItself) {
            records.told(PolicyAction.POLICY_DRAFT_WRITTEN, before, draft);
        }
    }

    /**
     * @param file that was kept before
     * @throws ProblemException DRAFT_NOT_FOUND, POLICY_OF_ANOTHER, VERSION_CONFLICT, STATE_CONFLICT, TOO_MANY_ATTACHMENTS, ATTACHMENT_NAME_TAKEN
     */
    void attach(UUID id, int seenVersion, PolicyAttachments.Kept file, CurrentUser author) {
        PolicyDraft draft = own(id, author).seenAs(seenVersion);
        records.before(draft);
        draft.filesChanged(author, clock.instant());
        drafts.update(draft);
        attachments.add(draft.policyId(), draft.edition(), file, author);
        records.fileTold(PolicyAction.POLICY_ATTACHMENT_ADDED, draft, file.name());
    }

    /** @throws ProblemException DRAFT_NOT_FOUND, POLICY_OF_ANOTHER, VERSION_CONFLICT, STATE_CONFLICT, NOT_FOUND */
    void detach(UUID id, int seenVersion, UUID attachment, CurrentUser author) {
        PolicyDraft draft = own(id, author).seenAs(seenVersion);
        records.before(draft);
        draft.filesChanged(author, clock.instant());
        drafts.update(draft);
        records.fileTold(
                PolicyAction.POLICY_ATTACHMENT_REMOVED,
                draft,
                attachments.remove(draft.policyId(), draft.edition(), attachment));
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
        DraftTold before = records.before(draft);
        draft.submit(author, clock.instant());
        published.requireSound(draft.content());
        published.requireQuoted(draft.content());
        published.requireCases(draft.content(), draft.cases());
        desk.requireSuccessor(draft.policyId(), draft.content().supersededByCode());
        relations.requireSound(draft.policyId(), draft.content().stated());
        relations.requireExcluded(draft.policyId(), draft.content().excluded());
        drafts.update(draft);
        records.told(PolicyAction.POLICY_DRAFT_SUBMITTED, before, draft);
    }

    /** @throws ProblemException DRAFT_NOT_FOUND, POLICY_OF_ANOTHER, VERSION_CONFLICT, STATE_CONFLICT */
    void giveBack(UUID id, int seenVersion, String reason, CurrentUser reviewer) {
        PolicyDraft draft = own(id, reviewer).seenAs(seenVersion);
        DraftTold before = records.before(draft);
        draft.giveBack(reviewer, reason, clock.instant());
        drafts.update(draft);
        records.told(PolicyAction.POLICY_DRAFT_RETURNED, before, draft);
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

    /** @throws ProblemException DRAFT_NOT_FOUND, POLICY_OF_ANOTHER, VERSION_CONFLICT, STATE_CONFLICT */
    void delete(UUID id, int seenVersion, CurrentUser by) {
        PolicyDraft draft = own(id, by).seenAs(seenVersion);
        draft.requireDeletable();
        DraftTold before = records.before(draft);
        String code = desk.codeOf(draft.policyId());
        if (drafts.deleteAsSeen(id, seenVersion) == 0) {
            throw ProblemException.versionConflict();
        }
        desk.giveUp(draft.policyId());
        records.deleted(draft, code, before);
    }

    /** @throws ProblemException DRAFT_NOT_FOUND, POLICY_OF_ANOTHER */
    PolicyDraft own(UUID id, CurrentUser by) {
        PolicyDraft draft = draft(id);
        owners.requireKept(draft.policyId(), by);
        return draft;
    }

    PolicyDraft draft(UUID id) {
        return drafts.find(id).orElseThrow(() -> new ProblemException(PolicyProblem.DRAFT_NOT_FOUND));
    }
}
