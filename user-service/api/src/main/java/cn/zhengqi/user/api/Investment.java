package cn.zhengqi.user.api;

import java.math.BigDecimal;

/**
 * @param name the enterprise invested in
 * @param ratio percent of its shares, above 0 up to 100
 */
public record Investment(String name, BigDecimal ratio) {}
