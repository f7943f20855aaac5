package cn.zhengqi.policy.redemption.notice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 公示: whose declaration is to be approved, or what is to be paid to whom, as the rules of publication say: enterprises by their names, no person, no account, and none of the figures that an enterprise
 * told of itself.
 *
 * @param id of the notice
 * @param amount 元, that is to be paid; absent for a declaration
 * @param until last day; absent while it cannot be said, because the year's days off are not arranged yet
 * @param running whether can be objected today
 */
public record PublicNotice(
        UUID id,
        NoticeKind kind,
        UUID projectId,
        String projectTitle,
        UUID policyId,
        String policyTitle,
        String institutionName,
        String enterpriseName,
        @Nullable BigDecimal amount,
        LocalDate from,
        @Nullable LocalDate until,
        boolean running,
        boolean demo) {}
