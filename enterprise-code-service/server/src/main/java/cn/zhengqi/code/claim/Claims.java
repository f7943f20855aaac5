package cn.zhengqi.code.claim;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.code.api.CodeClaimSubmitted;
import cn.zhengqi.code.api.CodeClaimWithdrawn;
import cn.zhengqi.code.file.FileStore;
import cn.zhengqi.code.file.StoredFile;
import cn.zhengqi.code.issued.Codes;
import cn.zhengqi.code.issued.IssuedCode;
import cn.zhengqi.code.register.EnterpriseRegister;
import cn.zhengqi.code.register.RegisteredEnterprise;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.promise.PromiseView;
import cn.zhengqi.user.api.EnterpriseStatus;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims as their applicants handle them. */
@Component
class Claims {

    /**
     * Claims of one person that wait for a decision: some enterprises of a group, but no list of the register. Each keeps reviewers busy and an identity
     * number.
     */
    static final int MOST_OPEN = 5;

    /** Claims that one person hands in on one day, also where they are taken back: each tells every reviewer and starts a promise. */
    static final int MOST_A_DAY = 20;

    private final ClaimMapper mapper;
    private final EnterpriseRegister register;
    private final NamedRepresentatives representatives;
    private final DeclaredIdentities identities;
    private final FileStore files;
    private final Codes codes;
    private final PromisedReview review;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final OneEffect once;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Claims(
            ClaimMapper mapper,
            EnterpriseRegister register,
            NamedRepresentatives representatives,
            DeclaredIdentities identities,
            FileStore files,
            Codes codes,
            PromisedReview review,
            Outbox outbox,
            AuditTrail audit,
            OneEffect once,
            TransactionTemplate transaction,
            Clock clock) {
        this.mapper = mapper;
        this.register = register;
        this.representatives = representatives;
        this.identities = identities;
        this.files = files;
        this.codes = codes;
        this.review = review;
        this.outbox = outbox;
        this.audit = audit;
        this.once = once;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Hands in a claim; of the enterprise that the applicant acts for and that has its code, to be certified anew.
     *
     * @param actsFor the enterprise that the applicant acts for, if any
     * @throws ProblemException ENTERPRISE_NOT_ACTIVE, LEGAL_REP_MISMATCH, ENTERPRISE_ALREADY_CLAIMED, CLAIM_ALREADY_OPEN,
     *     TOO_MANY_OPEN_CLAIMS, CLAIMS_USED_UP, APPLICANT_GONE, VALIDATION_FAILED, NOT_FOUND, SERVICE_UNAVAILABLE while the register does not answer
     */
    Claim submit(ClaimForm form, Actor applicant, @Nullable UUID actsFor) {
        RegisteredEnterprise enterprise = register.registered(form.enterpriseId());
        representatives.mustRepresent(enterprise, form.legalRep().name(), applicant);
        return once.of(() -> written(
                () -> submit(form, applicant, enterprise, enterprise.id().equals(actsFor))));
    }

    private Claim submit(ClaimForm form, Actor applicant, RegisteredEnterprise enterprise, boolean isOwn) {
        Instant now = now();
        UUID id = Ids.next();
        Authorisation authorisation = authorisation(null, form, applicant, now);
        Optional<UUID> heldCode = codes.heldBy(enterprise.id());
        ClaimKind kind = isOwn && heldCode.isPresent() ? ClaimKind.RENEWAL : ClaimKind.FIRST;
        mustStillBeThere(applicant);
        mustBeClaimable(enterprise, kind);
        // Many at once are counted as many one after the other.
        mapper.lock(applicant.id());
        if (mapper.hasOpen(enterprise.id(), applicant.id())) {
            throw new ProblemException(CodeProblem.CLAIM_ALREADY_OPEN);
        }
        refuseMore(applicant, now);
        String number = number(now, mapper.nextNumber());
        ClaimedEnterprise claimed = ClaimedEnterprise.of(enterprise);
        CodeClaim claim = switch (kind) {
            case FIRST -> CodeClaim.submit(id, number, claimed, applicant, authorisation, form.channel(), now);
            case RENEWAL ->
                CodeClaim.renew(
                        id, number, claimed, heldCode.orElseThrow(), applicant, authorisation, form.channel(), now);
        };
        try {
            mapper.insert(claim);
        } catch (DuplicateKeyException twoAtOnce) {
            throw new ProblemException(CodeProblem.CLAIM_ALREADY_OPEN);
        }
        declared(claim, authorisation, claim.submitted());
        tell(claim, now);
        return recorded(CodeAction.CLAIM_SUBMITTED, null, claim);
    }

    private void refuseMore(Actor applicant, Instant now) {
        if (mapper.open(applicant.id()) >= MOST_OPEN) {
            throw new ProblemException(
                    CodeProblem.TOO_MANY_OPEN_CLAIMS, "您已有 " + MOST_OPEN + " 件领码申请正在办理，请待其办结或撤回后再提交");
        }
        if (mapper.submittedSince(applicant.id(), BusinessTime.startOf(BusinessTime.dayOf(now))) >= MOST_A_DAY) {
            throw new ProblemException(
                    CodeProblem.CLAIMS_USED_UP,
                    "您今天已提交领码申请 " + MOST_A_DAY + " 次，达到每日上限，请明天再试",
                    Map.of("retryAfterSeconds", BusinessTime.secondsUntilTomorrow(now)));
        }
    }

    /** Hands in again what was sent back. */
    Claim resubmit(UUID id, int version, ClaimForm form, Actor applicant) {
        own(id, applicant.id());
        RegisteredEnterprise enterprise = register.registered(form.enterpriseId());
        representatives.mustRepresent(enterprise, form.legalRep().name(), applicant);
        return written(() -> resubmit(id, version, form, applicant, enterprise));
    }

    private Claim resubmit(UUID id, int version, ClaimForm form, Actor applicant, RegisteredEnterprise enterprise) {
        CodeClaim claim = own(id, applicant.id());
        claim.mustBeAt(version, ClaimStatus.SUBMITTED);
        if (!claim.getEnterpriseId().equals(form.enterpriseId())) {
            throw ProblemException.validation("enterpriseId", "NOT_CHANGEABLE", "重新提交时不能更换企业");
        }
        Instant now = now();
        Authorisation authorisation = authorisation(claim, form, applicant, now);
        mustBeClaimable(enterprise, claim.getKind());
        Claim before = view(claim);
        ClaimStep step = claim.resubmit(authorisation, now);
        mapper.update(claim);
        declared(claim, authorisation, step);
        tell(claim, now);
        return recorded(CodeAction.CLAIM_RESUBMITTED, before, claim);
    }

    @Transactional
    Claim withdraw(UUID id, int version, Actor applicant) {
        CodeClaim claim = own(id, applicant.id());
        claim.mustBeAt(version, ClaimStatus.WITHDRAWN);
        return takenBack(claim, () -> claim.withdraw(clock.instant()));
    }

    /**
     * Nobody gets a code any more who is not there any more: what the account has handed in and is not decided is taken back, and what is still on its way is
     * not approved.
     */
    @Transactional
    void applicantGone(UUID accountId, Instant at) {
        mapper.close(accountId, at);
        for (CodeClaim claim : mapper.openOf(accountId)) {
            takenBack(claim, () -> claim.endWithApplicant(at));
        }
    }

    /** @throws ProblemException APPLICANT_GONE */
    void mustStillBeThere(Actor applicant) {
        if (mapper.isClosed(applicant.id())) {
            throw new ProblemException(CodeProblem.APPLICANT_GONE);
        }
    }

    private Claim takenBack(CodeClaim claim, Supplier<ClaimStep> change) {
        Claim before = view(claim);
        ClaimStep step = change.get();
        mapper.update(claim);
        record(claim, step);
        outbox.publish(
                new CodeClaimWithdrawn(
                        claim.getId(), claim.getNumber(), claim.getEnterpriseId(), claim.getApplicantId(), step.at()),
                claim.getVersion(),
                step.at());
        return recorded(CodeAction.CLAIM_WITHDRAWN, before, claim);
    }

    @Transactional
    Page<Claim> of(UUID applicantId, PageRequest page) {
        Page<CodeClaim> claims = mapper.page(
                new LambdaQueryWrapper<CodeClaim>()
                        .eq(CodeClaim::getApplicantId, applicantId)
                        .orderByDesc(CodeClaim::getSubmittedAt)
                        .orderByAsc(CodeClaim::getId),
                page);
        return views(claims);
    }

    @Transactional
    Claim one(UUID id, UUID applicantId) {
        return shown(own(id, applicantId));
    }

    Page<Claim> views(Page<CodeClaim> claims) {
        Map<UUID, StoredFile> letters = files.files(claims.items().stream()
                .map(CodeClaim::getLetterFileId)
                .distinct()
                .toList());
        Map<UUID, IssuedCode> issued = codes.onClaims(claims.items().stream()
                .filter(claim -> claim.getStatus() == ClaimStatus.APPROVED)
                .map(CodeClaim::getId)
                .toList());
        Map<UUID, List<ClaimStep>> steps = steps(claims.items());
        Map<UUID, PromiseView> promises =
                review.of(claims.items().stream().map(CodeClaim::getId).toList());
        return claims.map(claim -> {
            List<ClaimStep> own = steps.getOrDefault(claim.getId(), List.of());
            return Claim.of(claim, letter(claim, letters), issued.get(claim.getId()), withdrawnAt(own))
                    .followed(Claim.Correction.among(own), promises.get(claim.getId()));
        });
    }

    Claim shown(CodeClaim claim) {
        return followed(view(claim));
    }

    private Claim followed(Claim claim) {
        return claim.followed(
                Claim.Correction.among(mapper.steps(claim.id())),
                review.of(List.of(claim.id())).get(claim.id()));
    }

    /** A step with which something was declared. */
    void declared(CodeClaim claim, Authorisation authorisation, ClaimStep step) {
        identities.declared(claim.getId(), authorisation.legalRepIdNumber());
        record(claim, step);
    }

    /** One step of the claim, and what it means for the promised review. */
    void record(CodeClaim claim, ClaimStep step) {
        mapper.record(step);
        review.follow(claim, step);
    }

    /** That it was handed in, with what is promised of its review. */
    CodeClaimSubmitted submitted(CodeClaim claim, Instant at) {
        PromiseView promise = review.of(claim.getId());
        return new CodeClaimSubmitted(
                claim.getId(),
                claim.getNumber(),
                claim.getEnterpriseId(),
                claim.getEnterpriseName(),
                claim.getTownCode(),
                claim.getApplicantId(),
                claim.getChannel(),
                at,
                promise == null ? null : promise.dueOn(),
                promise == null ? null : promise.dueAt());
    }

    /** The claim itself, as it goes on record. */
    Claim view(CodeClaim claim) {
        return Claim.of(
                claim,
                letter(claim, files.files(List.of(claim.getLetterFileId()))),
                codes.onClaims(List.of(claim.getId())).get(claim.getId()),
                withdrawnAt(mapper.steps(claim.getId())));
    }

    private Map<UUID, List<ClaimStep>> steps(List<CodeClaim> claims) {
        return claims.isEmpty()
                ? Map.of()
                : mapper.stepsOf(claims.stream().map(CodeClaim::getId).toList()).stream()
                        .collect(Collectors.groupingBy(ClaimStep::claimId));
    }

    private static @Nullable Instant withdrawnAt(List<ClaimStep> steps) {
        return steps.stream()
                .filter(step -> step.action() == ClaimStep.Action.WITHDRAWN)
                .map(ClaimStep::at)
                .findFirst()
                .orElse(null);
    }

    /** Puts the change on record; answers how the claim looks now. */
    Claim recorded(CodeAction action, @Nullable Claim before, CodeClaim claim) {
        Claim after = view(claim);
        audit.changed(action, after.id(), after.number() + " " + after.enterpriseName(), before, after);
        return followed(after);
    }

    private static StoredFile letter(CodeClaim claim, Map<UUID, StoredFile> letters) {
        return Objects.requireNonNull(letters.get(claim.getLetterFileId()), "a foreign key keeps it");
    }

    static String number(Instant at, long sequence) {
        return "LM" + DateTimeFormatter.BASIC_ISO_DATE.format(BusinessTime.dayOf(at)) + String.format("%06d", sequence);
    }

    /** As exact as the database keeps it, so that the first answer says what later ones say. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Somebody else's claim is not there. */
    private CodeClaim own(UUID id, UUID applicantId) {
        return mapper.find(id)
                .filter(claim -> claim.getApplicantId().equals(applicantId))
                .orElseThrow(() -> ProblemException.notFound("领码申请不存在"));
    }

    /** @param before what is handed in again */
    private Authorisation authorisation(@Nullable CodeClaim before, ClaimForm form, Actor applicant, Instant now) {
        IdNumber idNumber = idNumber(before, form.legalRep(), now);
        AgentPhone agentPhone = agentPhone(before, form.agent());
        StoredFile letter = files.ownedBy(applicant.id(), form.letterFileId())
                .orElseThrow(() -> ProblemException.validation("letterFileId", "UNKNOWN", "授权书文件不存在，请重新上传"));
        return new Authorisation(
                form.legalRep().name().strip(),
                idNumber,
                form.agent().name().strip(),
                agentPhone,
                letter.id(),
                form.consents(),
                form.scanners() == null ? Set.of() : form.scanners());
    }

    private static IdNumber idNumber(@Nullable CodeClaim before, ClaimForm.LegalRep legalRep, Instant now) {
        String typed = legalRep.idNumber();
        if (!typed.isBlank()) {
            return IdNumber.parse(typed, "legalRep.idNumber", BusinessTime.dayOf(now));
        }
        return Optional.ofNullable(before)
                .flatMap(claim -> claim.idNumberOf(legalRep.name().strip()))
                .orElseThrow(() -> ProblemException.validation("legalRep.idNumber", "REQUIRED", "请填写法定代表人身份证号码"));
    }

    private static AgentPhone agentPhone(@Nullable CodeClaim before, ClaimForm.Agent agent) {
        String typed = agent.phone();
        if (!typed.isBlank()) {
            return new AgentPhone(typed);
        }
        return Optional.ofNullable(before)
                .flatMap(claim -> claim.phoneOf(agent.name().strip()))
                .orElseThrow(() -> ProblemException.validation("agent.phone", "REQUIRED", "请填写经办人手机号"));
    }

    private void mustBeClaimable(RegisteredEnterprise enterprise, ClaimKind kind) {
        if (enterprise.status() != EnterpriseStatus.ACTIVE) {
            throw new ProblemException(CodeProblem.ENTERPRISE_NOT_ACTIVE);
        }
        boolean held = codes.isHeldBy(enterprise.id());
        if (kind == ClaimKind.RENEWAL && !held) {
            throw new ProblemException(CodeProblem.CODE_NOT_FOUND);
        }
        if (kind == ClaimKind.FIRST && held) {
            throw new ProblemException(CodeProblem.ENTERPRISE_ALREADY_CLAIMED);
        }
    }

    private Claim written(Supplier<Claim> change) {
        return Objects.requireNonNull(transaction.execute(status -> change.get()));
    }

    private void tell(CodeClaim claim, Instant at) {
        outbox.publish(submitted(claim, at), claim.getVersion(), at);
    }
}
