package cn.zhengqi.finance.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which case of 小微融资协调 a fact is about, and whose it is.
 *
 * @param personId who declared it for the enterprise; absent where an officer did, after a visit
 */
public record CoordinationParties(
        UUID caseId,
        String number,
        UUID enterpriseId,
        String enterpriseName,
        String townCode,
        @Nullable UUID personId,
        boolean demo) {}
