package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.api.SignInResult;
import cn.zhengqi.auth.api.SignInWay;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to sign in, or the end of a sign-in.
 *
 * @param username as it was typed, at most 64 characters
 * @param accountId null when nobody has that name
 * @param way null for the end of a sign-in
 */
record SignInLogEntry(
        UUID id,
        OffsetDateTime at,
        String username,
        @Nullable UUID accountId,
        String address,
        String userAgent,
        @Nullable SignInWay way,
        SignInResult result) {}
