package cn.zhengqi.finance.enterprise;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The enterprise for which somebody acts.
 *
 * @param townCode absent while its record of the register has not arrived here
 */
public record ActedFor(UUID id, String name, @Nullable String townCode, boolean demo) {}
