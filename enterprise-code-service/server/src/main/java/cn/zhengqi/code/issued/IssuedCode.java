package cn.zhengqi.code.issued;

import cn.zhengqi.code.api.CodeStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a claim led to.
 *
 * @param number 企业标识, fit to be read out
 * @param ending 解绑 or 注销, once it is revoked
 */
public record IssuedCode(
        String number,
        Instant issuedAt,
        CodeStatus status,
        @Nullable Instant endedAt,
        @Nullable String ending) {}
