package cn.zhengqi.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a library holds that was filled before. */
class CertaintyMigrationTest {

    private static final String NOTE = "新认定标准的具体数值未能取得原文，不得沿用2022版数值，需运营人员录入";

    @Test
    void a_filled_library_tells_one_truth_and_keeps_its_notes_to_itself() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("policy_before");
        database.migrate("1");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            insert(connection, "N01", "high", "http://example.cn/1", "认定为高新技术企业", "条件", "来源");
            insert(connection, "N11", "high", null, "研发费用100%加计扣除", "条件", "据公开资料整理，原文待核实");
            insert(
                    connection,
                    "N06",
                    "high(存在与施行日)/none(数值)",
                    "https://www.gov.cn/6",
                    "替代工信部企业〔2022〕63号",
                    NOTE,
                    "https://www.gov.cn/6 (经 haphap/china-policy-db 记录核对文号)");
            insert(connection, "C02", "high", "http://example.cn/2", "纲领性文件，无企业级量化条件", "条件", "来源");

            database.migrate("2");

            try (ResultSet rows = statement.executeQuery("""
                    select p.code, e.verified, rule ->> 'verified', benefit, rule ->> 'benefit', criteria::text || rule::text || source,
                           operator_note, interpretation
                    from policy_edition e join policy p on p.id = e.policy_id order by p.code""")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("C02");
                assertThat(rows.getString(4)).isEmpty();
                assertThat(rows.getString(5)).isNull();
                assertThat(rows.getString(8)).isEqualTo("解读。本文件为纲领性文件，无企业级量化条件。");
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("N01");
                assertThat(rows.getBoolean(2)).isTrue();
                assertThat(rows.getString(3)).isEqualTo("true");
                assertThat(rows.getString(5)).isEqualTo("认定为高新技术企业");
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("N06");
                assertThat(rows.getString(4)).isEmpty();
                assertThat(rows.getString(6))
                        .contains("认定标准以工业和信息化部公布的原文为准", "https://www.gov.cn/6 (文号)")
                        .doesNotContain("运营人员", "haphap");
                assertThat(rows.getString(7)).contains("需运营人员录入");
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("N11");
                assertThat(rows.getBoolean(2)).isFalse();
                assertThat(rows.getString(3)).isEqualTo("false");
            }
        }
    }

    @Test
    void editions_from_before_are_found_by_the_words_of_their_conditions_as_those_from_now_on() throws SQLException {
        String condition = "会计核算健全、实行《查账征收》，Ａ类［2026］（不含）的  企业。";
        TestServers.Database database = TestServers.get().freshDatabase("policy_words_before");
        database.migrate("1");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            insert(connection, "N11", "high", "http://example.cn/1", "研发费用100%加计扣除", condition, "来源");

            database.migrate("84");

            try (ResultSet rows = statement.executeQuery("select search_text from policy_edition")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).endsWith(SearchText.normalise(condition));
            }
        }
    }

    @Test
    void conditions_that_stood_under_a_number_stand_under_a_word() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("policy_choices_before");
        database.migrate("1");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            insert(connection, "N11", "high", "http://example.cn/1", "研发费用100%加计扣除", "条件", "来源");
            database.migrate("85");
            statement.execute("""
                    update policy_edition set criteria = '{"clauses":[{"text":"甲","label":"甲","group":"g1","certain":true}]}'""");

            database.migrate("88");

            try (ResultSet rows =
                    statement.executeQuery("select criteria #>> '{clauses,0,group}' from policy_edition")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("组合条件（1）");
            }
        }
    }

    private static void insert(
            Connection connection,
            String code,
            String confidence,
            String url,
            String benefit,
            String condition,
            String source)
            throws SQLException {
        UUID policy = Ids.next();
        try (PreparedStatement row = connection.prepareStatement("insert into policy (id, code) values (?, ?)")) {
            row.setObject(1, policy);
            row.setString(2, code);
            row.execute();
        }
        String words = "{\"text\": \"" + condition + "\", \"certain\": false}";
        try (PreparedStatement row = connection.prepareStatement("""
                insert into policy_edition (id, policy_id, edition, publication, title, doc_number, issuer, level, category,
                    department, publish_date, interpretation, benefit, tags_basic, tags_advanced, criteria, rule, attachments,
                    source, source_url, confidence, verified, search_text, published_at, version)
                values (?, ?, 1, 'PUBLISHED', '标题', '文号', '机关', 'NATIONAL', 'TAX', '部门', '2026-01', '解读。', ?, '{}', '{}',
                    ?::jsonb, ?::jsonb, '{}', ?, ?, ?, ?, '', now(), 0)""")) {
            row.setObject(1, Ids.next());
            row.setObject(2, policy);
            row.setString(3, benefit);
            row.setString(4, "{\"clauses\": [" + words + "]}");
            row.setString(
                    5,
                    "{\"verified\": false, \"source\": \"%s\", \"benefit\": \"%s\", \"criteria\": {\"reason\": \"%s\", \"clause\": %s}}"
                            .formatted(source, benefit, condition, words));
            row.setString(6, source);
            row.setString(7, url);
            row.setString(8, confidence);
            row.setBoolean(9, confidence.equals("high"));
            row.execute();
        }
    }
}
