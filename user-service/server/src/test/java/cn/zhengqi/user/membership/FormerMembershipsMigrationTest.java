package cn.zhengqi.user.membership;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormerMembershipsMigrationTest {

    @Test
    void what_was_told_of_memberships_that_ended_before_is_kept_with_what_is_known_of_them() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("user_before_former_memberships");
        database.migrate("385");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into division (code, name, level) values ('500113', '某区', '县级');
                    insert into town (code, name, type) values ('500113001', '某街道', '街道');
                    insert into industry (code, name, level) values ('C', '制造业', '门类');
                    insert into institution (id, code, name, type) values ('0199a000-0000-7000-8000-00000000000b', 'BANK', '某银行', 'BANK');
                    insert into enterprise (id, uscc, name, entity_type, legal_rep, registered_capital, established_on, industry_code,
                      town_code, region_code, address, status, demo, registered_at, details, version)
                    values ('0199a000-0000-7000-8000-00000000000e', '91500113MAX5XQ4WX4', '某公司', '企业', '张三', 1, '2020-01-01', 'C',
                      '500113001', '500113', '', 'ACTIVE', false, now(), '{}', 0)""");
            // One whose code was revoked, one who left and came again, one of a bank, one who closed the account.
            told(statement, "1", 1, "Joined", ENTERPRISE, "ENTERPRISE_ADMIN", "2026-03-01");
            told(statement, "1", 2, "Left", ENTERPRISE, "ENTERPRISE_ADMIN", "2026-05-01");
            told(statement, "2", 1, "Joined", ENTERPRISE, "ENTERPRISE_MEMBER", "2026-03-02");
            told(statement, "2", 2, "Left", ENTERPRISE, "ENTERPRISE_MEMBER", "2026-03-09");
            told(statement, "2", 3, "Joined", ENTERPRISE, "ENTERPRISE_MEMBER", "2026-04-02");
            told(statement, "3", 1, "Joined", BANK, "R_GONE", "2026-03-03");
            told(statement, "3", 2, "Left", BANK, "R_GONE", "2026-03-30");
            told(statement, "4", 1, "Joined", ENTERPRISE, "ENTERPRISE_MEMBER", "2026-03-04");
            told(statement, "4", 2, "Left", ENTERPRISE, "ENTERPRISE_MEMBER", "2026-03-05");
            statement.execute("insert into closed_account values ('" + ACCOUNT + "4', now())");
            for (String account : List.of("1", "5")) {
                statement.execute("insert into membership_ended_with_code values ('" + ACCOUNT + account
                        + "', '0199a000-0000-7000-8000-00000000000e', '冒领', '2026-05-01T02:00:00Z')");
            }

            database.migrate("386");

            assertThat(kept(statement))
                    .containsExactly(
                            "1 某公司 企业管理员 2026-03-01 2026-05-01 CODE_REVOKED 冒领",
                            "2 某公司 企业成员 2026-03-02 2026-03-09 UNKNOWN",
                            "3 某银行 R_GONE 2026-03-03 2026-03-30 UNKNOWN",
                            "5 某公司 企业成员 2026-05-01 CODE_REVOKED 冒领");
        }
    }

    private static final String ACCOUNT = "0199a000-0000-7000-8000-00000000000";
    private static final String ENTERPRISE = "\"enterpriseId\":\"0199a000-0000-7000-8000-00000000000e\"";
    private static final String BANK = "\"institutionId\":\"0199a000-0000-7000-8000-00000000000b\"";

    private static void told(
            Statement statement, String account, int version, String what, String where, String role, String day)
            throws SQLException {
        String at = day + "T02:00:00Z";
        statement.execute(
                "insert into outbox (id, type, subject, version, occurred_at, data) values (gen_random_uuid(), 'user.Member"
                        + what + "', '" + ACCOUNT + account + "', " + version + ", '" + at + "', '{\"accountId\":\""
                        + ACCOUNT
                        + account + "\"," + where + ",\"role\":\"" + role + "\",\""
                        + (what.equals("Joined") ? "joinedAt" : "leftAt") + "\":\"" + at + "\"}')");
    }

    private static List<String> kept(Statement statement) throws SQLException {
        List<String> kept = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                select concat_ws(' ', right(f.account_id::text, 1), coalesce(e.name, i.name), f.role_name, f.joined_at::date,
                  f.ended_at::date, f.ending, f.reason)
                from former_membership f left join enterprise e on e.id = f.enterprise_id
                  left join institution i on i.id = f.institution_id
                order by f.account_id, f.ended_at""")) {
            while (rows.next()) {
                kept.add(rows.getString(1));
            }
        }
        return kept;
    }
}
