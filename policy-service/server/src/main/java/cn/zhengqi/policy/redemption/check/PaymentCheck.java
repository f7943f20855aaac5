package cn.zhengqi.policy.redemption.check;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.match.InternalStandings.Standing;
import cn.zhengqi.policy.standing.Evidence;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the conditions said of an application at one moment before it was paid. Where it does not fit any more, somebody may decide that it is paid all the same, and says why.
 * A first day that is to come is none of them: it is kept with the standing, and nobody decides over it.
 */
@TableName("redemption_check")
class PaymentCheck {

    @TableId
    private UUID id;

    private UUID applicationId;
    private Instant at;
    private Standing standing;
    private @Nullable Standing audience;
    private @Nullable String against;
    private @Nullable UUID keptBy;
    private @Nullable String keeper;
    private @Nullable Instant keptAt;
    private @Nullable String keptReason;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private PaymentCheck() {}

    /**
     * @param before the one before it: who decided over the very same findings is not asked again
     * @param at when it was asked for
     */
    static PaymentCheck of(UUID application, Evidence evidence, @Nullable PaymentCheck before, Instant at) {
        PaymentCheck it = new PaymentCheck();
        it.id = Ids.next();
        it.applicationId = application;
        it.at = at;
        it.standing = evidence.policy();
        it.audience = evidence.audience();
        it.against = evidence.unmet();
        if (before != null && before.keptBy != null && Objects.equals(before.against, it.against)) {
            it.keptBy = before.keptBy;
            it.keeper = before.keeper;
            it.keptAt = before.keptAt;
            it.keptReason = before.keptReason;
        }
        return it;
    }

    /** @throws ProblemException STATE_CONFLICT where there is nothing to decide */
    void keep(String reason, UUID officer, String name, Instant decidedAt) {
        if (against == null) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, "核对结果没有不符合的条件，无需另行决定");
        }
        if (keptBy != null) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, keeper + "已决定仍予支付");
        }
        keptBy = officer;
        keeper = name;
        keptAt = decidedAt;
        keptReason = reason.strip();
    }

    UUID id() {
        return id;
    }

    UUID applicationId() {
        return applicationId;
    }

    Instant at() {
        return at;
    }

    Evidence evidence() {
        return new Evidence(standing, audience);
    }

    @Nullable
    String against() {
        return against;
    }

    @Nullable
    UUID keptBy() {
        return keptBy;
    }

    @Nullable
    String keeper() {
        return keeper;
    }

    @Nullable
    Instant keptAt() {
        return keptAt;
    }

    @Nullable
    String keptReason() {
        return keptReason;
    }
}
