package cn.zhengqi.code.claim;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.code.api.ClaimDecision;
import cn.zhengqi.code.api.CodeClaimDecided;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.consent.Consents;
import cn.zhengqi.code.consent.ScannerKind;
import cn.zhengqi.code.issued.Code;
import cn.zhengqi.code.issued.Codes;
import cn.zhengqi.code.issued.Holder;
import cn.zhengqi.code.register.EnterpriseRegister;
import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.user.api.InternalPrincipals;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims as staff handle them, each within the scope of who does; what is out of it is not found. */
@Component
class ClaimReviews {

    private final ClaimMapper mapper;
    private final Claims claims;
    private final DeclaredIdentities identities;
    private final Codes codes;
    private final Consents consents;
    private final EnterpriseRegister register;
    private final InternalPrincipals principals;
    private final Outbox outbox;
    private final OneEffect once;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final Clock clock;

    ClaimReviews(
            ClaimMapper mapper,
            Claims claims,
            DeclaredIdentities identities,
            Codes codes,
            Consents consents,
            EnterpriseRegister register,
            InternalPrincipals principals,
            Outbox outbox,
            OneEffect once,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.mapper = mapper;
        this.claims = claims;
        this.identities = identities;
        this.codes = codes;
        this.consents = consents;
        this.register = register;
        this.principals = principals;
        this.outbox = outbox;
        this.once = once;
        this.writing = new TransactionTemplate(transactions);
        // In a batch one claim that fails is undone alone; what was done for the others before it stays.
        this.writing.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.reading = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** From the primary: reviewers come back to it from what they have just decided. */
    @Transactional
    Page<Claim> list(ClaimFilter filter, DataScope scope, PageRequest page) {
        return claims.views(mapper.page(filter.query(scope, clock.instant()), page));
    }

    @Transactional(readOnly = true)
    long count(ClaimFilter filter, DataScope scope) {
        return mapper.count(filter.query(scope, clock.instant()));
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(ClaimFilter filter, DataScope scope, Consumer<ClaimRow> receiver) {
        mapper.each(filter.query(scope, clock.instant()), claim -> receiver.accept(ClaimRow.of(claim)));
    }

    /**
     * From the primary: it is looked at right after a decision, and decided by. The register is asked after the transaction: no
     * connection is held while another service thinks.
     */
    ClaimDetail detail(UUID id, DataScope scope) {
        ClaimDetail stored = Objects.requireNonNull(reading.execute(status -> stored(id, scope)));
        return stored.comparedWith(register.find(stored.claim().enterpriseId())
                .map(RegisterBasics::of)
                .orElse(null));
    }

    private ClaimDetail stored(UUID id, DataScope scope) {
        CodeClaim claim = find(id, scope);
        return new ClaimDetail(
                claims.shown(claim),
                claim.legalRepIdNumberText(),
                claim.legalRepIdNumberText() == null,
                identities.underAnotherName(id),
                identities.ofSameRepresentative(id),
                null,
                claim.getKind() == ClaimKind.FIRST
                        && claim.getStatus() != ClaimStatus.APPROVED
                        && codes.isHeldBy(claim.getEnterpriseId()),
                claim.getKind() == ClaimKind.FIRST && claim.getStatus() == ClaimStatus.SUBMITTED
                        ? mapper.competing(id, claim.getEnterpriseId())
                        : List.of(),
                mapper.steps(id).stream()
                        .map(step -> new ClaimDetail.Step(
                                BusinessTime.at(step.at()),
                                step.action().name(),
                                step.action().label(),
                                // Their name stands in one place alone, under its rule.
                                step.actorId().equals(claim.getApplicantId()) ? "申请人" : step.actorName(),
                                step.note(),
                                step.letterFileId()))
                        .toList());
    }

    /**
     * Approves, issues the code and grants the declared consents, all or nothing.
     *
     * @throws ProblemException VERSION_CONFLICT, STATE_CONFLICT also when the code that was to be certified anew is revoked, REVIEWER_IS_APPLICANT,
     *     ENTERPRISE_ALREADY_CLAIMED; ENTERPRISE_NOT_ACTIVE when it was struck off meanwhile, APPLICANT_GONE, APPLICANT_NO_MEMBER; SERVICE_UNAVAILABLE while
     *     the register does not answer about an enterprise that the copy does not know, or nobody says whether the applicant still acts for it
     */
    Claim approve(UUID id, int version, DataScope scope, Actor reviewer) {
        mustBeApprovable(id, scope);
        return once.of(() -> written(id, version, scope, reviewer));
    }

    /**
     * Approves each for itself, in one order: batches that share claims wait for each other, and none waits for a claim that waits
     * for it. What a reviewer is warned of on the page of a claim is decided there, not here, where nobody sees it.
     *
     * @param claims versions by id
     * @return why not, by id; nothing for what was approved
     */
    Map<UUID, ProblemException> approveAll(SortedMap<UUID, Integer> claims, DataScope scope, Actor reviewer) {
        Map<UUID, ProblemException> refused = new HashMap<>();
        claims.forEach((id, version) -> attempt(id, refused, () -> {
            mustBeApprovable(id, scope);
            mustNotBeInDoubt(id);
        }));
        return once.of(() -> {
            claims.forEach((id, version) -> {
                if (!refused.containsKey(id)) {
                    attempt(id, refused, () -> written(id, version, scope, reviewer));
                }
            });
            return refused;
        });
    }

    private static void attempt(UUID id, Map<UUID, ProblemException> refused, Runnable step) {
        try {
            step.run();
        } catch (ProblemException problem) {
            refused.put(id, problem);
        }
    }

    /**
     * The copy of the register says whether the enterprise is active, or the register for what the copy has not heard of; and whether who has proved it anew
     * still acts for the enterprise, user-service says. Others are never asked within the transaction.
     */
    private void mustBeApprovable(UUID id, DataScope scope) {
        CodeClaim claim = find(id, scope);
        if (register.registered(claim.getEnterpriseId()).status() != EnterpriseStatus.ACTIVE) {
            throw new ProblemException(CodeProblem.ENTERPRISE_NOT_ACTIVE);
        }
        if (claim.getKind() == ClaimKind.RENEWAL
                && !principals
                        .standing(claim.getApplicantId(), claim.getEnterpriseId())
                        .member()) {
            throw new ProblemException(CodeProblem.APPLICANT_NO_MEMBER);
        }
    }

    private void mustNotBeInDoubt(UUID id) {
        List<String> doubts = new ArrayList<>();
        if (!identities.underAnotherName(id).isEmpty()) {
            doubts.add("法定代表人的证件号已用于另一姓名");
        }
        if (!identities.ofSameRepresentative(id).isEmpty()) {
            doubts.add("该企业的另一件申请为同一法定代表人填了不同的证件号");
        }
        if (!doubts.isEmpty()) {
            throw new ProblemException(CodeProblem.CLAIM_IN_DOUBT, String.join("；", doubts) + "，不能批量通过，请打开这件申请单独审核");
        }
    }

    private Claim written(UUID id, int version, DataScope scope, Actor reviewer) {
        return Objects.requireNonNull(writing.execute(status -> approved(id, version, scope, reviewer)));
    }

    private Claim approved(UUID id, int version, DataScope scope, Actor reviewer) {
        CodeClaim claim = at(id, version, scope);
        Actor applicant = new Actor(claim.getApplicantId(), claim.getApplicantName());
        claims.mustStillBeThere(applicant);
        Claim before = claims.view(claim);
        Instant now = clock.instant();
        ClaimStep step = claim.approve(reviewer, now);
        mapper.update(claim);
        claims.record(claim, step);
        decided(claim, ClaimDecision.APPROVED, now);
        switch (claim.getKind()) {
            case FIRST -> issue(claim, reviewer, now);
            case RENEWAL ->
                codes.certifyAgain(
                        Optional.ofNullable(claim.getRenewsCodeId())
                                .orElseThrow(() -> new ProblemException(CodeProblem.CODE_NOT_FOUND)),
                        applicant,
                        claim.getNumber(),
                        reviewer,
                        now);
        }
        return claims.recorded(CodeAction.CLAIM_APPROVED, before, claim);
    }

    @Transactional
    Claim reject(UUID id, int version, DataScope scope, Actor reviewer, String reason) {
        CodeClaim claim = at(id, version, scope);
        Claim before = claims.view(claim);
        Instant now = clock.instant();
        ClaimStep step = claim.reject(reviewer, reason, now);
        mapper.update(claim);
        claims.record(claim, step);
        decided(claim, ClaimDecision.REJECTED, now);
        return claims.recorded(CodeAction.CLAIM_REJECTED, before, claim);
    }

    @Transactional
    Claim sendBack(UUID id, int version, DataScope scope, Actor reviewer, String reason) {
        CodeClaim claim = at(id, version, scope);
        Claim before = claims.view(claim);
        Instant now = clock.instant();
        ClaimStep step = claim.sendBack(reviewer, reason, now);
        mapper.update(claim);
        claims.record(claim, step);
        decided(claim, ClaimDecision.RETURNED, now);
        return claims.recorded(CodeAction.CLAIM_RETURNED, before, claim);
    }

    /** Whoever claimed the same enterprise gets no code, and is told at once; nothing happens where it holds none any more. */
    @Transactional
    void endOvertaken(UUID enterpriseId) {
        if (!codes.isHeldBy(enterpriseId)) {
            return;
        }
        for (CodeClaim claim : mapper.openFor(enterpriseId)) {
            Claim before = claims.view(claim);
            Instant now = clock.instant();
            ClaimStep step = claim.overtaken(now);
            mapper.update(claim);
            claims.record(claim, step);
            decided(claim, ClaimDecision.REJECTED, now);
            claims.recorded(CodeAction.CLAIM_REJECTED, before, claim);
        }
    }

    Code issue(CodeClaim claim, Actor reviewer, Instant at) {
        Code code = codes.issue(
                new Holder(
                        claim.getEnterpriseId(),
                        claim.getEnterpriseName(),
                        claim.getUscc(),
                        claim.getTownCode(),
                        claim.getIndustryCode(),
                        claim.isDemo(),
                        claim.getId(),
                        claim.getApplicantId(),
                        claim.getApplicantName()),
                reviewer,
                at);
        Actor applicant = new Actor(claim.getApplicantId(), claim.getApplicantName());
        // What an enterprise said under an earlier code does not speak for the person who claims now, nor to the banks
        // it was said to.
        consents.endForNamed(claim.getEnterpriseId(), applicant, at);
        for (ConsentCategory category : ConsentCategory.GENERAL) {
            boolean granted = claim.consentCategories().contains(category);
            List<ScannerKind> scanners = category == ConsentCategory.TAX ? null : claim.scanners();
            consents.set(claim.getEnterpriseId(), category, granted, null, scanners, applicant, at);
        }
        return code;
    }

    private CodeClaim at(UUID id, int version, DataScope scope) {
        CodeClaim claim = find(id, scope);
        claim.mustBeAt(version);
        return claim;
    }

    private CodeClaim find(UUID id, DataScope scope) {
        return mapper.findWithin(id, scope).orElseThrow(() -> ProblemException.notFound("领码申请不存在"));
    }

    private void decided(CodeClaim claim, ClaimDecision decision, Instant at) {
        outbox.publish(
                new CodeClaimDecided(
                        claim.getId(),
                        claim.getNumber(),
                        claim.getEnterpriseId(),
                        claim.getEnterpriseName(),
                        claim.getApplicantId(),
                        decision,
                        claim.getReason(),
                        claim.getKind() == ClaimKind.RENEWAL,
                        at),
                claim.getVersion(),
                at);
    }
}
