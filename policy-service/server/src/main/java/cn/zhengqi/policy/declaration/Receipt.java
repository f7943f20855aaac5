package cn.zhengqi.policy.declaration;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 提交回执: what was handed in, when, to whom, and by when the first step is promised.
 *
 * @param step the first one
 * @param promisedOn absent where the calendar of that year is not arranged
 * @param files in the order of the form, materials last
 */
record Receipt(
        String declarationNumber,
        String enterpriseName,
        String projectTitle,
        String policyTitle,
        String institutionName,
        String applicantName,
        OffsetDateTime submittedAt,
        String step,
        int workingDays,
        @Nullable LocalDate promisedOn,
        List<HandedIn> files) {

    /**
     * A file that was handed in.
     *
     * @param of the field or material that it was handed in for
     * @param size bytes
     * @param sm3 digest of its bytes (GB/T 32905), in hexadecimal digits
     */
    record HandedIn(String of, String name, long size, String sm3) {}
}
