package cn.zhengqi.policy.redemption.notice;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.redemption.ledger.Booker;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 异议: what a person has against an application or a declaration that is shown to the public, and what the department answers. */
@TableName("redemption_objection")
@SuppressWarnings("UnusedVariable") // some columns are only written
class Objection {

    @TableId
    private UUID id;

    private @Nullable UUID applicationId;
    private @Nullable UUID declarationId;
    private UUID institutionId;
    private UUID accountId;
    private String personName;
    private ObjectorPhone contactPhone;
    private String words;
    private ObjectionState state;
    private Instant madeAt;
    private @Nullable String answer;
    private @Nullable UUID answeredBy;
    private @Nullable String answerer;
    private @Nullable Instant answeredAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private Objection() {}

    static Objection made(
            NoticeKind kind,
            UUID about,
            UUID institution,
            UUID account,
            String name,
            ObjectorPhone phone,
            String words,
            Instant at) {
        Objection it = new Objection();
        it.id = Ids.next();
        switch (kind) {
            case REDEMPTION -> it.applicationId = about;
            case DECLARATION -> it.declarationId = about;
        }
        it.institutionId = institution;
        it.accountId = account;
        it.personName = name;
        it.contactPhone = phone;
        it.words = words.strip();
        it.state = ObjectionState.OPEN;
        it.madeAt = at;
        return it;
    }

    /** @throws ProblemException STATE_CONFLICT once it is answered */
    void answer(ObjectionState decision, String reason, Booker officer, Instant at) {
        if (state != ObjectionState.OPEN) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, "该异议" + state.label() + "，不能再次处理");
        }
        state = decision;
        answer = reason.strip();
        answeredBy = officer.accountId();
        answerer = officer.name();
        answeredAt = at;
    }

    /** @throws ProblemException VERSION_CONFLICT */
    Objection seenAs(int seenVersion) {
        if (seenVersion != version) {
            throw ProblemException.versionConflict();
        }
        return this;
    }

    UUID id() {
        return id;
    }

    NoticeKind kind() {
        return declarationId == null ? NoticeKind.REDEMPTION : NoticeKind.DECLARATION;
    }

    /** The notice to which it objects. */
    UUID about() {
        return Objects.requireNonNull(declarationId == null ? applicationId : declarationId);
    }

    UUID accountId() {
        return accountId;
    }

    UUID institutionId() {
        return institutionId;
    }
}
