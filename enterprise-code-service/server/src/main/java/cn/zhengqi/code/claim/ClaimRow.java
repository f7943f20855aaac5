package cn.zhengqi.code.claim;

import cn.zhengqi.code.CodeFields;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.web.Sensitive;
import cn.zhengqi.web.sheet.Sheet;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A claim as the file of the list has it. */
record ClaimRow(
        String number,
        String enterpriseName,
        String uscc,
        boolean demo,

        @Sensitive(
                mask = Mask.NAME,
                plainFor = {CodePermissions.REVIEW_CLAIMS, CodePermissions.CLAIM},
                field = CodeFields.APPLICANT_NAME)
        String applicantName,

        Channel channel,
        ClaimKind kind,
        ClaimStatus status,
        @Nullable String reason,
        OffsetDateTime submittedAt,
        @Nullable OffsetDateTime decidedAt) {

    static final Sheet<ClaimRow> SHEET = Sheet.<ClaimRow>titled("领码申请")
            .column("企业名称", ClaimRow::enterpriseName)
            .column("统一社会信用代码", ClaimRow::uscc)
            .column("申请编号", ClaimRow::number)
            .column("申请人", CodeFields.APPLICANT_NAME, ClaimRow::applicantName)
            .column("类型", row -> row.kind().label())
            .column("来源", row -> row.channel().label())
            .column("状态", row -> row.status().label())
            .column("原因", ClaimRow::reason)
            .column("提交时间", ClaimRow::submittedAt)
            .column("处理时间", ClaimRow::decidedAt)
            .column("演示数据", ClaimRow::demo);

    static ClaimRow of(CodeClaim claim) {
        Instant decidedAt = claim.getDecidedAt();
        return new ClaimRow(
                claim.getNumber(),
                claim.getEnterpriseName(),
                claim.getUscc(),
                claim.isDemo(),
                claim.getApplicantName(),
                claim.getChannel(),
                claim.getKind(),
                claim.getStatus(),
                claim.getReason(),
                BusinessTime.at(claim.getSubmittedAt()),
                decidedAt == null ? null : BusinessTime.at(decidedAt));
    }
}
