package cn.zhengqi.code.claim;

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

class OpenClaimsArePromisedTest {

    private final UUID file = Ids.next();

    @Test
    void what_waited_for_its_review_before_has_it_promised_and_stood_still_while_it_was_sent_back()
            throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("code_unpromised");
        database.migrate("125");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into stored_file (id, owner_id, name, content_type, size, sha256, object_key, created_at)
                    values ('%1$s', '%1$s', '授权书.pdf', 'application/pdf', 1, repeat('0', 64), repeat('0', 64), now())""".formatted(file));
            claim(statement, "LM1", "SUBMITTED", "SUBMITTED");
            claim(statement, "LM2", "RETURNED", "SUBMITTED", "RETURNED");
            claim(statement, "LM3", "SUBMITTED", "SUBMITTED", "RETURNED", "RESUBMITTED");
            claim(statement, "LM4", "APPROVED", "SUBMITTED", "APPROVED");

            database.migrate("185");

            assertThat(all(statement, """
                            select case_number || ' ' || working_days || ' ' || state || ' ' || cardinality(ran)
                            from promise order by case_number""")).containsExactly("LM1 3 RUNNING 1", "LM2 3 PAUSED 2", "LM3 3 RUNNING 3");
        }
    }

    private void claim(Statement statement, String number, String status, String... steps) throws SQLException {
        UUID id = Ids.next();
        statement.execute(
                """
                insert into claim (id, number, enterprise_id, enterprise_name, uscc, town_code, industry_code, demo, applicant_id, applicant_name,
                  legal_rep_name, legal_rep_id_number, agent_name, agent_phone, letter_file_id, consents, channel, status, submitted_at, decided_at,
                  version, kind, reason)
                values ('%1$s', '%2$s', '%3$s', '甲', '91500113MAX5XQ4WX4', '500113103', 'C3484', false, '%3$s', '王小明', '陈志远', 'x', '王小明',
                  '13812345678', '%4$s', '{}', 'PC', '%5$s', now(), %6$s, 1, 'FIRST', '不清')""".formatted(id, number, Ids.next(), file, status, status.equals("APPROVED") ? "now()" : "null"));
        for (int i = 0; i < steps.length; i++) {
            statement.execute("""
                    insert into claim_step (id, claim_id, at, actor_id, actor_name, action)
                    values ('%s', '%s', now() - interval '%d days', '%s', '王小明', '%s')""".formatted(Ids.next(), id, steps.length - i, Ids.next(), steps[i]));
        }
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
