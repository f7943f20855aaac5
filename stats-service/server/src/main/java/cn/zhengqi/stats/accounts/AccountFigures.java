package cn.zhengqi.stats.accounts;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.auth.api.UserRegistered;
import cn.zhengqi.code.api.CodeIssued;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.api.CodeStatusChanged;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 注册用户量 with its 用户来源 (document §1.2.6.2): all accounts ever opened of the types that may register. One that is closed stays counted, so that days add up to the whole.
 * What chambers and providers open for their own people is among them; accounts of departments, banks and operators are not. And 认证企业量: enterprises that hold a code
 * which is not revoked.
 */
@Component
public class AccountFigures {

    private static final String NAME = "accounts";

    private static final Kept NOTHING_HEARD = new Kept(false, -1);

    private final JdbcClient jdbc;

    AccountFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record RegistrationsOfDay(LocalDate day, long count) {}

    /** What was heard last of a code. */
    private record Kept(boolean inForce, long version) {}

    @Configuration(proxyBeanMethods = false)
    static class Events {

        @Bean
        EventHandler<UserRegistered> accountRegistered(AccountFigures figures) {
            return on(UserRegistered.class, NAME, (account, meta) -> figures.count(account));
        }

        @Bean
        EventHandler<CodeIssued> enterpriseCertified(AccountFigures figures) {
            return on(
                    CodeIssued.class,
                    NAME,
                    (code, meta) -> figures.count(code.codeId(), code.enterpriseId(), true, meta.version()));
        }

        /** Frozen or marked, an enterprise stays certified: revoked or unbound it is not. */
        @Bean
        EventHandler<CodeStatusChanged> certificationChanged(AccountFigures figures) {
            return on(
                    CodeStatusChanged.class,
                    NAME,
                    (code, meta) -> figures.count(
                            code.codeId(), code.enterpriseId(), code.status() != CodeStatus.REVOKED, meta.version()));
        }
    }

    private void count(UserRegistered account) {
        if (!account.userType().mayRegister()) {
            return;
        }
        jdbc.sql("""
                        insert into registration_roll_up (day, channel, accounts) values (?, ?, 1)
                        on conflict (day, channel) do update set accounts = registration_roll_up.accounts + 1""")
                .params(
                        BusinessTime.dayOf(account.registeredAt()),
                        account.channel().name())
                .update();
    }

    /**
     * The newest state of a code that was heard of stands. What was carried over from before codes were told apart, under the enterprise's own id, makes way for
     * the first that is heard.
     */
    private void count(UUID code, UUID enterprise, boolean inForce, long version) {
        jdbc.sql("insert into certification (enterprise_id, codes_in_force) values (?, 0) on conflict do nothing")
                .param(enterprise)
                .update();
        int before = jdbc.sql("select codes_in_force from certification where enterprise_id = ? for update")
                .param(enterprise)
                .query(Integer.class)
                .single();
        int carriedOver = jdbc.sql("delete from code_standing where code_id = ?")
                .param(enterprise)
                .update();
        int after = before - carriedOver + moved(code, inForce, version);
        jdbc.sql("update certification set codes_in_force = ? where enterprise_id = ?")
                .params(after, enterprise)
                .update();
        certify(Integer.signum(after) - Integer.signum(before));
    }

    /** @return by how much the enterprise has more codes in force than before */
    private int moved(UUID code, boolean inForce, long version) {
        Kept kept = jdbc.sql("select in_force, version from code_standing where code_id = ?")
                .param(code)
                .query((row, number) -> new Kept(row.getBoolean(1), row.getLong(2)))
                .optional()
                .orElse(NOTHING_HEARD);
        if (version <= kept.version()) {
            return 0;
        }
        jdbc.sql("""
                        insert into code_standing (code_id, in_force, version) values (?, ?, ?)
                        on conflict (code_id) do update set in_force = excluded.in_force, version = excluded.version""").params(code, inForce, version).update();
        return (inForce ? 1 : 0) - (kept.inForce() ? 1 : 0);
    }

    private void certify(int enterprises) {
        if (enterprises != 0) {
            jdbc.sql("""
                            insert into certification_roll_up (certified, enterprises) values (true, greatest(?, 0))
                            on conflict (certified) do update
                            set enterprises = certification_roll_up.enterprises + ?""").params(enterprises, enterprises).update();
        }
    }

    public long registered() {
        return jdbc.sql("select coalesce(sum(accounts), 0) from registration_roll_up")
                .query(Long.class)
                .single();
    }

    public long registeredOn(LocalDate day) {
        return jdbc.sql("select coalesce(sum(accounts), 0) from registration_roll_up where day = ?")
                .param(day)
                .query(Long.class)
                .single();
    }

    /** Every day of the period, those without a registration too. */
    public List<RegistrationsOfDay> perDay(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select d::date, coalesce(sum(accounts), 0)
                        from generate_series(?::date, ?::date, interval '1 day') d
                        left join registration_roll_up on day = d::date
                        group by d order by d""")
                .params(from, to)
                .query((row, number) -> new RegistrationsOfDay(row.getObject(1, LocalDate.class), row.getLong(2)))
                .list();
    }

    /** The days on which somebody registered. */
    public List<RegistrationsOfDay> allDays() {
        return jdbc.sql("select day, sum(accounts) from registration_roll_up group by day order by day")
                .query((row, number) -> new RegistrationsOfDay(row.getObject(1, LocalDate.class), row.getLong(2)))
                .list();
    }

    public Map<Channel, Long> byChannel() {
        Map<Channel, Long> counts = new EnumMap<>(Channel.class);
        jdbc.sql("select channel, sum(accounts) from registration_roll_up group by channel")
                .query(row -> {
                    counts.put(Channel.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    public long certifiedEnterprises() {
        return jdbc.sql("select coalesce(sum(enterprises), 0) from certification_roll_up")
                .query(Long.class)
                .single();
    }
}
