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
import org.junit.jupiter.api.Test;

/** Applications from before it was kept how long a grant may be. */
class GrantTermMigrationTest {

    private final UUID bank = Ids.next();

    @Test
    void an_application_keeps_the_longest_term_of_the_edition_under_which_it_was_made() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("finance_grant_term");
        database.migrate("124");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            product(statement);
            application(statement, "RZ1", 1);
            application(statement, "RZ2", 2);

            database.migrate("125");

            List<String> terms = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(
                    "select number || ' ' || coalesce(published_term_months::text, '-') from loan_application order by 1")) {
                while (found.next()) {
                    terms.add(found.getString(1));
                }
            }
            assertThat(terms).containsExactly("RZ1 36", "RZ2 -");
        }
    }

    private void product(Statement statement) throws SQLException {
        statement.execute("insert into bank (id, name) values ('%s', '测试银行')".formatted(bank));
        statement.execute("""
                insert into loan_product (id, code, title, bank_id, bank_name, product_type, guarantee, rate_text, summary, criteria, rule,
                  published_by, source, confidence, verified, status, published_at, version)
                values ('%1$s', '%1$s', '云税贷', '%1$s', '测试银行', '信用贷款', '信用', '', '', '[]', '{}', '', '', '', true, 'PUBLISHED', now(), 0)""".formatted(bank));
        statement.execute("""
                insert into loan_product_edition (product_id, edition, terms, in_force_from)
                values ('%1$s', 1, '{"termMonths": 36}', now()), ('%1$s', 2, '{}', now())""".formatted(bank));
    }

    private void application(Statement statement, String number, int edition) throws SQLException {
        statement.execute("""
                insert into loan_application (id, number, product_id, product_edition, product_title, product_type, bank_id, bank_name,
                  enterprise_id, enterprise_name, applicant_id, amount, term_months, purpose, kind, channel, contact_name,
                  contact_phone, consented_at, status, submitted_at, changed_at, version, demo)
                values ('%1$s', '%2$s', '%3$s', %4$s, '云税贷', '信用贷款', '%3$s', '测试银行', '%1$s', '甲', '%1$s', 500000, 12, '周转', 'FIRST', 'PC', '李',
                  '13812345678', now(), 'IN_REVIEW', now(), now(), 0, false)""".formatted(Ids.next(), number, bank, edition));
    }
}
