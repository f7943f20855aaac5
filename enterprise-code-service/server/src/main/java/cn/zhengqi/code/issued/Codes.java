package cn.zhengqi.code.issued;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.code.api.CodeIssued;
import cn.zhengqi.code.api.CodeLevel;
import cn.zhengqi.code.api.CodeReissued;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.api.CodeStatusChanged;
import cn.zhengqi.code.api.CodeStatusChanged.By;
import cn.zhengqi.code.api.CodeVoided;
import cn.zhengqi.code.consent.Consents;
import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues codes and decides what becomes of them; {@link ShownCodes} shows them, {@link ScannedCodes} says which pass. */
@Component
public class Codes {

    /** Said of one claim of several for an enterprise: it has its code by another, in the same batch too. */
    private static final String ISSUED_ON_ANOTHER = "该企业的另一件领码申请已通过并发码，一个企业只有一个企业码；其余申请由系统办结为审核不通过，并告知申请人";

    private final CodeMapper mapper;
    private final ShownCodes shown;
    private final Consents consents;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;
    private final String district;

    Codes(
            CodeMapper mapper,
            ShownCodes shown,
            Consents consents,
            Outbox outbox,
            AuditTrail audit,
            Clock clock,
            @Value("${zhengqi.district.code}") String district) {
        this.mapper = mapper;
        this.shown = shown;
        this.consents = consents;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.district = district;
    }

    /** That hold a code which is not revoked. */
    long certifiedEnterprises() {
        return mapper.certifiedEnterprises();
    }

    /**
     * Issues the code of an enterprise, with its first printed form.
     *
     * @throws ProblemException ENTERPRISE_ALREADY_CLAIMED when it has a valid one
     */
    @Transactional
    public Code issue(Holder holder, Actor actor, Instant at) {
        Code code = Code.issue(
                nextNumber(),
                holder.enterpriseId(),
                holder.enterpriseName(),
                holder.uscc(),
                holder.townCode(),
                holder.demo(),
                holder.claimId(),
                at);
        code.certifiedBy(new Actor(holder.applicantId(), holder.applicantName()), at);
        try {
            mapper.insert(code);
        } catch (DuplicateKeyException hasOne) {
            throw new ProblemException(CodeProblem.ENTERPRISE_ALREADY_CLAIMED, ISSUED_ON_ANOTHER);
        }
        mapper.record(
                CodeChange.of(Ids.next(), code.getId(), at, actor.id(), actor.name(), CodeChange.Action.ISSUED, null));
        shown.first(code, at);
        outbox.publish(
                new CodeIssued(
                        code.getId(),
                        holder.enterpriseId(),
                        holder.enterpriseName(),
                        holder.uscc(),
                        holder.applicantId(),
                        holder.applicantName(),
                        holder.townCode(),
                        holder.industryCode(),
                        at),
                code.getVersion(),
                at);
        recorded(CodeAction.CODE_ISSUED, null, code, null);
        return code;
    }

    /**
     * Who acts for the enterprise has proved it anew.
     *
     * @throws ProblemException STATE_CONFLICT when the code was revoked meanwhile, also where the enterprise has another since
     */
    @Transactional
    public void certifyAgain(UUID codeId, Actor person, String claimNumber, Actor reviewer, Instant at) {
        Code code = find(codeId);
        EnterpriseCode before = EnterpriseCode.of(code);
        CodeChange done = code.certifyAgain(person, claimNumber, reviewer, at);
        mapper.update(code);
        mapper.record(done);
        recorded(CodeAction.CODE_CERTIFIED_AGAIN, before, code, done.reason());
    }

    /**
     * What was allowed under the code ends with it.
     *
     * @param seen the code that the person saw
     * @param at from when on it holds no more
     * @throws ProblemException ACTS_FOR_ANOTHER, NOT_CERTIFIER, VERSION_CONFLICT, STATE_CONFLICT
     */
    @Transactional
    EnterpriseCode unbind(UUID enterpriseId, UUID seen, int version, Actor actor, String reason, Instant at) {
        mustBeOf(enterpriseId, seen);
        EnterpriseCode unbound = change(
                CodeAction.CODE_UNBOUND,
                find(seen),
                version,
                reason,
                By.ENTERPRISE,
                code -> code.unbind(actor, reason, at));
        consents.endAll(enterpriseId, actor);
        return unbound;
    }

    /** @throws ProblemException ACTS_FOR_ANOTHER; CODE_NOT_FOUND for one that has none */
    @Transactional
    void mustBeOf(UUID enterpriseId, UUID seen) {
        if (!ofEnterprise(enterpriseId).getId().equals(seen)) {
            throw new ProblemException(CodeProblem.ACTS_FOR_ANOTHER);
        }
    }

    /** @throws ProblemException UNBOUND_ALREADY for who has unbound it themselves; to others it says nothing */
    @Transactional
    void mustNotBeUnbound(UUID id, UUID certifier) {
        boolean theirs = mapper.find(id)
                .filter(code -> code.getStatus() == CodeStatus.REVOKED
                        && code.getCertifierId().equals(certifier))
                .isPresent();
        if (theirs && mapper.changes(id).stream().anyMatch(done -> done.action() == CodeChange.Action.UNBOUND)) {
            throw new ProblemException(CodeProblem.UNBOUND_ALREADY);
        }
    }

    /** Nobody acts for the enterprise any more: its code ends as if whoever did had given it up. A later one stays. */
    @Transactional
    void endWithItsPeople(UUID enterpriseId, Instant at) {
        Code code = mapper.ofEnterprise(enterpriseId);
        if (code == null
                || code.getStatus() == CodeStatus.REVOKED
                || code.getIssuedAt().isAfter(at)) {
            return;
        }
        Actor certifier = new Actor(code.getCertifierId(), code.getCertifierName());
        String reason = "企业管理员的账号已注销，企业已无人管理";
        change(
                CodeAction.CODE_UNBOUND,
                code,
                code.getVersion(),
                reason,
                By.PLATFORM,
                held -> held.endWithItsPeople(certifier, reason, at));
        consents.endAll(enterpriseId, certifier);
    }

    /** What became of the certification of an enterprise, latest first. */
    @Transactional
    List<Certification> certifications(UUID enterpriseId) {
        return mapper.certifications(enterpriseId).stream()
                .map(Certification::of)
                .toList();
    }

    /** Whether the enterprise has a code that is not revoked. */
    public boolean isHeldBy(UUID enterpriseId) {
        return heldBy(enterpriseId).isPresent();
    }

    /** The code of the enterprise that is not revoked, if it has one. */
    public Optional<UUID> heldBy(UUID enterpriseId) {
        return Optional.ofNullable(mapper.ofEnterprise(enterpriseId))
                .filter(code -> code.getStatus() != CodeStatus.REVOKED)
                .map(Code::getId);
    }

    /** @throws ProblemException CODE_NOT_FOUND */
    @Transactional
    public Code ofEnterprise(UUID enterpriseId) {
        Code code = mapper.ofEnterprise(enterpriseId);
        if (code == null) {
            throw new ProblemException(CodeProblem.CODE_NOT_FOUND);
        }
        return code;
    }

    /** From the primary: it is looked at right after a code was frozen or its level set. */
    @Transactional
    Page<EnterpriseCode> list(CodeFilter filter, DataScope scope, PageRequest page) {
        return mapper.page(filter.query(scope), page).map(EnterpriseCode::of);
    }

    @Transactional(readOnly = true)
    long count(CodeFilter filter, DataScope scope) {
        return mapper.count(filter.query(scope));
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(CodeFilter filter, DataScope scope, Consumer<EnterpriseCode> receiver) {
        mapper.each(filter.query(scope), code -> receiver.accept(EnterpriseCode.of(code)));
    }

    /** The codes that were issued on these claims, by claim. */
    @Transactional(readOnly = true)
    public Map<UUID, IssuedCode> onClaims(Collection<UUID> claims) {
        return claims.isEmpty()
                ? Map.of()
                : mapper.onClaims(claims).stream()
                        .collect(Collectors.toMap(CodeMapper.OnClaim::claimId, CodeMapper.OnClaim::code));
    }

    @Transactional
    EnterpriseCodeDetail detail(UUID id, DataScope scope) {
        Code code = find(id, scope);
        return new EnterpriseCodeDetail(
                EnterpriseCode.of(code),
                mapper.changes(id).stream()
                        .map(change -> new EnterpriseCodeDetail.Change(
                                BusinessTime.at(change.at()),
                                change.action().name(),
                                change.label(),
                                // Their name stands in one place alone, under its rule.
                                change.actorId().equals(code.getCertifierId()) ? "认证人" : change.actorName(),
                                change.reason()))
                        .toList());
    }

    @Transactional
    EnterpriseCode freeze(UUID id, int version, DataScope scope, Actor actor, String reason) {
        return change(
                CodeAction.CODE_FROZEN,
                find(id, scope),
                version,
                reason,
                code -> code.freeze(actor, reason, clock.instant()));
    }

    /** Takes over what was done at another time. */
    @Transactional
    public EnterpriseCode freeze(UUID id, int version, Actor actor, String reason, Instant at) {
        return change(CodeAction.CODE_FROZEN, find(id), version, reason, code -> code.freeze(actor, reason, at));
    }

    @Transactional
    EnterpriseCode unfreeze(UUID id, int version, DataScope scope, Actor actor, String reason) {
        return change(
                CodeAction.CODE_UNFROZEN,
                find(id, scope),
                version,
                reason,
                code -> code.unfreeze(actor, reason, clock.instant()));
    }

    /** What was allowed under the code ends with it. */
    @Transactional
    EnterpriseCode revoke(UUID id, int version, DataScope scope, Actor actor, String reason) {
        Instant now = clock.instant();
        EnterpriseCode revoked = change(
                CodeAction.CODE_REVOKED, find(id, scope), version, reason, code -> code.revoke(actor, reason, now));
        consents.endAll(revoked.enterpriseId(), actor);
        return revoked;
    }

    /** For a code that was lost or got into wrong hands: a new number and a new printed code, and nothing older passes. */
    @Transactional
    EnterpriseCode reissue(UUID id, int version, DataScope scope, Actor actor, String reason) {
        Code code = find(id, scope);
        code.mustBeAt(version);
        String oldNumber = code.getNumber();
        EnterpriseCode before = EnterpriseCode.of(code);
        CodeChange done = code.reissue(nextNumber(), actor, reason, clock.instant());
        mapper.update(code);
        mapper.record(done);
        shown.replace(code, actor, done.at());
        outbox.publish(
                new CodeReissued(
                        code.getId(),
                        code.getEnterpriseId(),
                        code.getEnterpriseName(),
                        oldNumber,
                        code.getNumber(),
                        reason,
                        done.at()),
                code.getVersion());
        tellReceivers(code, oldNumber, CodeVoided.Cause.REISSUED, done.at());
        return recorded(CodeAction.CODE_REISSUED, before, code, reason);
    }

    @Transactional
    EnterpriseCode mark(UUID id, int version, CodeLevel level, DataScope scope, Actor actor, String reason) {
        return change(
                CodeAction.CODE_LEVEL_CHANGED,
                find(id, scope),
                version,
                reason,
                code -> code.mark(level, actor, reason, clock.instant()));
    }

    /** Takes over what was done at another time. */
    @Transactional
    public EnterpriseCode mark(UUID id, int version, CodeLevel level, Actor actor, String reason, Instant at) {
        return change(
                CodeAction.CODE_LEVEL_CHANGED, find(id), version, reason, code -> code.mark(level, actor, reason, at));
    }

    private EnterpriseCode change(
            CodeAction action, Code code, int version, String reason, Function<Code, CodeChange> change) {
        return change(action, code, version, reason, By.STAFF, change);
    }

    private EnterpriseCode change(
            CodeAction action, Code code, int version, String reason, By by, Function<Code, CodeChange> change) {
        code.mustBeAt(version);
        EnterpriseCode before = EnterpriseCode.of(code);
        CodeChange done = change.apply(code);
        mapper.update(code);
        mapper.record(done);
        outbox.publish(
                new CodeStatusChanged(
                        code.getId(),
                        code.getEnterpriseId(),
                        code.getStatus(),
                        before.status(),
                        code.getLevel(),
                        reason,
                        done.at(),
                        code.getEnterpriseName(),
                        by,
                        by == By.ENTERPRISE ? done.actorId() : null,
                        by == By.ENTERPRISE ? done.actorName() : null),
                code.getVersion(),
                done.at());
        if (code.getStatus() != before.status()) {
            switch (code.getStatus()) {
                case FROZEN -> tellReceivers(code, code.getNumber(), CodeVoided.Cause.FROZEN, done.at());
                case REVOKED -> tellReceivers(code, code.getNumber(), CodeVoided.Cause.REVOKED, done.at());
                case ACTIVE -> {}
            }
        }
        return recorded(action, before, code, reason);
    }

    /** Before consents end with the code: afterwards nobody knows who had one. */
    private void tellReceivers(Code code, String number, CodeVoided.Cause cause, Instant at) {
        Set<UUID> receivers = consents.named(code.getEnterpriseId());
        if (!receivers.isEmpty()) {
            outbox.publish(
                    new CodeVoided(code.getId(), code.getEnterpriseId(), number, cause, receivers, code.isDemo(), at),
                    code.getVersion(),
                    at);
        }
    }

    /** A change with the reason that was given for it: the code itself does not keep each. */
    private record Decided(
            @JsonUnwrapped EnterpriseCode code, @Nullable String reason) {}

    private EnterpriseCode recorded(
            CodeAction action, @Nullable EnterpriseCode before, Code code, @Nullable String reason) {
        EnterpriseCode after = EnterpriseCode.of(code);
        audit.changed(
                action, after.id(), after.number() + " " + after.enterpriseName(), before, new Decided(after, reason));
        return after;
    }

    private String nextNumber() {
        return "QY" + district + String.format("%08d", mapper.nextNumber());
    }

    private Code find(UUID id) {
        return find(id, DataScope.all());
    }

    private Code find(UUID id, DataScope scope) {
        return mapper.findWithin(id, scope).orElseThrow(() -> ProblemException.notFound("企业码不存在"));
    }
}
