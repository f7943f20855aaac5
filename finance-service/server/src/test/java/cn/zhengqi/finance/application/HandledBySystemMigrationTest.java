package cn.zhengqi.finance.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Applications from before it was kept whether a bank's system has them. */
class HandledBySystemMigrationTest {

    private final UUID bank = Ids.next();

    @Test
    void what_a_banks_system_had_is_known_by_the_name_that_begins_with_its_banks() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("finance_handled_by_system");
        database.migrate("112");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            product(statement);
            application(statement, "RZ1", "测试银行 信贷系统");
            application(statement, "RZ2", "周客户");
            application(statement, "RZ3", null);

            database.migrate("114");

            List<String> bySystem = new ArrayList<>();
            try (ResultSet found =
                    statement.executeQuery("select number from loan_application where handled_by_system")) {
                while (found.next()) {
                    bySystem.add(found.getString(1));
                }
            }
            assertThat(bySystem).containsExactly("RZ1");
        }
    }

    /** With the id of its bank. */
    private void product(Statement statement) throws SQLException {
        statement.execute("insert into bank (id, name) values ('%s', '测试银行')".formatted(bank));
        statement.execute("""
                insert into loan_product (id, code, title, bank_id, bank_name, product_type, guarantee, rate_text, summary, criteria, rule,
                  published_by, source, confidence, verified, status, published_at, version)
                values ('%1$s', '%1$s', '云税贷', '%1$s', '测试银行', '信用贷款', '信用', '', '', '[]', '{}', '', '', '', true, 'PUBLISHED', now(), 0)""".formatted(bank));
        statement.execute(
                "insert into loan_product_edition (product_id, edition, terms, in_force_from) values ('%s', 1, '{}', now())"
                        .formatted(bank));
    }

    private void application(Statement statement, String number, @Nullable String handler) throws SQLException {
        statement.execute("""
                insert into loan_application (id, number, product_id, product_edition, product_title, product_type, bank_id, bank_name,
                  enterprise_id, enterprise_name, applicant_id, amount, term_months, purpose, kind, channel, contact_name,
                  contact_phone, consented_at, status, submitted_at, changed_at, version, demo, handler_id, handler_name)
                values ('%1$s', '%2$s', '%3$s', 1, '云税贷', '信用贷款', '%3$s', '测试银行', '%1$s', '甲', '%1$s', 500000, 12, '周转', 'FIRST', 'PC', '李',
                  '13812345678', now(), 'IN_REVIEW', now(), now(), 0, false, %4$s)""".formatted(
                        Ids.next(),
                        number,
                        bank,
                        handler == null ? "null, null" : "'%s', '%s'".formatted(Ids.next(), handler)));
    }
}
