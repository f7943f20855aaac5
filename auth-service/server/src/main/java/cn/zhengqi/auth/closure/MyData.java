package cn.zhengqi.auth.closure;

import cn.zhengqi.auth.passkey.Passkeys.Passkey;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What auth-service keeps of a person, for them to take out; their own, so nothing is covered. */
record MyData(
        String phone,
        String displayName,
        @Nullable String username,
        String userType,
        OffsetDateTime registeredAt,
        boolean secondFactor,
        List<Passkey> passkeys,
        @Nullable WeChat weChat,
        List<Device> devices,
        List<PastSignIn> signIns,
        List<App> allowedApps) {

    /** The WeChat user that opens the account. */
    record WeChat(@Nullable String nickname, OffsetDateTime boundAt) {}

    /** Where the account was used, of the last half year. */
    record Device(String address, String userAgent, OffsetDateTime startedAt, OffsetDateTime seenAt) {}

    /** Another application that the person signs in to with the account, and what it may know. */
    record App(String name, String owner, List<String> knows, OffsetDateTime givenAt) {}

    /** @param result as the log of sign-ins has it */
    record PastSignIn(OffsetDateTime at, String address, String userAgent, String result) {}
}
