package cn.zhengqi.auth.signin;

import cn.zhengqi.kernel.Mask;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;
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
        SignInResult result) {

    private static final Pattern PHONE = Pattern.compile("\\d{11}");

    /** As those see it who read the log: whose phone number it was is found by looking for that number. */
    SignInLogEntry masked() {
        String shown = PHONE.matcher(username).matches() ? Mask.PHONE.apply(username) : username;
        return new SignInLogEntry(id, at, shown, accountId, address, userAgent, result);
    }
}
