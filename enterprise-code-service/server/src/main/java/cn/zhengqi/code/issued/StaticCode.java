package cn.zhengqi.code.issued;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param token 128 random bits */
record StaticCode(
        UUID token, UUID codeId, Instant issuedAt, @Nullable Instant revokedAt) {}
