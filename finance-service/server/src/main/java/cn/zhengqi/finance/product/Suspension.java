package cn.zhengqi.finance.product;

import java.time.Instant;

/**
 * Why a product takes no applications.
 *
 * @param reason in the words of who suspended it
 */
public record Suspension(Suspender by, String reason, Instant at) {}
