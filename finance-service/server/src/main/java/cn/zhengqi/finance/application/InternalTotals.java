package cn.zhengqi.finance.application;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The figures of finance, counted from its own tables, against which the statistics are checked: in all, by channel as
 * {@code orders.WECHAT}, by day of the district as {@code orders.2026-11-25}. Amounts in yuan.
 */
@RestController
class InternalTotals {

    private static final String COUNT = """
            with submitted as (
                select channel, amount, status, disbursed_amount,
                       (submitted_at at time zone 'Asia/Shanghai')::date as day
                from loan_application)
            select 'orders' as figure, count(*)::numeric as value from submitted
            union all select 'orderAmount', coalesce(sum(amount), 0.00) from submitted
            union all select 'orders.' || channel, count(*) from submitted group by channel
            union all select 'orders.' || day, count(*) from submitted group by day
            union all select 'orderAmount.' || day, sum(amount) from submitted group by day
            union all select 'inReview', count(*) from submitted where status in ('SUBMITTED', 'IN_REVIEW')
            union all select 'approved', count(*) from submitted where status in ('APPROVED', 'SETTLED')
            union all select 'refused', count(*) from submitted where status = 'REFUSED'
            union all select 'withdrawn', count(*) from submitted where status = 'WITHDRAWN'
            union all select 'disbursed', coalesce(sum(disbursed_amount), 0.00) from submitted
            union all select 'loanProducts', count(*) from loan_product where status = 'PUBLISHED'
            """;

    private final JdbcClient jdbc;

    InternalTotals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/internal/totals")
    Map<String, BigDecimal> totals() {
        Map<String, BigDecimal> totals = new LinkedHashMap<>();
        jdbc.sql(COUNT).query(row -> {
            totals.put(row.getString("figure"), row.getBigDecimal("value"));
        });
        return totals;
    }
}
