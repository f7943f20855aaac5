package cn.zhengqi.finance.application;

import java.math.BigDecimal;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The figures of finance, counted from its own tables, against which the statistics are checked. */
@RestController
class InternalTotals {

    private final TotalsMapper totals;

    InternalTotals(TotalsMapper totals) {
        this.totals = totals;
    }

    @GetMapping("/internal/totals")
    Totals totals() {
        return totals.count();
    }

    /**
     * @param amount yuan asked for
     * @param inReview waiting for the bank or in review
     * @param approved granted, settled ones included
     * @param disbursed yuan paid out
     * @param products published
     */
    record Totals(
            long applications,
            BigDecimal amount,
            long inReview,
            long approved,
            long refused,
            long withdrawn,
            BigDecimal disbursed,
            long products) {}

    @Mapper
    interface TotalsMapper {

        @Select("""
                select count(*) as applications,
                       coalesce(sum(amount), 0) as amount,
                       count(*) filter (where status in ('SUBMITTED', 'IN_REVIEW')) as in_review,
                       count(*) filter (where status in ('APPROVED', 'SETTLED')) as approved,
                       count(*) filter (where status = 'REFUSED') as refused,
                       count(*) filter (where status = 'WITHDRAWN') as withdrawn,
                       coalesce(sum(disbursed_amount), 0) as disbursed,
                       (select count(*) from loan_product where status = 'PUBLISHED') as products
                from loan_application
                """)
        Totals count();
    }
}
