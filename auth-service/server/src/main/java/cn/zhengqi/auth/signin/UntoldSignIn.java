package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.api.InternalSignInNames.Typed;
import cn.zhengqi.auth.api.SignInRecorded;
import cn.zhengqi.auth.api.SignInResult;
import cn.zhengqi.auth.api.SignInWay;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log as it is stored, before it is told.
 *
 * @param username sealed
 */
record UntoldSignIn(
        UUID id,
        OffsetDateTime at,
        String username,
        byte[] usernameIndex,
        @Nullable UUID accountId,
        @Nullable String accountName,
        String address,
        String userAgent,
        @Nullable SignInWay way,
        SignInResult result) {

    /** So much of what nobody is called is told that who reads the log recognises it; the rest may be a password. */
    private static final int HINT = 2;

    boolean isAfter(Instant moment) {
        return at.toInstant().isAfter(moment);
    }

    SignInRecorded told(String typed, @Nullable String affiliation) {
        return new SignInRecorded(
                id,
                covered(typed),
                HexFormat.of().formatHex(usernameIndex),
                accountId,
                accountName,
                affiliation,
                way,
                result,
                address,
                userAgent,
                at.toInstant());
    }

    private String covered(String typed) {
        String shown = Typed.covered(typed);
        return accountId == null && shown.equals(typed) && !typed.isEmpty()
                ? typed.substring(0, typed.offsetByCodePoints(0, hint(typed))) + "***"
                : shown;
    }

    private static int hint(String typed) {
        int letters = typed.codePointCount(0, typed.length());
        return letters > 2 * HINT ? HINT : 0;
    }
}
