package cn.zhengqi.user.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account may do and for whom it acts; goes into its token.
 *
 * @param enterpriseId the enterprise that is acted for, if any
 */
public record Principal(
        @Nullable UUID enterpriseId,
        @Nullable String enterpriseName,
        @Nullable String uscc,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        @Nullable InstitutionType institutionType,
        List<String> roles,
        List<String> permissions) {}
