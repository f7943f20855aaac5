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

    @Test
    void a_list_of_conditions_becomes_a_tree_and_keeps_the_words_of_the_edition_that_says_the_same()
            throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("finance_conditions");
        database.migrate("71");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            published(statement, "approved");
            statement.execute("""
                    update loan_product set rule = '{"criteria":{"type":"allOf","criteria":[
                      {"type":"comparison","fact":"taxYears","op":">=","value":2,"unit":"年","clause":{"text":"纳税满2年","certain":true}},
                      {"type":"comparison","fact":"noWageArrears","op":"==","value":true,"clause":{"text":"不欠薪","certain":true}}]}}'""");
            statement.execute(
                    "update loan_product_edition set terms = jsonb_build_object('rule', (select rule from loan_product))");
            for (String[] each : new String[][] {
                {"a list", "null", """
                    {"title":"a","conditions":[{"fact":"taxPaid12m","op":"between","number":1,"upTo":5,"words":[]},
                      {"fact":"noWageArrears","op":"==","flag":false,"words":[]},{"fact":"established","op":"<=","words":["2024-01-31"]},
                      {"fact":"taxCreditRating","op":"in","number":null,"words":["A","B"]}]}"""},
                {"nothing", "null", "{\"title\":\"n\",\"conditions\":[]}"},
                {"partly changed", "product", """
                    {"conditions":[{"fact":"taxYears","op":">=","number":2.0,"words":[]},{"fact":"noWageArrears","op":"==","flag":false,"words":[]}]}"""},
            }) {
                entry(statement, each[0], "DRAFT", null, null);
                statement.execute(
                        "update loan_product_entry set content = '%s' where title = '%s'".formatted(each[2], each[0]));
                if (each[1].equals("product")) {
                    statement.execute(
                            "update loan_product_entry set product_id = (select id from loan_product) where title = '%s'"
                                    .formatted(each[0]));
                }
            }
            statement.execute(
                    "update loan_product_entry set content = '{\"conditions\":null}' where title = 'approved'");

            database.migrate("94");

            assertThat(all(statement, """
                            select title || ' ' || coalesce(content ->> 'criteria', 'none') from loan_product_entry
                            where not content ? 'conditions' order by title"""))
                    .containsExactly(
                            "a list {\"type\": \"allOf\", \"criteria\": [{\"op\": \"between\", \"fact\": \"taxPaid12m\", \"type\": \"comparison\", \"value\": [1, 5]}, "
                                    + "{\"op\": \"==\", \"fact\": \"noWageArrears\", \"type\": \"comparison\", \"value\": false}, "
                                    + "{\"op\": \"<=\", \"fact\": \"established\", \"type\": \"comparison\", \"value\": \"2024-01-31\"}, "
                                    + "{\"op\": \"in\", \"fact\": \"taxCreditRating\", \"type\": \"comparison\", \"value\": [\"A\", \"B\"]}]}",
                            "approved "
                                    + all(statement, "select rule ->> 'criteria' from loan_product")
                                            .getFirst(),
                            "nothing none",
                            "partly changed {\"type\": \"allOf\", \"criteria\": [{\"op\": \">=\", \"fact\": \"taxYears\", \"type\": \"comparison\", \"unit\": \"年\", \"value\": 2, "
                                    + "\"clause\": {\"text\": \"纳税满2年\", \"certain\": true}}, "
                                    + "{\"op\": \"==\", \"fact\": \"noWageArrears\", \"type\": \"comparison\", \"value\": false}]}");
        }
    }

    @Test
    void conditions_that_stood_under_a_number_stand_under_a_word() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("finance_choices");
        database.migrate("71");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            published(statement, "approved");
            database.migrate("119");
            statement.execute("""
                    update loan_product set criteria = '{"clauses":[{"text":"甲","group":null},{"text":"乙","group":"g1"},{"text":"丙","group":"g1"}]}',
                      rule = '{"criteria":{"type":"anyOf"}}'""");
            statement.execute("""
                    update loan_product_edition set terms = '{"criteria":{"clauses":[{"text":"乙","group":"g0"}]},"rule":{"criteria":{"type":"atLeast"}}}'""");

            database.migrate("124");

            assertThat(all(statement, """
                            select jsonb_path_query_array(criteria, '$.clauses[*].group')::text from loan_product
                            union all select terms #>> '{criteria,clauses,0,group}' from loan_product_edition""")).containsExactly("[null, \"组合条件（1）\", \"组合条件（1）\"]", "组合条件（0）");
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
