package cn.zhengqi.user.role;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class EnterprisePermissionsMigrationTest {

    @Test
    void a_role_of_an_institution_loses_what_is_for_enterprises_and_keeps_the_rest() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("user_roles_of_enterprises");
        database.migrate("338");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into institution (id, code, name, type) values ('0199a000-0000-7000-8000-000000000001', 'BANK', '某银行', 'BANK')""");
            statement.execute("""
                    insert into role (code, name, institution_id, created_by)
                    values ('R_BANK', '银行岗', '0199a000-0000-7000-8000-000000000001', gen_random_uuid())""");
            statement.execute("""
                    insert into role_permission (role_code, permission) values
                      ('R_BANK', 'self'), ('R_BANK', 'enterprise.own'), ('R_BANK', 'finance.apply'), ('R_BANK', 'openapi.own'),
                      ('R_BANK', 'finance.application.handle')""");

            database.migrate("341");

            assertThat(held(statement, "R_BANK")).isEqualTo("finance.application.handle,openapi.own,self");
            assertThat(held(statement, "ENTERPRISE_ADMIN"))
                    .contains("enterprise.own", "enterprise.consent", "code.own.manage");
            assertThat(held(statement, "ENTERPRISE_MEMBER"))
                    .contains("enterprise.own")
                    .doesNotContain("enterprise.consent");
        }
    }

    private static String held(Statement statement, String role) throws SQLException {
        try (ResultSet rows = statement.executeQuery(
                "select string_agg(permission, ',' order by permission) from role_permission where role_code = '" + role
                        + "'")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
