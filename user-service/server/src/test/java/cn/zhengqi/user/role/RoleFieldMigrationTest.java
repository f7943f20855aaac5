package cn.zhengqi.user.role;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class RoleFieldMigrationTest {

    @Test
    void what_a_role_kept_from_somebody_in_one_place_it_keeps_from_them_wherever_it_is_shown_by_now()
            throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("user_roles_before_fields_elsewhere");
        database.migrate("311");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into institution (id, code, name, type) values ('0199a000-0000-7000-8000-000000000001', 'BANK', '某银行', 'BANK')""");
            statement.execute("""
                    insert into role (code, name, institution_id, created_by) values
                      ('R_KEPT', '外包岗', '0199a000-0000-7000-8000-000000000001', gen_random_uuid()),
                      ('R_SEES', '主管岗', '0199a000-0000-7000-8000-000000000001', gen_random_uuid())""");
            statement.execute("""
                    insert into role_field (role_code, field, rule) values
                      ('R_KEPT', 'user.enterprise.legal-rep', 'HIDDEN'), ('R_KEPT', 'user.enterprise.address', 'MASKED'),
                      ('R_SEES', 'user.enterprise.legal-rep', 'PLAIN')""");

            database.migrate("312");

            assertThat(said(statement, "R_KEPT"))
                    .isEqualTo("code.card.address=MASKED,code.card.legal-rep=HIDDEN,code.claim.address=MASKED,"
                            + "code.claim.legal-rep=HIDDEN,finance.application.address=MASKED,finance.application.legal-rep=HIDDEN,"
                            + "user.enterprise.address=MASKED,user.enterprise.legal-rep=HIDDEN");
            assertThat(said(statement, "R_SEES")).isEqualTo("user.enterprise.legal-rep=PLAIN");

            database.migrate("322");

            assertThat(said(statement, "R_KEPT")).contains("code.card.legal-rep=HIDDEN,code.card.shareholder=HIDDEN,");
            assertThat(said(statement, "R_SEES")).isEqualTo("user.enterprise.legal-rep=PLAIN");
        }
    }

    private static String said(Statement statement, String role) throws SQLException {
        try (ResultSet rows = statement.executeQuery(
                "select string_agg(field || '=' || rule, ',' order by field collate \"C\") from role_field where role_code = '"
                        + role + "'")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
