package cn.zhengqi.code.issued;

import java.time.OffsetDateTime;

/** A code to be shown at once; ask for the next one before it expires. */
public record DynamicCode(String content, OffsetDateTime issuedAt, OffsetDateTime expiresAt, long ttlSeconds) {}
