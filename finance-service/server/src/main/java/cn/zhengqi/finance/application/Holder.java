package cn.zhengqi.finance.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * With whom an application lies within its bank.
 *
 * @param institutionId of a branch, or of the bank
 * @param officer absent: the pool of that institution, from which its officers take
 */
public record Holder(
        UUID institutionId,
        String institutionName,
        @Nullable Actor officer) {}
