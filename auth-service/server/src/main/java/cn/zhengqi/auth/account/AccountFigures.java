package cn.zhengqi.auth.account;

import cn.zhengqi.auth.api.InternalAccountTotals.AccountTotals;
import cn.zhengqi.auth.api.InternalReach.Ways;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.UserType;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many accounts there are, for services that count or send. */
@Component
class AccountFigures {

    private static final String WAYS = """
            select count(b.account_id) as we_chat, count(*) filter (where a.phone_verified_at is not null) as phone
            from account a left join wechat_binding b on b.account_id = a.id
            where a.id = any(?) and a.enabled""";

    private static final String REGISTERED = """
            select channel, (registered_at at time zone 'Asia/Shanghai')::date as day, count(*) as accounts
            from account where user_type in (:registering) group by channel, day
            """;

    private static final List<String> REGISTERING = Stream.of(UserType.values())
            .filter(UserType::mayRegister)
            .map(UserType::name)
            .toList();

    private final JdbcClient jdbc;

    AccountFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Ways ways(Set<UUID> accounts) {
        return jdbc.sql(WAYS)
                .param(accounts.toArray(UUID[]::new))
                .query((row, number) -> new Ways(row.getLong("we_chat"), row.getLong("phone")))
                .single();
    }

    AccountTotals totals() {
        Map<Channel, Long> byChannel = new EnumMap<>(Channel.class);
        Map<LocalDate, Long> byDay = new HashMap<>();
        jdbc.sql(REGISTERED).param("registering", REGISTERING).query(row -> {
            long accounts = row.getLong("accounts");
            byChannel.merge(Channel.valueOf(row.getString("channel")), accounts, Long::sum);
            byDay.merge(row.getObject("day", LocalDate.class), accounts, Long::sum);
        });
        return new AccountTotals(
                byChannel.values().stream().mapToLong(Long::longValue).sum(), byChannel, byDay);
    }
}
