package cn.zhengqi.auth.session;

import java.util.UUID;

/**
 * Heard inside this service only: tokens of the account say more, or less, than is true now.
 *
 * @param event by which it is heard again, later and for certain
 */
public record AuthorityChanged(UUID accountId, UUID event) {}
