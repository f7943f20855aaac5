package cn.zhengqi.finance.product;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A loan product in the console.
 *
 * @param suspension absent: it takes applications, or nothing is known of its suspension
 * @param bankSuspension that of its bank, beside that of the finance office, which holds
 * @param version to be sent with the next action
 */
public record ManagedProduct(
        @JsonUnwrapped LoanProductView product,
        String confidence,
        @Nullable Suspension suspension,
        @Nullable Suspension bankSuspension,
        int version) {

    static ManagedProduct of(LoanProduct it) {
        return new ManagedProduct(
                LoanProductView.of(it), it.confidence(), it.suspension(), it.bankSuspension(), it.version());
    }
}
