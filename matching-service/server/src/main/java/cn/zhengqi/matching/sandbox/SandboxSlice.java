package cn.zhengqi.matching.sandbox;

/**
 * The figures of one town, industry or size.
 *
 * @param value to narrow the list by
 * @param unknownMoney what it came to if all of whom it is not known qualified
 */
public record SandboxSlice(
        String value,
        String label,
        int gain,
        int lose,
        int unknown,
        SandboxMoney gainMoney,
        SandboxMoney loseMoney,
        SandboxMoney unknownMoney) {}
