package cn.zhengqi.auth.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.Passwords;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.files.DemoFiles;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;

class DemoAccountsTest extends AuthServiceTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Passwords passwords;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OnceLoader once;

    @Test
    void demo_accounts_are_opened_once_with_their_past_and_only_with_a_password() {
        assertThatThrownBy(() -> load(" ")).hasMessageContaining("ZHENGQI_DEMO_PASSWORD");
        jdbc.sql("delete from account where demo").update();

        load("Zhengqi@2026");
        load("Another@2026");

        int expected = DemoFiles.accounts(Clock.systemUTC().instant()).size();
        assertThat(demoAccounts()).isEqualTo(expected);
        assertThat(jdbc.sql("""
                        select count(*) from outbox o join account a on a.id = o.subject
                        where a.demo and o.type = 'auth.UserRegistered' and (o.data ->> 'registeredAt')::timestamptz = a.registered_at
                          and o.occurred_at = a.registered_at""").query(Long.class).single()).isEqualTo(expected);
        assertThat(jdbc.sql("select count(*) from account where demo and registered_at < now() - interval '60 days'")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(browser().signIn("qiye", "Zhengqi@2026").status()).isEqualTo(200);
        assertThat(browser().signIn("QIYE", "Zhengqi@2026").status()).isEqualTo(200);
    }

    private void load(String password) {
        new DemoAccounts(accounts, passwords, jdbc, once, Clock.systemUTC(), password)
                .run(new DefaultApplicationArguments());
    }

    private long demoAccounts() {
        return jdbc.sql("select count(*) from account where demo")
                .query(Long.class)
                .single();
    }
}
