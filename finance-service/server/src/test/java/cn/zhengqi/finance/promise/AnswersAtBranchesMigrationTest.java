package cn.zhengqi.finance.promise;

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

/** Answers that were promised before it was kept where within a bank an application lies. */
class AnswersAtBranchesMigrationTest {

    private final UUID bank = Ids.next();
    private final UUID branch = Ids.next();

    @Test
    void what_lies_at_a_branch_is_called_for_there_also_where_it_was_promised_before() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("finance_answers_at_branches");
        database.migrate("125");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            product(statement);
            promised(statement, "RZ1", "'%s', '城南支行'".formatted(branch), "BANK_ANSWER");
            promised(statement, "RZ2", "null, null", "BANK_ANSWER");
            promised(statement, "RZ3", "'%s', '城南支行'".formatted(branch), "DEMAND_ANSWER");

            database.migrate("130");

            List<String> there = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(
                    "select case_number || ' ' || branch_id || ' ' || branch_name from promise where branch_id is not null")) {
                while (found.next()) {
                    there.add(found.getString(1));
                }
            }
            assertThat(there).containsExactly("RZ1 " + branch + " 城南支行");
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

    private void promised(Statement statement, String number, String at, String kind) throws SQLException {
        UUID id = Ids.next();
        statement.execute("""
                insert into loan_application (id, number, product_id, product_edition, product_title, product_type, bank_id, bank_name,
                  enterprise_id, enterprise_name, applicant_id, amount, term_months, purpose, kind, channel, contact_name,
                  contact_phone, consented_at, status, submitted_at, changed_at, version, demo, branch_id, branch_name)
                values ('%1$s', '%2$s', '%3$s', 1, '云税贷', '信用贷款', '%3$s', '测试银行', '%1$s', '甲', '%1$s', 500000, 12, '周转', 'FIRST', 'PC', '李',
                  '13812345678', now(), 'SUBMITTED', now(), now(), 0, false, %4$s)""".formatted(id, number, bank, at));
        statement.execute("""
                insert into promise (id, kind, case_class, case_id, case_number, about, institution_id, institution_name, working_days,
                  warn_after, escalate_after, state, ran, started_at, reckoned_by)
                values ('%1$s', '%2$s', 'FIRST', '%1$s', '%3$s', '甲　云税贷', '%4$s', '测试银行', 10, 0.8, '{1}', 'RUNNING', array[now()], now(), 0)""".formatted(id, kind, number, bank));
    }
}
