package cn.zhengqi.matching.sandbox;

/**
 * The figures of one town, industry or size.
 *
 * @param value to narrow the list by
 */
public record SandboxSlice(String value, String label, int gain, int lose, int unknown) {}
