package cn.zhengqi.user.api;

import java.math.BigDecimal;

/** @param ratio percent of the shares, above 0 up to 100 */
public record Shareholder(String name, BigDecimal ratio) {}
