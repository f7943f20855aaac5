package cn.zhengqi.auth.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.RawTables;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Neither in the tables nor in the log can a phone be read, whether it came before the encryption or after. */
@ExtendWith(OutputCaptureExtension.class)
class PhonesAreEncryptedTest extends AuthServiceTest {

    private static final String PASSWORD = "Gut-gewaehlt7";

    @Autowired
    private DataProtection protection;

    @Autowired
    private DataSource tables;

    @Autowired
    private ServiceClient client;

    @Test
    void what_people_do_leaves_their_phone_in_no_table_and_in_no_log(CapturedOutput output) {
        String phone = "13655512345";
        String registered = codeFor(phone, "REGISTRATION");
        assertThat(browser()
                        .post("/api/auth/registrations", """
                                {"userType":"ENTERPRISE","phone":"%s","code":"%s","password":"%s","displayName":"李四","channel":"PC","agreed":true}""".formatted(phone, registered, PASSWORD))
                        .status())
                .isEqualTo(201);
        assertThat(browser().signIn(phone, PASSWORD).status()).isEqualTo(200);
        assertThat(browser().signIn(phone, "wrong").status()).isEqualTo(401);
        String stranger = "13655512346";
        assertThat(browser().signIn(stranger, "wrong").status()).isEqualTo(401);
        String code = codeFor(phone, "SIGN_IN");
        assertThat(browser()
                        .post("/api/auth/sign-in/sms", "{\"phone\":\"%s\",\"code\":\"%s\"}".formatted(phone, code))
                        .status())
                .isEqualTo(200);
        assertThat(browser()
                        .post("/api/auth/registrations", """
                                {"userType":"ENTERPRISE","phone":"%s","code":"%s","password":"%s","displayName":"李四","channel":"PC","agreed":true}""".formatted(phone, codeFor(phone, "REGISTRATION"), PASSWORD))
                        .code())
                .isEqualTo("PHONE_TAKEN");

        assertThat(RawTables.showing(tables, phone)).isEmpty();
        assertThat(RawTables.showing(tables, stranger)).isEmpty();
        assertThat(RawTables.showing(tables, "李四"))
                .as("what is not encrypted is found")
                .contains("account");
        assertThat(output.getAll()).doesNotContain(phone, stranger);
        assertThat(JdbcClient.create(tables)
                        .sql("select count(*) from sign_in_log where username_index = ?")
                        .param(typedIndexOf(phone))
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        await().untilAsserted(() -> assertThat(JdbcClient.create(tables)
                        .sql("""
                                select distinct data ->> 'typed' from outbox
                                where type = 'auth.SignInRecorded' and data ->> 'typedIndex' = ?""")
                        .param(HexFormat.of().formatHex(typedIndexOf(phone)))
                        .query(String.class)
                        .list())
                .as("as it is told")
                .containsExactly("136****2345"));
    }

    @Test
    void every_column_that_holds_cipher_texts_is_known_to_a_change_of_keys() {
        List<String> held = RawTables.encryptedColumns(tables);
        assertThat(held)
                .containsExactly(
                        "account.phone",
                        "former_phone.phone",
                        "idempotency_key.body",
                        "openapi_key.contact_phone",
                        "sign_in_log.username",
                        "wechat_binding.nickname",
                        "wechat_binding.openid");
        client.asService("operations")
                .get()
                .uri("/internal/encryption")
                .exchange()
                .expectBody()
                .jsonPath("$.writing")
                .isEqualTo(1)
                .jsonPath("$.values")
                .value(values -> assertThat(values)
                        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Map.class))
                        .containsOnlyKeys(held));
    }

    @Test
    void a_filled_installation_has_no_plain_phone_left() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("auth_filled");
        database.migrate("19", migrations());
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            String id = Ids.next().toString();
            String closed = Ids.next().toString();
            statement.execute("""
                    insert into account (id, user_type, phone, display_name, password_hash, channel, registered_at)
                    values ('%1$s', 'ENTERPRISE', '13655500001', '张三', '{noop}x', 'PC', now());
                    insert into account (id, user_type, phone, display_name, password_hash, channel, registered_at, closed_at, enabled)
                    values ('%2$s', 'ENTERPRISE', 'closed:%2$s', '已注销用户', '{noop}x', 'PC', now(), now(), false);
                    insert into sign_in_log (id, at, username, account_id, address, user_agent, result)
                    values (gen_random_uuid(), now(), '13655500001', '%1$s', '127.0.0.1', 'T', 'SUCCESS'),
                      (gen_random_uuid(), now(), 'qiye', null, '127.0.0.1', 'T', 'BAD_CREDENTIALS');
                    insert into sms_code (id, phone, purpose, address, asked_at, expires_at)
                    values (gen_random_uuid(), '13655500001', 'SIGN_IN', '127.0.0.1', now(), now());
                    insert into sign_in_failure (subject, failures, last_at)
                    values ('name:13655500001', 1, now()), ('account:%1$s', 2, now())""".formatted(id, closed));

            database.migrate("35", migrations());

            for (String table : List.of("account", "sign_in_log", "sms_code", "sign_in_failure")) {
                try (ResultSet rows = statement.executeQuery("select count(*) from " + table
                        + " t where t::text like '%13655500001%' or t::text like '%qiye%'")) {
                    rows.next();
                    assertThat(rows.getInt(1)).as(table).isZero();
                }
            }
            List<String> read = new ArrayList<>();
            try (ResultSet rows =
                    statement.executeQuery("select phone, phone_index from account order by display_name")) {
                while (rows.next()) {
                    String phone = protection.column("account", "phone").open(rows.getString(1));
                    assertThat(rows.getBytes(2)).isEqualTo(indexOf(phone));
                    read.add(phone);
                }
            }
            assertThat(read).containsExactlyInAnyOrder("13655500001", "closed:" + closed);
            try (ResultSet rows = statement.executeQuery("select subject from sign_in_failure")) {
                rows.next();
                assertThat(rows.getString(1))
                        .as("what was guessed of an account still counts")
                        .isEqualTo("account:" + id);
            }
        }
    }

    @Test
    void keys_that_there_are_keep_counting_are_for_real_and_their_contacts_are_encrypted() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("auth_keys_filled");
        database.migrate("35", migrations());
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            String account = Ids.next().toString();
            String sealed = protection.column("account", "phone").seal("13655500002");
            statement.execute("""
                    insert into account (id, user_type, phone, phone_index, display_name, password_hash, channel, registered_at)
                    values ('%1$s', 'ENTERPRISE', '%2$s', sha256('x'), '张三', '{noop}x', 'PC', now());
                    insert into openapi_key (id, key_id, status, owner_kind, owner_id, owner_name, applicant_id, applicant_name,
                      system_name, purpose, contact_name, contact_phone, scopes, addresses, per_minute, per_day, applied_at,
                      expires_at, secret, previous_secret, previous_until)
                    values (gen_random_uuid(), 'zqk_x', 'ACTIVE', 'ENTERPRISE', gen_random_uuid(), '某公司', '%1$s', '张三', '系统',
                      '用途', '张三', '023-66223344', '{code.verify}', '{203.0.113.9}', 1, 1, now(), now(), 'a', 'b', now())""".formatted(account, sealed));

            database.migrate("96", migrations());

            try (ResultSet key = statement.executeQuery("select contact_phone, environment, secret is not null"
                    + " and previous_secret is not null from openapi_key")) {
                key.next();
                assertThat(key.getString(1)).startsWith("sm4:");
                assertThat(protection.column("openapi_key", "contact_phone").open(key.getString(1)))
                        .isEqualTo("023-66223344");
                assertThat(key.getString(2)).isEqualTo("LIVE");
                assertThat(key.getBoolean(3)).isTrue();
            }
        }
    }

    private JavaMigration[] migrations() {
        return new JavaMigration[] {new PhonesAreEncrypted(protection), new ContactsOfKeysAreEncrypted(protection)};
    }
}
