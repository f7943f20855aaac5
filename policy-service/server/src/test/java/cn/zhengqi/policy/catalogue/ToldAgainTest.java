package cn.zhengqi.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.AfterMigrations;
import cn.zhengqi.testing.ServiceTest;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens after migrations; each test in a transaction that leaves nothing behind. */
@ServiceTest
class ToldAgainTest {

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void where_log_and_library_agree_nothing_is_told() {
        afterMigrations().tellNothing();
    }

    @Test
    void what_a_migration_changed_is_told_once_under_a_new_version() {
        afterMigrations().tried(afterMigrations -> {
            long told = afterMigrations().told();
            jdbc.sql("""
                            update policy_edition e
                            set benefit = '改过', rule = jsonb_set(rule, '{verified}', to_jsonb(not (rule ->> 'verified')::boolean))
                            from policy p where p.id = e.policy_id and p.code = 'N01'""").update();

            afterMigrations.run();
            afterMigrations.run();

            assertThat(afterMigrations().told()).isEqualTo(told + 1);
            assertThat(jdbc.sql("""
                                    select o.data ->> 'code' = 'N01' and o.data ->> 'benefit' = '改过' and o.data -> 'rule' = e.rule
                                      and e.version = 1 and o.version = e.edition * 1000000 + e.version
                                    from outbox o join policy_edition e on e.policy_id = o.subject
                                    where o.type = 'policy.PolicyPublished' order by o.seq desc limit 1""").query(Boolean.class).single()).isTrue();
        });
    }

    private AfterMigrations afterMigrations() {
        return new AfterMigrations(database, transaction, "policy.PolicyPublished");
    }
}
