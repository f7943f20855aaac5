package cn.zhengqi.auth.account;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * All accounts that were ever opened, against which the statistics are checked: in all, by channel as
 * {@code registeredUsers.WECHAT}, by day of the district as {@code registeredUsers.2026-11-25}.
 */
@RestController
class InternalTotals {

    private static final String COUNT = """
            select 'registeredUsers' as figure, count(*) as value from account
            union all select 'registeredUsers.' || channel, count(*) from account group by channel
            union all select 'registeredUsers.' || (registered_at at time zone 'Asia/Shanghai')::date, count(*)
            from account group by (registered_at at time zone 'Asia/Shanghai')::date
            """;

    private final JdbcClient jdbc;

    InternalTotals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/internal/totals")
    Map<String, Long> totals() {
        Map<String, Long> totals = new LinkedHashMap<>();
        jdbc.sql(COUNT).query(row -> {
            totals.put(row.getString("figure"), row.getLong("value"));
        });
        return totals;
    }
}
