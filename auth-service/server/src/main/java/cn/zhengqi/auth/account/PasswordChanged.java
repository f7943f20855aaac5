package cn.zhengqi.auth.account;

import java.util.UUID;

/**
 * Heard inside this service only.
 *
 * @param accessToken of the session in which it was changed
 */
public record PasswordChanged(UUID accountId, String accessToken) {}
