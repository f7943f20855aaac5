package cn.zhengqi.user.role;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class RoleScopeMigrationTest {

    @Test
    void a_role_from_before_there_were_scopes_says_what_it_saw_until_then() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("user_roles_before_scopes");
        database.migrate("45");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into institution (id, code, name, type) values
                      ('0199a000-0000-7000-8000-000000000001', 'BANK', '某银行', 'BANK'),
                      ('0199a000-0000-7000-8000-000000000002', 'OPS', '运营中心', 'OPERATOR')""");
            statement.execute("""
                    insert into role (code, name, institution_id, created_by) values
                      ('R_BANK', '银行岗', '0199a000-0000-7000-8000-000000000001', gen_random_uuid()),
                      ('R_OPS', '运营岗', '0199a000-0000-7000-8000-000000000002', gen_random_uuid())""");
            statement.execute("""
                    insert into role_permission (role_code, permission) values
                      ('R_BANK', 'user.enterprise.read'), ('R_BANK', 'finance.application.handle'), ('R_BANK', 'user.account.read'),
                      ('R_OPS', 'user.account.read')""");

            database.migrate("60");

            assertThat(said(statement, "R_BANK"))
                    .as("all enterprises; applications and accounts by what holds where nothing is said")
                    .isEqualTo("user.enterprise=ALL");
            assertThat(said(statement, "R_OPS")).isEqualTo("user.enterprise-user=ALL,user.staff=ALL");
        }
    }

    private static String said(Statement statement, String role) throws SQLException {
        try (ResultSet rows = statement.executeQuery(
                "select string_agg(resource || '=' || kind, ',' order by resource) from role_scope where role_code = '"
                        + role + "'")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
