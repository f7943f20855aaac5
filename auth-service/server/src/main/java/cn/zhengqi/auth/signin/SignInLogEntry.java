package cn.zhengqi.auth.signin;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to sign in.
 *
 * @param username as it was typed, at most 64 characters
 * @param accountId null when nobody has that name
 */
record SignInLogEntry(
        UUID id,
        OffsetDateTime at,
        String username,
        @Nullable UUID accountId,
        String address,
        String userAgent,
        SignInResult result) {}
