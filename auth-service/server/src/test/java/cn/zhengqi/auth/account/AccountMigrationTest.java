package cn.zhengqi.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.auth.api.AccountRenamed;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What an installation holds that was filled before. */
class AccountMigrationTest {

    @Test
    void who_opened_the_own_account_has_not_proved_the_phone_and_changed_names_are_told_once() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("auth_before");
        database.migrate("14");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            insert(connection, "ENTERPRISE", null, "13700000001", "自行注册", false, 0, "自行注册");
            insert(connection, "ENTERPRISE", null, "13700000002", "现在的名字", false, 3, "以前的名字");
            insert(connection, "ENTERPRISE", null, "13700000003", "演示", true, 0, "演示");
            insert(connection, "BANK", null, "13700000004", "客户经理", false, 0, "客户经理");
            insert(connection, "CHAMBER", "shanghui", "13700000005", "商会", false, 0, "商会");

            database.migrate("17");

            List<String> proved = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "select display_name from account where phone_verified_at is not null order by phone")) {
                while (rows.next()) {
                    proved.add(rows.getString(1));
                }
            }
            assertThat(proved).containsExactly("演示", "客户经理", "商会");
            try (ResultSet rows = statement.executeQuery(
                    "select subject, version, data from outbox where type = 'auth.AccountRenamed'")) {
                assertThat(rows.next()).isTrue();
                AccountRenamed told = new JsonMapper().readValue(rows.getString("data"), AccountRenamed.class);
                assertThat(told.displayName()).isEqualTo("现在的名字");
                assertThat(told.accountId()).isEqualTo(rows.getObject("subject", UUID.class));
                assertThat(rows.getLong("version")).isEqualTo(3);
                assertThat(rows.next()).as("the others are called as they were").isFalse();
            }
        }
    }

    private static void insert(
            Connection connection,
            String type,
            String username,
            String phone,
            String name,
            boolean demo,
            long version,
            String told)
            throws SQLException {
        UUID id = Ids.next();
        try (PreparedStatement row = connection.prepareStatement("""
                insert into account (id, user_type, username, phone, display_name, password_hash, channel, registered_at, demo, version)
                values (?, ?, ?, ?, ?, '{noop}x', 'PC', now(), ?, ?)""")) {
            row.setObject(1, id);
            row.setString(2, type);
            row.setString(3, username);
            row.setString(4, phone);
            row.setString(5, name);
            row.setBoolean(6, demo);
            row.setLong(7, version);
            row.execute();
        }
        try (PreparedStatement row = connection.prepareStatement("""
                insert into outbox (id, type, subject, version, occurred_at, data)
                values (gen_random_uuid(), 'auth.UserRegistered', ?, 0, now(), jsonb_build_object('displayName', ?::text))""")) {
            row.setObject(1, id);
            row.setString(2, told);
            row.execute();
        }
    }
}
