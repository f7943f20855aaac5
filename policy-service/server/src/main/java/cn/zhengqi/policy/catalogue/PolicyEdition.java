package cn.zhengqi.policy.catalogue;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import cn.zhengqi.policy.api.PolicyPublished;
import cn.zhengqi.policy.api.PolicyWithdrawn;
import cn.zhengqi.web.CurrentUser;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One edition of a policy document, from draft to published and withdrawn. */
@TableName("policy_edition")
@SuppressWarnings("UnusedVariable") // some columns are only written
public class PolicyEdition {

    @TableId
    private UUID id;

    private UUID policyId;
    private int edition;
    private Publication publication;
    private String title;
    private String docNumber;
    private String issuer;
    private PolicyLevel level;
    private PolicyCategory category;
    private String department;
    private String publishDate;
    private @Nullable LocalDate effectiveFrom;
    private @Nullable LocalDate validTo;
    private @Nullable String validityNote;
    private @Nullable UUID supersededBy;
    private String interpretation;
    private String benefit;
    private List<String> tagsBasic;
    private List<String> tagsAdvanced;
    private PolicyCriteria criteria;
    private @Nullable PolicyRule rule;
    private String source;
    private @Nullable String sourceUrl;
    private String confidence;
    private boolean verified;
    private @Nullable String operatorNote;
    private String searchText;
    private @Nullable Instant publishedAt;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawnReason;
    private @Nullable UUID withdrawnBy;
    private @Nullable String withdrawnByName;
    private @Nullable Instant replacedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private PolicyEdition() {}

    private PolicyEdition(
            Policy policy, int edition, PolicyContent content, @Nullable UUID supersededBy, @Nullable PolicyRule rule) {
        this.id = Ids.next();
        this.policyId = policy.id();
        this.edition = edition;
        this.publication = Publication.DRAFT;
        this.title = content.title();
        this.docNumber = content.docNumber();
        this.issuer = content.issuer();
        this.level = content.level();
        this.category = content.category();
        this.department = content.department();
        this.publishDate = content.publishDate();
        this.effectiveFrom = content.effectiveFrom();
        this.validTo = content.validTo();
        this.validityNote = content.validityNote();
        this.supersededBy = supersededBy;
        this.interpretation = content.interpretation();
        this.benefit = content.benefit();
        this.tagsBasic = content.tagsBasic();
        this.tagsAdvanced = content.tagsAdvanced();
        this.criteria = content.criteria();
        this.rule = rule == null ? null : rule.verifiedAs(content.verified());
        this.source = content.source();
        this.sourceUrl = content.sourceUrl();
        this.confidence = content.confidence();
        this.verified = content.verified();
        this.operatorNote = content.operatorNote();
        this.searchText = SearchText.of(Stream.of(
                        Stream.of(policy.code(), title, docNumber, issuer, department),
                        tagsBasic.stream(),
                        tagsAdvanced.stream(),
                        Stream.of(benefit, interpretation),
                        criteria.clauses().stream().flatMap(clause -> Stream.of(clause.label(), clause.text())))
                .flatMap(part -> part));
    }

    /**
     * An edition that nobody but its editors can read yet.
     *
     * @param supersededBy the policy that takes its place when its validity ends
     * @param rule who qualifies, when it has been entered
     */
    public static PolicyEdition draft(
            Policy policy, int edition, PolicyContent content, @Nullable UUID supersededBy, @Nullable PolicyRule rule) {
        return new PolicyEdition(policy, edition, content, supersededBy, rule);
    }

    /**
     * Lets everyone read it.
     *
     * @param supersededByCode code of the policy that takes its place
     * @throws ProblemException STATE_CONFLICT when it is published already
     */
    public PolicyPublished publish(String code, @Nullable String supersededByCode, Instant at) {
        return publish(code, supersededByCode, null, at);
    }

    /** As the first edition of a policy that comes with the platform. */
    PolicyPublished enter(String code, @Nullable String supersededByCode, Instant at) {
        return publish(code, supersededByCode, true, at);
    }

    private PolicyPublished publish(
            String code, @Nullable String supersededByCode, @Nullable Boolean comesWithPlatform, Instant at) {
        publication = publication.to(Publication.PUBLISHED);
        publishedAt = at;
        withdrawnAt = null;
        withdrawnReason = null;
        withdrawnBy = null;
        withdrawnByName = null;
        return new PolicyPublished(
                policyId,
                code,
                edition,
                title,
                docNumber,
                issuer,
                level,
                category,
                effectiveFrom,
                validTo,
                supersededByCode,
                benefit,
                confidence,
                sourceUrl,
                rule,
                comesWithPlatform,
                PolicyIndustries.of(rule, tagsBasic),
                at);
    }

    /**
     * One person takes it down, another one finds that it may be read again.
     *
     * @throws ProblemException STATE_CONFLICT when it is published already, TAKEN_DOWN_BY_YOURSELF
     */
    void requireReturnableBy(CurrentUser reviewer) {
        publication.to(Publication.PUBLISHED);
        if (reviewer.accountId().equals(withdrawnBy)) {
            throw new ProblemException(PolicyProblem.TAKEN_DOWN_BY_YOURSELF);
        }
    }

    /** @throws ProblemException STATE_CONFLICT unless it is published, WITHDRAWAL_REASON_REQUIRED */
    PolicyWithdrawn withdraw(String code, String reason, CurrentUser by, Instant at) {
        Publication withdrawn = publication.to(Publication.WITHDRAWN);
        if (reason.isBlank()) {
            throw new ProblemException(PolicyProblem.WITHDRAWAL_REASON_REQUIRED);
        }
        publication = withdrawn;
        withdrawnAt = at;
        withdrawnReason = reason.strip();
        withdrawnBy = by.accountId();
        withdrawnByName = by.name();
        return new PolicyWithdrawn(policyId, code, edition, at);
    }

    /** Another edition is in force from now on. One that was taken down stays so. */
    void replaced(Instant at) {
        if (publication != Publication.WITHDRAWN) {
            publication = publication.to(Publication.REPLACED);
            replacedAt = at;
        }
    }

    /** Whether it can be read: in force, or as it was before another edition took its place. */
    boolean readable() {
        return publication == Publication.PUBLISHED || publication == Publication.REPLACED;
    }

    /** Whether it corrects what is said of a document, and does not say it of another one. */
    boolean isOfDocumentOf(PolicyEdition other) {
        return docNumber.equals(other.docNumber) && publishDate.equals(other.publishDate);
    }

    boolean takenDown() {
        return publication == Publication.WITHDRAWN;
    }

    /** What it says. */
    PolicyContent content() {
        return new PolicyContent(
                title,
                docNumber,
                issuer,
                level,
                category,
                department,
                publishDate,
                effectiveFrom,
                validTo,
                validityNote,
                interpretation,
                benefit,
                tagsBasic,
                tagsAdvanced,
                criteria,
                source,
                sourceUrl,
                confidence,
                operatorNote);
    }

    @Nullable
    PolicyRule rule() {
        return rule;
    }

    /** @throws ProblemException VERSION_CONFLICT when the caller decided by another state than the stored one */
    PolicyEdition seenAs(int seenVersion) {
        if (seenVersion != version) {
            throw ProblemException.versionConflict();
        }
        return this;
    }

    UUID id() {
        return id;
    }

    UUID policyId() {
        return policyId;
    }

    int edition() {
        return edition;
    }

    String title() {
        return title;
    }

    Publication publication() {
        return publication;
    }

    String department() {
        return department;
    }

    @Nullable
    UUID supersededBy() {
        return supersededBy;
    }

    String interpretation() {
        return interpretation;
    }

    List<String> tagsBasic() {
        return tagsBasic;
    }

    List<String> tagsAdvanced() {
        return tagsAdvanced;
    }

    PolicyCriteria criteria() {
        return criteria;
    }

    String source() {
        return source;
    }

    @Nullable
    String sourceUrl() {
        return sourceUrl;
    }

    @Nullable
    String withdrawnReason() {
        return withdrawnReason;
    }

    /** Grows with each change and over all editions of the policy, so that events of it can be put in order. */
    public long policyVersion() {
        return edition * 1_000_000L + version;
    }
}
