package cn.zhengqi.user.migration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.testing.RawTables;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;

/** What an installation holds that was filled before. */
@ServiceTest
@ActiveProfiles("test")
class PhonesAreEncryptedTest {

    @Autowired
    private DataProtection protection;

    @Autowired
    private DataSource tables;

    @Autowired
    private ServiceClient client;

    @Test
    void a_filled_installation_has_no_plain_phone_left() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("users_filled");
        database.migrate("45", migrations());
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into staff_opening (account_id, phone, display_name, user_type, begun_at)
                    values ('01900000-0000-7000-8000-000000000002', '13655500002', '李四', 'BANK', now());
                    insert into institution_application (id, applicant_id, applicant_name, type, name, uscc, address, contact_name,
                      contact_phone, introduction, status, submitted_at)
                    values (gen_random_uuid(), gen_random_uuid(), '王五', 'CHAMBER', '示例商会', '91500113MAX5XQ4WX4', '', '王五', '13655500003', '',
                      'SUBMITTED', now());
                    insert into institution (id, code, name, type) values ('01900000-0000-7000-8000-000000000004', 'SAMPLE', '示例银行', 'BANK');
                    insert into institution_contact (institution_id, position, name, phone)
                    values ('01900000-0000-7000-8000-000000000004', 0, '赵六', '13655500004')""");

            database.migrate("55", migrations());

            for (String table : new String[] {"staff_opening", "institution_application", "institution_contact"}) {
                try (ResultSet rows = statement.executeQuery(
                        "select count(*), count(*) filter (where t::text like '%136555%') from " + table + " t")) {
                    rows.next();
                    assertThat(rows.getInt(1)).as(table).isEqualTo(1);
                    assertThat(rows.getInt(2)).as(table).isZero();
                }
            }
            assertThat(protection
                            .column("institution_application", "contact_phone")
                            .open(one(statement, "select contact_phone from institution_application")))
                    .isEqualTo("13655500003");
            assertThat(protection
                            .column("institution_contact", "phone")
                            .open(one(statement, "select phone from institution_contact")))
                    .isEqualTo("13655500004");
            try (ResultSet rows = statement.executeQuery("select phone_index from staff_opening")) {
                rows.next();
                assertThat(rows.getBytes(1))
                        .isEqualTo(protection.index("staff_opening", "phone").of("13655500002"));
            }
        }
    }

    @Test
    void every_column_that_holds_cipher_texts_is_known_to_a_change_of_keys() {
        assertThat(RawTables.encryptedColumns(tables))
                .containsExactly(
                        "enterprise_invitation.phone",
                        "idempotency_key.body",
                        "institution_application.contact_phone",
                        "institution_contact.phone");
        client.asService("operations")
                .get()
                .uri("/internal/encryption")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.values")
                .value(values -> assertThat(values)
                        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Map.class))
                        .containsOnlyKeys(RawTables.encryptedColumns(tables)));
        client.asService("finance-service")
                .get()
                .uri("/internal/encryption")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private JavaMigration[] migrations() {
        return new JavaMigration[] {new PhonesAreEncrypted(protection)};
    }
}
