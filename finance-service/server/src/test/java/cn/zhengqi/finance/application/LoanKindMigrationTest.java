package cn.zhengqi.finance.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** Loans from when one was the first or a renewal, whichever bank the earlier one was of. */
class LoanKindMigrationTest {

    private final UUID enterprise = Ids.next();
    private final UUID one = Ids.next();
    private final UUID other = Ids.next();
    private final UUID first = Ids.next();
    private final UUID renewal = Ids.next();

    @Test
    void they_stay_as_they_were_declared_and_go_on_and_one_more_may_stand_beside_them() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("finance_two_kinds");
        database.migrate("73");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            product(statement, one);
            product(statement, other);
            application(statement, first, "RZ1", one, "FIRST", null);
            statement.execute("""
                    update loan_application set status = 'APPROVED', decided_at = now(), granted_amount = 400000, granted_rate = 3.45,
                      granted_term_months = 12, valid_until = '2027-11-01' where id = '%s'""".formatted(first));
            application(statement, renewal, "RZ2", other, "RENEWAL", first);
            statement.execute("update promise_term set working_days = 7 where case_class = 'RENEWAL'");

            database.migrate("74");

            assertThat(all(
                            statement,
                            "select number || ' ' || kind || ' ' || status from loan_application order by number"))
                    .containsExactly("RZ1 FIRST APPROVED", "RZ2 RENEWAL SUBMITTED");
            statement.execute("update loan_application set status = 'IN_REVIEW' where id = '%s'".formatted(renewal));
            application(statement, Ids.next(), "RZ3", one, "ADDITIONAL", null);
            assertThatThrownBy(() -> application(statement, Ids.next(), "RZ4", one, "ADDITIONAL", first))
                    .hasMessageContaining("renewal_names_an_earlier_loan");
            assertThat(all(statement, """
                            select case_class || ' ' || working_days from promise_term where kind = 'BANK_ANSWER' order by case_class""")).containsExactly("ADDITIONAL 7", "FIRST 10", "RENEWAL 7");
        }
    }

    /** Of a bank with the same id. */
    private static void product(Statement statement, UUID bank) throws SQLException {
        statement.execute("insert into bank (id, name) values ('%1$s', '%1$s')".formatted(bank));
        statement.execute("""
                insert into loan_product (id, code, title, bank_id, bank_name, product_type, guarantee, rate_text, summary, criteria, rule,
                  published_by, source, confidence, verified, status, published_at, version)
                values ('%1$s', '%1$s', '云税贷', '%1$s', '%1$s', '信用贷款', '信用', '', '', '[]', '{}', '', '', '', true, 'PUBLISHED', now(), 0)""".formatted(bank));
        statement.execute(
                "insert into loan_product_edition (product_id, edition, terms, in_force_from) values ('%s', 1, '{}', now())"
                        .formatted(bank));
    }

    private void application(Statement statement, UUID id, String number, UUID bank, String kind, @Nullable UUID renews)
            throws SQLException {
        statement.execute(
                """
                insert into loan_application (id, number, product_id, product_edition, product_title, product_type, bank_id, bank_name,
                  enterprise_id, enterprise_name, applicant_id, amount, term_months, purpose, kind, renews_application_id, channel, contact_name,
                  contact_phone, consented_at, status, submitted_at, changed_at, version, demo)
                values ('%1$s', '%2$s', '%3$s', 1, '云税贷', '信用贷款', '%3$s', '%3$s', '%4$s', '甲', '%4$s', 500000, 12, '周转', '%5$s', %6$s, 'PC', '李',
                  '13812345678', now(), 'SUBMITTED', now(), now(), 0, false)""".formatted(id, number, bank, enterprise, kind, renews == null ? "null" : "'" + renews + "'"));
    }

    private static List<String> all(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }
}
