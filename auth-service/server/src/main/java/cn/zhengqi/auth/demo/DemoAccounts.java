package cn.zhengqi.auth.demo;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.Passwords;
import cn.zhengqi.files.DemoAccount;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.UserType;
import java.time.Clock;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens the accounts of the demonstration once. Their password is printed in the manual, so they are opened in the local
 * profile only, whatever else is configured.
 */
@Component
@ConditionalOnBooleanProperty("zhengqi.demo.enabled")
class DemoAccounts implements ApplicationRunner {

    static final String PASSWORD = "Zhengqi@2026";

    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);

    private final Accounts accounts;
    private final Passwords passwords;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final boolean local;

    DemoAccounts(
            Accounts accounts,
            Passwords passwords,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            Environment environment) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.local = Arrays.asList(environment.getActiveProfiles()).contains("local");
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!local) {
            LOG.warn("Demo accounts are opened in the profile 'local' only; there are none here");
            return;
        }
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('demo'))")
                    .query((row, n) -> n)
                    .single();
            boolean loaded = jdbc.sql("select exists (select 1 from account where demo)")
                    .query(Boolean.class)
                    .single();
            if (!loaded) {
                load();
            }
        });
    }

    private void load() {
        String hash = passwords.hash(PASSWORD);
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
                    true,
                    0);
            if (accounts.open(account)) {
                opened++;
            }
        }
        LOG.info("Demo data: {} accounts", opened);
    }
}
