package cn.zhengqi.auth.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Heard inside this service only.
 *
 * @param accessToken of the session in which it was changed
 * @param signInId of the same; null where the token names none
 */
public record PasswordChanged(
        UUID accountId, String accessToken, @Nullable UUID signInId) {}
