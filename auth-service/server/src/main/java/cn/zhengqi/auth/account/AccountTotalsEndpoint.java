package cn.zhengqi.auth.account;

import cn.zhengqi.auth.api.InternalAccountTotals;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.web.Callers;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers("stats-service")
class AccountTotalsEndpoint implements InternalAccountTotals {

    private static final String COUNT = """
            select channel, (registered_at at time zone 'Asia/Shanghai')::date as day, count(*) as accounts
            from account where user_type in (:registering) group by channel, day
            """;

    private static final List<String> REGISTERING = Stream.of(UserType.values())
            .filter(UserType::mayRegister)
            .map(UserType::name)
            .toList();

    private final JdbcClient jdbc;

    AccountTotalsEndpoint(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public AccountTotals totals() {
        Map<Channel, Long> byChannel = new EnumMap<>(Channel.class);
        Map<LocalDate, Long> byDay = new HashMap<>();
        jdbc.sql(COUNT).param("registering", REGISTERING).query(row -> {
            long accounts = row.getLong("accounts");
            byChannel.merge(Channel.valueOf(row.getString("channel")), accounts, Long::sum);
            byDay.merge(row.getObject("day", LocalDate.class), accounts, Long::sum);
        });
        return new AccountTotals(
                byChannel.values().stream().mapToLong(Long::longValue).sum(), byChannel, byDay);
    }
}
