package cn.zhengqi.policy.redemption.ledger;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * Where the money of a project is, in yuan. What is not free is reserved, approved, paid or returned.
 *
 * @param reserved for applications that are shown to the public
 * @param approved to be paid
 * @param returned given back by the project
 */
public record Budget(
        UUID projectId,
        BigDecimal allocated,
        BigDecimal reserved,
        BigDecimal approved,
        BigDecimal paid,
        BigDecimal returned) {

    /** What can still be reserved. */
    public BigDecimal free() {
        return allocated.subtract(reserved).subtract(approved).subtract(paid).subtract(returned);
    }
}
