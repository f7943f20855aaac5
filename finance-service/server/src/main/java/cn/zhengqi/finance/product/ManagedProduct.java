package cn.zhengqi.finance.product;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A loan product in the console.
 *
 * @param version to be sent with the next action
 */
public record ManagedProduct(@JsonUnwrapped LoanProductView product, String confidence, int version) {

    static ManagedProduct of(LoanProduct it) {
        return new ManagedProduct(LoanProductView.of(it), it.confidence(), it.version());
    }
}
