package cn.zhengqi.auth.account;

import cn.zhengqi.auth.api.InternalReach;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.Callers;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers("message-service")
class ReachEndpoint implements InternalReach {

    private static final String COUNT = """
            select count(b.account_id) as we_chat, count(*) filter (where a.phone_verified_at is not null) as phone
            from account a left join wechat_binding b on b.account_id = a.id
            where a.id = any(?) and a.enabled""";

    private final JdbcClient jdbc;

    ReachEndpoint(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @PostMapping("/internal/reach")
    public Ways ways(@RequestBody Set<UUID> accounts) {
        if (accounts.size() > MOST_ACCOUNTS) {
            throw ProblemException.validation("accounts", "SIZE", "一次最多 " + MOST_ACCOUNTS + " 个账号");
        }
        return jdbc.sql(COUNT)
                .param(accounts.toArray(UUID[]::new))
                .query((row, number) -> new Ways(row.getLong("we_chat"), row.getLong("phone")))
                .single();
    }
}
