package cn.zhengqi.matching.api.criteria;

/**
 * Two policies that cannot be enjoyed together.
 *
 * @param with code of the other policy
 */
public record Exclusion(String with, Clause clause) {}
