package cn.zhengqi.code.issued;

import cn.zhengqi.kernel.BusinessTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One step in the certification of an enterprise, as its people see it: without the names of staff.
 *
 * @param label in Chinese
 * @param note on which claim, or why
 */
record Certification(
        OffsetDateTime at,
        CodeChange.Action action,
        String label,
        String codeNumber,
        @Nullable String note) {

    static Certification of(CodeMapper.Certified row) {
        boolean first = row.action() == CodeChange.Action.ISSUED;
        return new Certification(
                BusinessTime.at(row.at()),
                row.action(),
                first ? "企业认证" : row.action().label(row.levelBefore(), row.levelAfter()),
                row.codeNumber(),
                first ? "申请 " + row.claimNumber() + "，申请人 " + row.applicantName() : row.reason());
    }
}
