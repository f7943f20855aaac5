package cn.zhengqi.files;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of the demo.
 *
 * @param enterpriseUscc the enterprise that the person administers; null for staff and for those who have none yet
 * @param institutionCode bank, branch of one, or department the person works for; null for people of enterprises
 * @param channel PC or WECHAT: where the account was opened
 * @param where the sites the person uses, as {@code portal,h5}
 */
public record DemoAccount(
        UUID id,
        String userType,
        String username,
        String phone,
        String displayName,
        String role,
        @Nullable String enterpriseUscc,
        @Nullable String institutionCode,
        String channel,
        Instant createdAt,
        String where) {}
