package cn.zhengqi.stats.reconciliation;

import cn.zhengqi.auth.api.InternalAccountTotals;
import cn.zhengqi.auth.api.InternalAccountTotals.AccountTotals;
import cn.zhengqi.code.api.InternalCodeTotals;
import cn.zhengqi.code.api.InternalCodeTotals.CodeTotals;
import cn.zhengqi.finance.api.InternalLoanTotals;
import cn.zhengqi.finance.api.InternalLoanTotals.LoanTotals;
import cn.zhengqi.policy.api.InternalPolicyTotals;
import cn.zhengqi.policy.api.InternalPolicyTotals.PolicyTotals;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** All that is counted, here or by the sources from their own tables. */
record Totals(AccountTotals accounts, CodeTotals codes, PolicyTotals policies, LoanTotals loans) {

    /** One row a figure: {@code orders}, by channel as {@code orders.WECHAT}, by day as {@code orders.2026-11-25}. */
    Map<String, BigDecimal> figures() {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        put(figures, "registeredUsers", accounts.registeredUsers());
        accounts.byChannel().forEach((channel, count) -> put(figures, "registeredUsers." + channel, count));
        accounts.byDay().forEach((day, count) -> put(figures, "registeredUsers." + day, count));
        put(figures, "certifiedEnterprises", codes.certifiedEnterprises());
        put(figures, "policies", policies.policies());
        put(figures, "policyOpened", policies.opened());
        put(figures, "policyFiled", policies.filed());
        put(figures, "policyApproved", policies.approved());
        put(figures, "policyPaid", policies.paid());
        figures.put("policyAmountPaid", policies.amountPaid());
        put(figures, "orders", loans.orders());
        figures.put("orderAmount", loans.orderAmount());
        loans.ordersByChannel().forEach((channel, count) -> put(figures, "orders." + channel, count));
        loans.ordersByDay().forEach((day, orders) -> {
            put(figures, "orders." + day, orders.orders());
            figures.put("orderAmount." + day, orders.amount());
        });
        put(figures, "inReview", loans.inReview());
        put(figures, "approved", loans.approved());
        put(figures, "refused", loans.refused());
        put(figures, "withdrawn", loans.withdrawn());
        figures.put("disbursed", loans.disbursed());
        put(figures, "loanProducts", loans.loanProducts());
        return figures;
    }

    private static void put(Map<String, BigDecimal> figures, String figure, long count) {
        figures.put(figure, BigDecimal.valueOf(count));
    }

    /** As the sources count it. */
    @Component
    static class There {

        private final InternalAccountTotals accounts;
        private final InternalCodeTotals codes;
        private final InternalPolicyTotals policies;
        private final InternalLoanTotals loans;

        There(
                InternalAccountTotals accounts,
                InternalCodeTotals codes,
                InternalPolicyTotals policies,
                InternalLoanTotals loans) {
            this.accounts = accounts;
            this.codes = codes;
            this.policies = policies;
            this.loans = loans;
        }

        Totals totals() {
            return new Totals(accounts.totals(), codes.totals(), policies.totals(), loans.totals());
        }
    }
}
