package cn.zhengqi.matching.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * The figures of one town, industry or size.
 *
 * @param value to narrow the list by
 * @param gain absent, as the other counts, where it would set very few apart
 * @param unknownMoney what it came to if all of whom it is not known qualified
 */
public record SandboxSlice(
        String value,
        String label,
        @Nullable Integer gain,
        @Nullable Integer lose,
        @Nullable Integer unknown,
        SandboxMoney gainMoney,
        SandboxMoney loseMoney,
        SandboxMoney unknownMoney) {}
