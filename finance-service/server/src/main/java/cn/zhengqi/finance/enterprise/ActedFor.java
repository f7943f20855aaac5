package cn.zhengqi.finance.enterprise;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The enterprise for which somebody acts.
 *
 * @param townCode absent where the register knows none
 */
public record ActedFor(UUID id, String name, @Nullable String townCode, boolean demo) {}
