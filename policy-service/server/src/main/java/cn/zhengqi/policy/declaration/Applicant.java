package cn.zhengqi.policy.declaration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The enterprise that declares, and the person who does it for it. */
record Applicant(
        Actor person,
        UUID enterpriseId,
        String enterpriseName,
        @Nullable String townCode,
        boolean demo) {}
