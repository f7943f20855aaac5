package cn.zhengqi.finance.enterprise;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What finance needs to know of an enterprise.
 *
 * @param demo shown as 演示
 * @param changedAt when the register said so
 */
public record Enterprise(
        UUID id, String uscc, String name, @Nullable String townCode, boolean demo, Instant changedAt) {}
