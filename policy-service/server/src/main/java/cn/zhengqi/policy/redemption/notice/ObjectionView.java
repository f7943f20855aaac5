package cn.zhengqi.policy.redemption.notice;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.web.Sensitive;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An objection as the department reads it.
 *
 * @param subjectId the application or declaration that is shown
 * @param amount 元, that is to be paid; absent for a declaration
 * @param words what is objected
 * @param answer of the department
 * @param version to be sent with the answer
 */
record ObjectionView(
        UUID id,
        NoticeKind kind,
        UUID subjectId,
        String subjectNumber,
        String projectTitle,
        String enterpriseName,
        @Nullable BigDecimal amount,

        @Sensitive(
                mask = Mask.NAME,
                plainFor = {PolicyPermissions.HANDLE_REDEMPTION, PolicyPermissions.HANDLE_DECLARATIONS})
        String personName,

        @Sensitive(
                mask = Mask.PHONE,
                plainFor = {PolicyPermissions.HANDLE_REDEMPTION, PolicyPermissions.HANDLE_DECLARATIONS})
        String contactPhone,

        String words,
        ObjectionState state,
        OffsetDateTime madeAt,
        @Nullable String answer,
        @Nullable String answerer,
        @Nullable OffsetDateTime answeredAt,
        int version) {

    /** As it is read, beside what it is about. */
    record Row(
            UUID id,
            NoticeKind kind,
            UUID subjectId,
            String subjectNumber,
            String projectTitle,
            String enterpriseName,
            @Nullable BigDecimal amount,
            String personName,
            ObjectorPhone contactPhone,
            String words,
            ObjectionState state,
            Instant madeAt,
            @Nullable String answer,
            @Nullable String answerer,
            @Nullable Instant answeredAt,
            int version) {

        ObjectionView view() {
            return new ObjectionView(
                    id,
                    kind,
                    subjectId,
                    subjectNumber,
                    projectTitle,
                    enterpriseName,
                    amount,
                    personName,
                    contactPhone.value(),
                    words,
                    state,
                    BusinessTime.at(madeAt),
                    answer,
                    answerer,
                    answeredAt == null ? null : BusinessTime.at(answeredAt),
                    version);
        }

        /** For who made it: who answered is the department. */
        MyObjection mine() {
            return new MyObjection(
                    id,
                    subjectId,
                    projectTitle,
                    enterpriseName,
                    words,
                    state,
                    BusinessTime.at(madeAt),
                    answer,
                    answeredAt == null ? null : BusinessTime.at(answeredAt));
        }
    }
}
