package cn.zhengqi.policy.redemption.notice;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An objection as the person reads it who made it. @param answer of the department */
record MyObjection(
        UUID id,
        UUID noticeId,
        String projectTitle,
        String enterpriseName,
        String words,
        ObjectionState state,
        OffsetDateTime madeAt,
        @Nullable String answer,
        @Nullable OffsetDateTime answeredAt) {}
