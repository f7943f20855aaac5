package cn.zhengqi.finance.api;

import java.util.UUID;

/**
 * Which bank claimed which financing demand; the enterprise by its ids alone, as in {@link DemandParties}.
 *
 * @param number of the demand
 * @param officerId who claimed it at the bank
 * @param posterId the person who posted the demand
 */
public record ClaimParties(
        UUID claimId,
        UUID demandId,
        String number,
        UUID bankId,
        String bankName,
        UUID officerId,
        UUID enterpriseId,
        UUID posterId) {}
