package cn.zhengqi.finance.product;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A loan product in the console.
 *
 * @param suspension absent: it takes applications, or nothing is known of its suspension
 * @param version to be sent with the next action
 */
public record ManagedProduct(
        @JsonUnwrapped LoanProductView product,
        String confidence,
        @Nullable Suspension suspension,
        int version) {

    static ManagedProduct of(LoanProduct it) {
        return new ManagedProduct(LoanProductView.of(it), it.confidence(), it.suspension(), it.version());
    }
}
