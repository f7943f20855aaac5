package cn.zhengqi.finance.api;

import java.util.UUID;

/**
 * Which financing demand a fact is about, and whose it is: by ids alone, because a bank hears of it that may not know whose it is.
 *
 * @param posterId the person who posted it
 */
public record DemandParties(UUID demandId, String number, UUID enterpriseId, UUID posterId, boolean demo) {}
