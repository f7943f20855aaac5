package cn.zhengqi.code.claim;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.consent.ScannerKind;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody says that they act for an enterprise and asks for its code. */
@TableName("claim")
class CodeClaim {

    private static final Actor PLATFORM = new Actor(new UUID(0, 0), "平台");
    private static final String OVERTAKEN = "该企业的另一件领码申请已通过，一个企业只有一个企业码。需代其办事的，请已领码的同事邀请您加入；认为有误的，请联系审核部门";

    @TableId
    private UUID id;

    private String number;
    private UUID enterpriseId;
    private String enterpriseName;
    private String uscc;
    private String townCode;
    private String industryCode;
    private boolean demo;
    private UUID applicantId;
    private String applicantName;
    private String legalRepName;
    private @Nullable IdNumber legalRepIdNumber;
    private String agentName;
    private AgentPhone agentPhone;
    private UUID letterFileId;
    private List<String> consents;
    private List<String> consentScanners;
    private Channel channel;
    private ClaimKind kind;
    private @Nullable UUID renewsCodeId;
    private ClaimStatus status;
    private Instant submittedAt;
    private @Nullable Instant decidedAt;
    private @Nullable String reason;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private CodeClaim() {}

    @SuppressWarnings("NullAway.Init")
    private CodeClaim(
            UUID id,
            String number,
            ClaimedEnterprise enterprise,
            Actor applicant,
            Authorisation authorisation,
            Channel channel,
            ClaimKind kind,
            Instant at) {
        this.id = id;
        this.number = number;
        this.enterpriseId = enterprise.id();
        this.enterpriseName = enterprise.name();
        this.uscc = enterprise.uscc();
        this.townCode = enterprise.townCode();
        this.industryCode = enterprise.industryCode();
        this.demo = enterprise.demo();
        this.applicantId = applicant.id();
        this.applicantName = applicant.name();
        this.channel = channel;
        this.kind = kind;
        this.status = ClaimStatus.SUBMITTED;
        this.submittedAt = at;
        declare(authorisation);
    }

    /** @param id given from outside because the encrypted number is bound to it */
    static CodeClaim submit(
            UUID id,
            String number,
            ClaimedEnterprise enterprise,
            Actor applicant,
            Authorisation authorisation,
            Channel channel,
            Instant at) {
        return new CodeClaim(id, number, enterprise, applicant, authorisation, channel, ClaimKind.FIRST, at);
    }

    /**
     * Of somebody who acts for the enterprise already.
     *
     * @param codeId the code that is certified anew, and no later one
     */
    static CodeClaim renew(
            UUID id,
            String number,
            ClaimedEnterprise enterprise,
            UUID codeId,
            Actor applicant,
            Authorisation authorisation,
            Channel channel,
            Instant at) {
        CodeClaim claim =
                new CodeClaim(id, number, enterprise, applicant, authorisation, channel, ClaimKind.RENEWAL, at);
        claim.renewsCodeId = codeId;
        return claim;
    }

    ClaimStep submitted() {
        return step(new Actor(applicantId, applicantName), ClaimStep.Action.SUBMITTED, null, letterFileId, submittedAt);
    }

    /**
     * After it was sent back. The enterprise stays the same.
     *
     * @throws ProblemException STATE_CONFLICT; NOTHING_SUPPLEMENTED where all of it is as it was sent back
     */
    ClaimStep resubmit(Authorisation authorisation, Instant at) {
        become(ClaimStatus.SUBMITTED);
        if (isAsDeclared(authorisation)) {
            throw new ProblemException(CodeProblem.NOTHING_SUPPLEMENTED);
        }
        declare(authorisation);
        submittedAt = at;
        reason = null;
        return step(new Actor(applicantId, applicantName), ClaimStep.Action.RESUBMITTED, null, letterFileId, at);
    }

    ClaimStep withdraw(Instant at) {
        become(ClaimStatus.WITHDRAWN);
        return step(new Actor(applicantId, applicantName), ClaimStep.Action.WITHDRAWN, null, at);
    }

    /** Nobody is there any more for whom it could be approved. */
    ClaimStep endWithApplicant(Instant at) {
        become(ClaimStatus.WITHDRAWN);
        return step(new Actor(applicantId, applicantName), ClaimStep.Action.WITHDRAWN, "申请人的账号已注销，申请自动撤回", at);
    }

    ClaimStep approve(Actor reviewer, Instant at) {
        mustNotBeOwn(reviewer);
        become(ClaimStatus.APPROVED);
        decidedAt = at;
        reason = null;
        return step(reviewer, ClaimStep.Action.APPROVED, null, at);
    }

    ClaimStep reject(Actor reviewer, String why, Instant at) {
        mustNotBeOwn(reviewer);
        become(ClaimStatus.REJECTED);
        decidedAt = at;
        reason = why;
        return step(reviewer, ClaimStep.Action.REJECTED, why, at);
    }

    /**
     * The enterprise has its one code by another claim: there is nothing left to decide, nor to supplement.
     *
     * @throws ProblemException STATE_CONFLICT when it is decided
     */
    ClaimStep overtaken(Instant at) {
        if (status != ClaimStatus.RETURNED) {
            mustMayBecome(ClaimStatus.REJECTED);
        }
        status = ClaimStatus.REJECTED;
        decidedAt = at;
        reason = OVERTAKEN;
        return step(PLATFORM, ClaimStep.Action.REJECTED, reason, at);
    }

    ClaimStep sendBack(Actor reviewer, String why, Instant at) {
        mustNotBeOwn(reviewer);
        become(ClaimStatus.RETURNED);
        reason = why;
        return step(reviewer, ClaimStep.Action.RETURNED, why, at);
    }

    /** @throws ProblemException VERSION_CONFLICT when someone changed it since the caller saw it */
    void mustBeAt(int seenVersion) {
        if (version != seenVersion) {
            throw ProblemException.versionConflict();
        }
    }

    /**
     * What has become of it is told rather than that it is not as the caller saw it: there is nothing to reload and try again.
     *
     * @throws ProblemException STATE_CONFLICT, VERSION_CONFLICT
     */
    void mustBeAt(int seenVersion, ClaimStatus next) {
        mustMayBecome(next);
        mustBeAt(seenVersion);
    }

    private void declare(Authorisation authorisation) {
        legalRepName = authorisation.legalRepName();
        legalRepIdNumber = authorisation.legalRepIdNumber();
        agentName = authorisation.agentName();
        agentPhone = authorisation.agentPhone();
        letterFileId = authorisation.letterFileId();
        consents = authorisation.consentNames();
        consentScanners = authorisation.scannerNames();
    }

    private boolean isAsDeclared(Authorisation authorisation) {
        return legalRepName.equals(authorisation.legalRepName())
                && authorisation.legalRepIdNumber().equals(legalRepIdNumber)
                && agentName.equals(authorisation.agentName())
                && agentPhone.equals(authorisation.agentPhone())
                && letterFileId.equals(authorisation.letterFileId())
                && consents.equals(authorisation.consentNames())
                && consentScanners.equals(authorisation.scannerNames());
    }

    private void mustNotBeOwn(Actor reviewer) {
        if (reviewer.id().equals(applicantId)) {
            throw new ProblemException(CodeProblem.REVIEWER_IS_APPLICANT);
        }
    }

    private void become(ClaimStatus next) {
        mustMayBecome(next);
        status = next;
    }

    private void mustMayBecome(ClaimStatus next) {
        if (!status.mayBecome(next)) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, "申请当前为“" + status.label() + "”，不能进行此操作");
        }
    }

    private ClaimStep step(Actor actor, ClaimStep.Action action, @Nullable String note, Instant at) {
        return step(actor, action, note, null, at);
    }

    private ClaimStep step(
            Actor actor, ClaimStep.Action action, @Nullable String note, @Nullable UUID letter, Instant at) {
        return new ClaimStep(Ids.next(), id, at, actor.id(), actor.name(), action, note, letter);
    }

    Set<ConsentCategory> consentCategories() {
        Set<ConsentCategory> categories = EnumSet.noneOf(ConsentCategory.class);
        consents.forEach(name -> categories.add(ConsentCategory.valueOf(name)));
        return categories;
    }

    /** Who sees on a scan what is allowed. */
    List<ScannerKind> scanners() {
        return consentScanners.stream().map(ScannerKind::valueOf).toList();
    }

    public UUID getId() {
        return id;
    }

    public String getNumber() {
        return number;
    }

    public UUID getEnterpriseId() {
        return enterpriseId;
    }

    public String getEnterpriseName() {
        return enterpriseName;
    }

    public String getUscc() {
        return uscc;
    }

    public String getTownCode() {
        return townCode;
    }

    public String getIndustryCode() {
        return industryCode;
    }

    public boolean isDemo() {
        return demo;
    }

    public UUID getApplicantId() {
        return applicantId;
    }

    public String getApplicantName() {
        return applicantName;
    }

    public String getLegalRepName() {
        return legalRepName;
    }

    /** Absent once the term of a closed case is over. */
    @Nullable
    String legalRepIdNumberText() {
        return legalRepIdNumber == null ? null : legalRepIdNumber.value();
    }

    /** As it was handed in for this legal representative; nothing for any other. */
    Optional<IdNumber> idNumberOf(String name) {
        return Optional.ofNullable(legalRepIdNumber).filter(number -> legalRepName.equals(name));
    }

    /** As it was handed in for this agent; nothing for any other. */
    Optional<AgentPhone> phoneOf(String name) {
        return Optional.of(agentPhone).filter(phone -> agentName.equals(name));
    }

    public String getAgentName() {
        return agentName;
    }

    public AgentPhone getAgentPhone() {
        return agentPhone;
    }

    public UUID getLetterFileId() {
        return letterFileId;
    }

    public Channel getChannel() {
        return channel;
    }

    public ClaimKind getKind() {
        return kind;
    }

    public @Nullable UUID getRenewsCodeId() {
        return renewsCodeId;
    }

    public ClaimStatus getStatus() {
        return status;
    }

    public Instant getSubmittedAt() {
        return submittedAt;
    }

    public @Nullable Instant getDecidedAt() {
        return decidedAt;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public int getVersion() {
        return version;
    }
}
