package cn.zhengqi.matching.library;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What the matching engine has on its shelf, and has answered, from before. */
class CertaintyMigrationTest {

    private static final String NOTE = "新认定标准的具体数值未能取得原文,不得沿用2022版数值,需运营人员录入";

    @Test
    void rules_and_answers_from_before_say_what_the_library_says() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("matching_before");
        database.migrate("5");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            rule(statement, "POLICY", "C04", """
                    {"confidence": "high(2017参数)", "source": "https://example.cn", "verified": true, "benefit": "推荐授信"}""");
            rule(statement, "POLICY", "N01", """
                    {"confidence": "high", "source": "https://example.cn", "verified": true, "benefit": "认定"}""");
            rule(statement, "POLICY", "N06", """
                    {"confidence": "none", "source": "https://www.gov.cn/6 (经 haphap/china-policy-db 记录核对文号)", "verified": false,
                     "benefit": "替代工信部企业〔2022〕63号", "criteria": {"reason": "%s", "clause": {"text": "%s"}}}""".formatted(NOTE, NOTE));
            rule(statement, "LOAN_PRODUCT", "L07", """
                    {"confidence": "high", "source": "x", "verified": true, "productType": "信用贷款/科创"}""");
            statement.execute("insert into enterprise (id, uscc, name, version)"
                    + " values ('019a1ddb-e288-71d9-a787-0e0fd583d581', '91500113MAX5XQ4WX4', '企业', 1)");
            statement.execute("""
                    insert into match_result (id, enterprise_id, created_at, created_by, as_of, facts, result)
                    select gen_random_uuid(), id, now(), id, '2026-11-26', '{}', '{"conditions": [{"gapText": "%s"}]}'
                    from enterprise""".formatted(NOTE));

            database.migrate("6");

            assertThat(told(statement, "select rule ->> 'verified' from library_entry where code = 'C04'"))
                    .isEqualTo("false");
            assertThat(told(statement, "select rule ->> 'verified' from library_entry where code = 'N01'"))
                    .isEqualTo("true");
            assertThat(told(statement, "select rule ->> 'verified' from library_entry where code = 'L07'"))
                    .as("of a product it says how certain its parameters are")
                    .isEqualTo("true");
            assertThat(told(statement, "select rule::text from library_entry where code = 'N06'"))
                    .contains("认定标准以工业和信息化部公布的原文为准", "(文号)")
                    .doesNotContain("运营人员", "haphap", "benefit");
            assertThat(told(statement, "select rule ->> 'productType' from library_entry where code = 'L07'"))
                    .isEqualTo("信用贷款/科创贷款");
            assertThat(told(statement, "select result::text from match_result"))
                    .contains("认定标准以工业和信息化部公布的原文为准")
                    .doesNotContain("运营人员");
        }
    }

    private static void rule(Statement statement, String kind, String code, String rule) throws SQLException {
        statement.execute(
                "insert into library_entry (kind, subject_id, code, rule, listed, version) values ('%s', gen_random_uuid(), '%s', '%s', true, 1)"
                        .formatted(kind, code, rule));
    }

    private static String told(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
