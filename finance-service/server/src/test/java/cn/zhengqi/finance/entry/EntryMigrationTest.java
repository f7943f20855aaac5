package cn.zhengqi.finance.entry;

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

/** What banks had entered before. */
class EntryMigrationTest {

    private final UUID one = Ids.next();
    private final UUID other = Ids.next();

    @Test
    void what_was_sent_back_and_changed_since_is_a_draft_and_whoever_entered_or_handed_in_is_its_author()
            throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("finance_entered");
        database.migrate("71");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            published(statement, "approved");
            entry(statement, "begun", "DRAFT", null, null);
            entry(statement, "changed", "RETURNED", other, "2026-11-01T10:00+08");
            entry(statement, "untouched", "RETURNED", one, "2026-11-03T10:00+08");
            entry(statement, "waiting", "SUBMITTED", other, null);

            database.migrate("72");

            assertThat(all(statement, """
                            select title || ' ' || status || ' ' || (submitted_at is not null) || ' ' || coalesce(return_reason, '-')
                            from loan_product_entry order by title"""))
                    .containsExactly(
                            "approved APPROVED true -",
                            "begun DRAFT false -",
                            "changed DRAFT false 请写明联系网点",
                            "untouched RETURNED true 请写明联系网点",
                            "waiting SUBMITTED true -");
            assertThat(all(statement, """
                            select title || ' ' || array_to_string(authors, ' ') from loan_product_entry order by title"""))
                    .containsExactly(
                            "approved " + one + " " + other,
                            "begun " + one,
                            "changed " + one + " " + other,
                            "untouched " + one,
                            "waiting " + one + " " + other);
            assertThat(all(
                            statement,
                            "select indexname from pg_indexes where schemaname = '" + database.schema() + "'"))
                    .contains("loan_product_entry_of_product");
        }
    }

    private void published(Statement statement, String title) throws SQLException {
        UUID product = Ids.next();
        statement.execute("insert into bank (id, name) values ('%s', '甲银行')".formatted(product));
        statement.execute("""
                insert into loan_product (id, code, title, bank_id, bank_name, product_type, guarantee, rate_text, summary, criteria, rule,
                  published_by, source, confidence, verified, status, published_at, version)
                values ('%1$s', 'P1', '%2$s', '%1$s', '甲银行', '信用贷款', '信用', '', '', '[]', '{}', '', '', '', true, 'PUBLISHED', now(), 0)""".formatted(product, title));
        statement.execute(
                "insert into loan_product_edition (product_id, edition, terms, in_force_from) values ('%s', 1, '{}', now())"
                        .formatted(product));
        entry(statement, title, "SUBMITTED", other, null);
        statement.execute(
                "update loan_product_entry set status = 'APPROVED', product_id = '%s', edition = 1".formatted(product));
    }

    /** Entered by one, and changed last on the third of November. */
    private void entry(
            Statement statement, String title, String status, @Nullable UUID submittedBy, @Nullable String returnedAt)
            throws SQLException {
        statement.execute("""
                insert into loan_product_entry (id, bank_id, bank_name, title, content, status, entered_by, entered_by_name, changed_at,
                  submitted_at, submitted_by, decided_at, return_reason, version)
                values ('%1$s', '%1$s', '甲银行', '%2$s', '{}', '%3$s', '%4$s', '张三', '2026-11-03T10:00+08', %5$s, %6$s, %7$s, %8$s, 1)""".formatted(
                        Ids.next(),
                        title,
                        status,
                        one,
                        submittedBy == null ? "null" : "'2026-11-01T09:00+08'",
                        submittedBy == null ? "null" : "'" + submittedBy + "'",
                        returnedAt == null ? "null" : "'" + returnedAt + "'",
                        returnedAt == null ? "null" : "'请写明联系网点'"));
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
