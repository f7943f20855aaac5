package cn.zhengqi.policy.catalogue;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.api.PolicyPublished;
import cn.zhengqi.policy.api.PolicyWithdrawn;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes and withdraws policies, and tells the other services. */
@Service
@Transactional
public class PolicyDesk {

    private final PolicyMapper policies;
    private final PolicyEditionMapper editions;
    private final PolicyRelations relations;
    private final PolicyOwners owners;
    private final PolicyTexts texts;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    PolicyDesk(
            PolicyMapper policies,
            PolicyEditionMapper editions,
            PolicyRelations relations,
            PolicyOwners owners,
            PolicyTexts texts,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.policies = policies;
        this.editions = editions;
        this.relations = relations;
        this.owners = owners;
        this.texts = texts;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What goes back when a policy that was taken down is published again, as far as this service can say.
     *
     * @throws ProblemException POLICY_NOT_FOUND, POLICY_OF_ANOTHER, VERSION_CONFLICT, STATE_CONFLICT, TAKEN_DOWN_BY_YOURSELF
     */
    public Newest takenDown(UUID policyId, int seenVersion, CurrentUser reviewer) {
        return saidBy(toPublishAgain(policyId, seenVersion, reviewer));
    }

    private PolicyEdition toPublishAgain(UUID policyId, int seenVersion, CurrentUser reviewer) {
        PolicyEdition newest = newest(policyId);
        owners.requireKept(policyId, reviewer);
        newest.seenAs(seenVersion).requireReturnableBy(reviewer);
        return newest;
    }

    /**
     * After its conditions were tried again: they may be the reason for which it was taken down, and facts change meanwhile.
     *
     * @throws ProblemException POLICY_NOT_FOUND, POLICY_OF_ANOTHER, VERSION_CONFLICT, STATE_CONFLICT, TAKEN_DOWN_BY_YOURSELF
     */
    public void publishAgain(UUID policyId, int seenVersion, CurrentUser reviewer) {
        Policy policy = policy(policyId);
        PolicyEdition edition = toPublishAgain(policyId, seenVersion, reviewer);
        Standing before = Standing.of(edition);
        PolicyPublished published = edition.publish(policy.code(), successorOf(edition), clock.instant());
        editions.update(edition);
        outbox.publish(published, edition.policyVersion());
        recorded(PolicyAction.POLICY_PUBLISHED, policy, before, edition);
    }

    /** @throws ProblemException POLICY_NOT_FOUND, POLICY_OF_ANOTHER, VERSION_CONFLICT, STATE_CONFLICT, WITHDRAWAL_REASON_REQUIRED */
    void withdraw(UUID policyId, int seenVersion, String reason, CurrentUser by) {
        Policy policy = policy(policyId);
        owners.requireKept(policyId, by);
        PolicyEdition edition = newest(policyId).seenAs(seenVersion);
        Standing before = Standing.of(edition);
        PolicyWithdrawn withdrawn = edition.withdraw(policy.code(), reason, by, clock.instant());
        editions.update(edition);
        outbox.publish(withdrawn, edition.policyVersion());
        recorded(PolicyAction.POLICY_WITHDRAWN, policy, before, edition);
    }

    /**
     * Enters and publishes a policy that comes with the platform.
     *
     * @param successor the policy that takes its place, entered before
     */
    public void enter(
            Policy policy, PolicyContent content, @Nullable Policy successor, @Nullable PolicyRule rule, Instant at) {
        policies.insert(policy);
        PolicyEdition edition =
                PolicyEdition.draft(policy, 1, content, successor == null ? null : successor.id(), rule);
        PolicyPublished published = edition.enter(policy.code(), successor == null ? null : successor.code(), at);
        editions.insert(edition);
        outbox.publish(published, edition.policyVersion(), at);
    }

    /**
     * The edition from which the next one starts.
     *
     * @param supersededByCode the policy that takes its place when its validity ends
     */
    public record Newest(
            Policy policy,
            int edition,
            PolicyContent content,
            @Nullable String supersededByCode,
            List<PolicyRelations.Stated> relations,
            @Nullable PolicyRule rule) {}

    /** @throws ProblemException POLICY_NOT_FOUND */
    @Transactional(readOnly = true)
    public Newest newestOf(UUID policyId) {
        return saidBy(newest(policyId));
    }

    private Newest saidBy(PolicyEdition edition) {
        return new Newest(
                policy(edition.policyId()),
                edition.edition(),
                edition.content(),
                successorOf(edition),
                relations.statedBy(edition.policyId(), edition.edition()),
                edition.rule());
    }

    /** @throws ProblemException POLICY_NOT_FOUND */
    @Transactional(readOnly = true)
    public String codeOf(UUID policyId) {
        return policy(policyId).code();
    }

    /**
     * Takes a code for a policy that is going to be written, which belongs to the institution of its author.
     *
     * @throws ProblemException POLICY_CODE_TAKEN
     */
    public Policy reserve(String code, CurrentUser author) {
        Policy policy = new Policy(Ids.next(), code);
        try {
            policies.insert(policy);
        } catch (DuplicateKeyException taken) {
            throw new ProblemException(PolicyProblem.POLICY_CODE_TAKEN);
        }
        PolicyOwner owner = PolicyOwner.of(author);
        if (owner != null) {
            policies.belongTo(policy.id(), owner);
        }
        return policy;
    }

    /** A policy of which nothing was ever published goes with its draft. */
    public void giveUp(UUID policyId) {
        if (editions.newest(policyId).isEmpty()) {
            policies.delete(policyId);
        }
    }

    /** Whether an edition of it is published now, which the next one is not to take away before its first day. */
    @Transactional(readOnly = true)
    public boolean isPublished(UUID policyId) {
        return editions.newest(policyId)
                .filter(edition -> edition.publication() == Publication.PUBLISHED)
                .isPresent();
    }

    /**
     * What {@link #publishEdition} asks for, while it is not published yet.
     *
     * @throws ProblemException SUCCESSOR_NOT_FOUND, POLICY_NOT_FOUND, VALIDATION_FAILED for a relation that leads nowhere
     */
    @Transactional(readOnly = true)
    public void requirePublishable(
            UUID policyId, @Nullable String successorCode, List<PolicyRelations.Stated> related) {
        if (successorCode != null) {
            successor(policy(policyId), successorCode);
        }
        relations.requireSound(policyId, related);
    }

    /**
     * What takes the place of a policy has to be there, and be another one.
     *
     * @param code of it; null: nothing does
     * @throws ProblemException VALIDATION_FAILED at supersededByCode
     */
    @Transactional(readOnly = true)
    public void requireSuccessor(UUID policyId, @Nullable String code) {
        if (code == null) {
            return;
        }
        Policy successor = policies.policyByCode(code)
                .orElseThrow(() ->
                        ProblemException.validation("supersededByCode", "NOT_FOUND", "没有找到编号为 " + code + " 的政策，请检查编号"));
        if (successor.id().equals(policyId)) {
            throw ProblemException.validation("supersededByCode", "SAME", "替代本政策的不能是本政策自己，请填写另一项政策的编号");
        }
    }

    /**
     * Publishes a new edition, which takes the place of the one before.
     *
     * @param successorCode the policy that takes its place when its validity ends
     * @param text the wording of the document; null: that of the edition before, where it is the same document
     * @throws ProblemException SUCCESSOR_NOT_FOUND, POLICY_NOT_FOUND, VALIDATION_FAILED for a relation that leads nowhere, VERSION_CONFLICT when another edition came first
     */
    public void publishEdition(
            UUID policyId,
            int number,
            PolicyContent content,
            @Nullable String successorCode,
            List<PolicyRelations.Stated> related,
            @Nullable PolicyRule rule,
            @Nullable Wording text) {
        Policy policy = policy(policyId);
        Policy successor = successorCode == null ? null : successor(policy, successorCode);
        PolicyEdition before = editions.newest(policyId).orElse(null);
        if (number != (before == null ? 1 : before.edition() + 1)) {
            throw ProblemException.versionConflict();
        }
        Standing standing = before == null ? null : Standing.of(before);
        Instant now = clock.instant();
        if (before != null) {
            before.replaced(now);
            editions.update(before);
        }
        PolicyEdition edition =
                PolicyEdition.draft(policy, number, content, successor == null ? null : successor.id(), rule);
        PolicyPublished published = edition.publish(policy.code(), successor == null ? null : successor.code(), now);
        editions.insert(edition);
        keepText(before, edition, text);
        relations.state(policyId, number, related);
        outbox.publish(published, edition.policyVersion());
        audit.changed(
                PolicyAction.POLICY_PUBLISHED,
                policyId,
                policy.code() + " " + edition.title(),
                standing,
                Standing.of(edition));
    }

    private void keepText(@Nullable PolicyEdition before, PolicyEdition edition, @Nullable Wording text) {
        String wording = text == null ? null : text.text();
        if (before != null) {
            texts.replaced(before);
            // A corrected edition is of the same document: a file that was carried on may be an annex of it.
            if ((text == null || !text.isNew()) && edition.isOfDocumentOf(before)) {
                wording = texts.of(before).orElse(wording);
            }
        }
        if (wording != null) {
            texts.keep(edition, wording);
        }
    }

    private Policy successor(Policy policy, String code) {
        return policies.policyByCode(code)
                .filter(one -> !one.id().equals(policy.id()))
                .orElseThrow(() -> new ProblemException(PolicyProblem.SUCCESSOR_NOT_FOUND));
    }

    /** What publishing and withdrawing change. */
    private record Standing(
            int edition, Publication publication, @Nullable String withdrawnReason) {

        static Standing of(PolicyEdition it) {
            return new Standing(it.edition(), it.publication(), it.withdrawnReason());
        }
    }

    private void recorded(PolicyAction action, Policy policy, Standing before, PolicyEdition edition) {
        audit.changed(action, policy.id(), policy.code() + " " + edition.title(), before, Standing.of(edition));
    }

    private Policy policy(UUID id) {
        return policies.policy(id).orElseThrow(() -> new ProblemException(PolicyProblem.POLICY_NOT_FOUND));
    }

    private PolicyEdition newest(UUID policyId) {
        return editions.newest(policyId).orElseThrow(() -> new ProblemException(PolicyProblem.POLICY_NOT_FOUND));
    }

    private @Nullable String successorOf(PolicyEdition edition) {
        UUID successor = edition.supersededBy();
        return successor == null
                ? null
                : policies.policy(successor).map(Policy::code).orElse(null);
    }
}
