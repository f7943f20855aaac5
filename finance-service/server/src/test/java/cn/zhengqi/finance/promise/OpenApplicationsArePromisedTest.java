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

class OpenApplicationsArePromisedTest {

    private final UUID bank = Ids.next();
    private final UUID product = Ids.next();
    private final UUID officer = Ids.next();
    private final UUID waiting = Ids.next();
    private final UUID inReview = Ids.next();
    private final UUID withdrawn = Ids.next();

    @Test
    void what_waited_for_an_answer_before_has_it_promised_from_the_day_on_which_it_came_in() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("finance_unpromised");
        database.migrate("45");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into bank (id, name) values ('%s', '甲银行')".formatted(bank));
            statement.execute("""
                    insert into loan_product (id, code, title, bank_id, bank_name, product_type, guarantee, rate_text, summary, criteria, rule,
                      published_by, source, confidence, verified, status, published_at, version)
                    values ('%s', 'P1', '云税贷', '%s', '甲银行', '信用贷款', '信用', '', '', '[]', '{}', '', '', '', true, 'PUBLISHED', now(), 0)""".formatted(product, bank));
            application(statement, waiting, "RZ1", "SUBMITTED", "2026-11-02T10:00+08");
            application(statement, inReview, "RZ2", "IN_REVIEW", "2026-11-03T10:00+08");
            application(statement, withdrawn, "RZ3", "WITHDRAWN", "2026-11-04T10:00+08");
            statement.execute("""
                    insert into loan_application_step (id, application_id, at, kind, actor_id, actor)
                    values ('%s', '%s', now(), 'ACCEPTED', '%s', '客户经理')""".formatted(Ids.next(), inReview, officer));

            database.migrate("66");

            assertThat(all(statement, """
                            select case_number || ' ' || working_days || ' ' || (ran[1] = started_at) || ' ' || state || ' '
                              || coalesce(handler_id::text, '-') || ' ' || (started_at at time zone 'Asia/Shanghai')::date
                            from promise order by case_number"""))
                    .containsExactly(
                            "RZ1 10 true RUNNING - 2026-11-02", "RZ2 10 true RUNNING " + officer + " 2026-11-03");
        }
    }

    private void application(Statement statement, UUID id, String number, String status, String submittedAt)
            throws SQLException {
        statement.execute("""
                insert into loan_application (id, number, product_id, product_title, product_type, bank_id, bank_name, enterprise_id, enterprise_name,
                  applicant_id, amount, term_months, purpose, kind, channel, contact_name, contact_phone, consented_at, status, submitted_at,
                  changed_at, version, demo)
                values ('%1$s', '%2$s', '%3$s', '云税贷', '信用贷款', '%4$s', '甲银行', '%5$s', '甲', '%5$s', 500000, 12, '周转', 'FIRST', 'PC', '李',
                  '13812345678', '%7$s', '%6$s', '%7$s', '%7$s', 0, false)""".formatted(id, number, product, bank, Ids.next(), status, submittedAt));
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
