package cn.zhengqi.auth.demo;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.Passwords;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.files.DemoAccount;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.UserType;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opens the accounts of the demonstration once, all with the one password that the environment gives. Without it the
 * service does not start: a demonstration that nobody can sign in to helps nobody, and a password in the code would be
 * known to everybody.
 */
@Component
@ConditionalOnBooleanProperty("zhengqi.demo.enabled")
class DemoAccounts implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);

    private final Accounts accounts;
    private final Passwords passwords;
    private final JdbcClient jdbc;
    private final OnceLoader once;
    private final Clock clock;
    private final String password;

    DemoAccounts(
            Accounts accounts,
            Passwords passwords,
            JdbcClient jdbc,
            OnceLoader once,
            Clock clock,
            @Value("${zhengqi.demo.password:}") String password) {
        if (password.isBlank()) {
            throw new IllegalStateException("ZHENGQI_DEMO_PASSWORD must be set where demo data is asked for");
        }
        this.accounts = accounts;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.once = once;
        this.clock = clock;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        once.once("demo", this::isLoaded, this::load);
    }

    private boolean isLoaded() {
        return jdbc.sql("select exists (select 1 from account where demo)")
                .query(Boolean.class)
                .single();
    }

    private void load() {
        String hash = passwords.hash(password);
        int opened = 0;
        for (DemoAccount demo : DemoFiles.accounts(clock.instant())) {
            Account account = new Account(
                    demo.id(),
                    UserType.valueOf(demo.userType()),
                    demo.username(),
                    demo.phone(),
                    demo.displayName(),
                    hash,
                    0,
                    true,
                    Channel.valueOf(demo.channel()),
                    demo.createdAt(),
                    demo.createdAt(),
                    true,
                    0);
            if (accounts.open(account)) {
                opened++;
            }
        }
        LOG.info("Demo data: {} accounts", opened);
    }
}
