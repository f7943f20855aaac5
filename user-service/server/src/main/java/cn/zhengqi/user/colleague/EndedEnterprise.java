package cn.zhengqi.user.colleague;

import java.time.OffsetDateTime;

/**
 * An enterprise for which the person acted until its code was revoked.
 *
 * @param reason why it was
 */
public record EndedEnterprise(String name, String uscc, String reason, OffsetDateTime endedAt) {}
