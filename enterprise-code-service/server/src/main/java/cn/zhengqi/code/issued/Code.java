package cn.zhengqi.code.issued;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.code.api.CodeLevel;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The code of an enterprise. An enterprise has at most one that is not revoked. */
@TableName("enterprise_code")
public class Code {

    @TableId
    private UUID id;

    private String number;
    private UUID enterpriseId;
    private String enterpriseName;
    private String uscc;
    private String townCode;
    private boolean demo;
    private UUID claimId;
    private CodeStatus status;
    private @Nullable String statusReason;
    private CodeLevel level;
    private @Nullable String levelReason;
    private Instant issuedAt;
    private @Nullable Instant reissuedAt;
    private UUID certifierId;
    private String certifierName;
    private Instant certifiedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private Code() {}

    @SuppressWarnings("NullAway.Init")
    private Code(
            String number,
            UUID enterpriseId,
            String enterpriseName,
            String uscc,
            String townCode,
            boolean demo,
            UUID claimId,
            Instant issuedAt) {
        this.id = Ids.next();
        this.number = number;
        this.enterpriseId = enterpriseId;
        this.enterpriseName = enterpriseName;
        this.uscc = uscc;
        this.townCode = townCode;
        this.demo = demo;
        this.claimId = claimId;
        this.status = CodeStatus.ACTIVE;
        this.level = CodeLevel.NORMAL;
        this.issuedAt = issuedAt;
    }

    static Code issue(
            String number,
            UUID enterpriseId,
            String enterpriseName,
            String uscc,
            String townCode,
            boolean demo,
            UUID claimId,
            Instant at) {
        return new Code(number, enterpriseId, enterpriseName, uscc, townCode, demo, claimId, at);
    }

    /** Who has proved that they act for the enterprise. */
    void certifiedBy(Actor person, Instant at) {
        certifierId = person.id();
        certifierName = person.name();
        certifiedAt = at;
    }

    /** The code goes on as it is; who answers for it is new, or proved anew. */
    CodeChange certifyAgain(Actor person, String claimNumber, Actor reviewer, Instant at) {
        mustNotBeRevoked();
        certifiedBy(person, at);
        return CodeChange.of(
                Ids.next(),
                id,
                at,
                reviewer.id(),
                reviewer.name(),
                CodeChange.Action.CERTIFIED_AGAIN,
                "申请 " + claimNumber);
    }

    /**
     * Whoever proved it gives it up, and the code with it: nobody else answers for it.
     *
     * @throws ProblemException NOT_CERTIFIER
     */
    CodeChange unbind(Actor actor, String reason, Instant at) {
        mustNotBeRevoked();
        if (!certifierId.equals(actor.id())) {
            throw new ProblemException(CodeProblem.NOT_CERTIFIER);
        }
        return unbound(actor, reason, at);
    }

    /** Nobody is left who could give it up. */
    CodeChange endWithItsPeople(Actor certifier, String reason, Instant at) {
        mustNotBeRevoked();
        return unbound(certifier, reason, at);
    }

    private CodeChange unbound(Actor actor, String reason, Instant at) {
        status = CodeStatus.REVOKED;
        statusReason = reason;
        return CodeChange.of(Ids.next(), id, at, actor.id(), actor.name(), CodeChange.Action.UNBOUND, reason);
    }

    CodeChange freeze(Actor actor, String reason, Instant at) {
        must(CodeStatus.ACTIVE);
        status = CodeStatus.FROZEN;
        statusReason = reason;
        return CodeChange.of(Ids.next(), id, at, actor.id(), actor.name(), CodeChange.Action.FROZEN, reason);
    }

    CodeChange unfreeze(Actor actor, String reason, Instant at) {
        must(CodeStatus.FROZEN);
        status = CodeStatus.ACTIVE;
        statusReason = null;
        return CodeChange.of(Ids.next(), id, at, actor.id(), actor.name(), CodeChange.Action.UNFROZEN, reason);
    }

    /** For good: the enterprise may claim a new one. */
    CodeChange revoke(Actor actor, String reason, Instant at) {
        mustNotBeRevoked();
        status = CodeStatus.REVOKED;
        statusReason = reason;
        return CodeChange.of(Ids.next(), id, at, actor.id(), actor.name(), CodeChange.Action.REVOKED, reason);
    }

    /** A new number for the same code, which keeps its state; what was shown before is dead. */
    CodeChange reissue(String newNumber, Actor actor, String reason, Instant at) {
        mustNotBeRevoked();
        String oldNumber = number;
        number = newNumber;
        reissuedAt = at;
        return CodeChange.of(
                Ids.next(),
                id,
                at,
                actor.id(),
                actor.name(),
                CodeChange.Action.REISSUED,
                reason + "（原编号 " + oldNumber + "）");
    }

    CodeChange mark(CodeLevel newLevel, Actor actor, String reason, Instant at) {
        mustNotBeRevoked();
        CodeLevel before = level;
        level = newLevel;
        levelReason = newLevel == CodeLevel.NORMAL ? null : reason;
        return new CodeChange(
                Ids.next(),
                id,
                at,
                actor.id(),
                actor.name(),
                CodeChange.Action.LEVEL_CHANGED,
                reason,
                before,
                newLevel);
    }

    /** @throws ProblemException CODE_FROZEN or CODE_REVOKED when it may be neither shown nor scanned */
    public void mustBeUsable() {
        switch (status) {
            case FROZEN -> throw new ProblemException(CodeProblem.CODE_FROZEN);
            case REVOKED -> throw new ProblemException(CodeProblem.CODE_REVOKED);
            case ACTIVE -> {}
        }
    }

    /** Whether what was shown at that moment still counts. */
    boolean knows(CodeContent.Dynamic shown) {
        return reissuedAt == null || shown.issuedAt().isAfter(reissuedAt);
    }

    /** @throws ProblemException VERSION_CONFLICT when someone changed it since the caller saw it */
    void mustBeAt(int seenVersion) {
        if (version != seenVersion) {
            throw ProblemException.versionConflict();
        }
    }

    private void mustNotBeRevoked() {
        if (status == CodeStatus.REVOKED) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, "该企业码已注销");
        }
    }

    private void must(CodeStatus expected) {
        if (status != expected) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, "企业码当前为“" + status.label() + "”，不能进行此操作");
        }
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

    String getTownCode() {
        return townCode;
    }

    public String getUscc() {
        return uscc;
    }

    public boolean isDemo() {
        return demo;
    }

    public CodeStatus getStatus() {
        return status;
    }

    public @Nullable String getStatusReason() {
        return statusReason;
    }

    public CodeLevel getLevel() {
        return level;
    }

    public @Nullable String getLevelReason() {
        return levelReason;
    }

    public Instant getIssuedAt() {
        return issuedAt;
    }

    public @Nullable Instant getReissuedAt() {
        return reissuedAt;
    }

    public UUID getCertifierId() {
        return certifierId;
    }

    public String getCertifierName() {
        return certifierName;
    }

    public Instant getCertifiedAt() {
        return certifiedAt;
    }

    public int getVersion() {
        return version;
    }
}
