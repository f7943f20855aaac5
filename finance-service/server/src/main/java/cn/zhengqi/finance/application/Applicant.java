package cn.zhengqi.finance.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The enterprise that applies and the person who does it for it.
 *
 * @param townCode absent while the register record of the enterprise has not arrived here
 */
public record Applicant(
        Actor person,
        UUID enterpriseId,
        String enterpriseName,
        @Nullable String townCode,
        boolean demo) {}
