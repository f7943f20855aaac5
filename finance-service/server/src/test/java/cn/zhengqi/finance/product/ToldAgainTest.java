package cn.zhengqi.finance.product;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.testing.AfterMigrations;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens after migrations; each test in a transaction that leaves nothing behind. */
class ToldAgainTest extends FinanceServiceTest {

    @Autowired
    DataSource database;

    @Test
    void where_log_and_table_agree_nothing_is_told() {
        afterMigrations().tellNothing();
    }

    @Test
    void what_a_migration_changed_is_told_once_under_a_new_version() {
        afterMigrations().tried(afterMigrations -> {
            long told = afterMigrations().told();
            jdbc.sql("""
                            update loan_product
                            set product_type = '科创贷款', rule = jsonb_set(rule, '{productType}', '"科创贷款"') where id = ?""").param(product.id()).update();

            afterMigrations.run();
            afterMigrations.run();

            assertThat(afterMigrations().told()).isEqualTo(told + 1);
            assertThat(jdbc.sql("""
                                    select o.data ->> 'productType' = '科创贷款' and o.data -> 'rule' = p.rule
                                      and p.version = 1 and o.version = p.version
                                    from outbox o join loan_product p on p.id = o.subject
                                    where o.type = 'finance.LoanProductPublished' order by o.seq desc limit 1""").query(Boolean.class).single()).isTrue();
        });
    }

    private AfterMigrations afterMigrations() {
        return new AfterMigrations(database, transaction, "finance.LoanProductPublished");
    }
}
