package cn.zhengqi.finance.product;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.criteria.Validity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Loan products for tests. */
public final class Products {

    private Products() {}

    /** A product of a bank of its own, with the limits given; null: not published. */
    public static LoanProduct of(@Nullable Integer maxAmountWan, @Nullable Integer termMonths) {
        UUID bank = Ids.next();
        return ofBank(new Bank(bank, "测试银行" + bank), maxAmountWan, termMonths);
    }

    public static LoanProduct ofBank(Bank bank, @Nullable Integer maxAmountWan, @Nullable Integer termMonths) {
        String code = "T" + Ids.next().toString().substring(24);
        BigDecimal most = maxAmountWan == null ? null : BigDecimal.valueOf(maxAmountWan);
        return LoanProduct.publish(
                code,
                new PublishedTerms(
                        "测试贷" + code,
                        "信用贷款/税贷",
                        "信用",
                        null,
                        most,
                        null,
                        termMonths,
                        null,
                        null,
                        "未公布",
                        "只为测试。",
                        new ProductCriteria(List.of()),
                        new ProductRule(
                                code,
                                "1",
                                "测试贷",
                                bank.name(),
                                "信用贷款/税贷",
                                "信用",
                                most,
                                termMonths,
                                "未公布",
                                Validity.OPEN,
                                false,
                                "low",
                                "测试",
                                new Unverified(null, null, "未公布"),
                                null),
                        null,
                        bank.name(),
                        "测试",
                        "low"),
                bank,
                Instant.parse("2026-01-01T00:00:00Z"));
    }
}
