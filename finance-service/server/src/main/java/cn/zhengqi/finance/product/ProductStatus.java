package cn.zhengqi.finance.product;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;

/** Whether enterprises may apply for a product. */
public enum ProductStatus {
    PUBLISHED("受理中"),
    SUSPENDED("已暂停");

    private final String label;

    ProductStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** @throws ProblemException STATE_CONFLICT when it is so already */
    ProductStatus to(ProductStatus target) {
        if (target == this) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, "该产品已经是“" + label + "”");
        }
        return target;
    }
}
