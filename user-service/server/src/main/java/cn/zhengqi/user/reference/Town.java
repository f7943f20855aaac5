package cn.zhengqi.user.reference;

/**
 * A 街道 or 镇 of the district.
 *
 * @param code GB/T 2260 extended, nine digits
 */
public record Town(String code, String name, String type) {}
