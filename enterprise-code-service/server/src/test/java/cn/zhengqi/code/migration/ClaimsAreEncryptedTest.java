package cn.zhengqi.code.migration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.code.secret.FormerData;
import cn.zhengqi.code.secret.PersonalData;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an installation holds that was filled before. */
class ClaimsAreEncryptedTest extends CodeServiceTest {

    @Autowired
    private DataProtection protection;

    @Autowired
    private PersonalData former;

    @Test
    void numbers_under_the_former_key_and_plain_phones_are_encrypted_with_keys_that_have_versions()
            throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("code_filled");
        database.migrate("21", migrations());
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into stored_file (id, owner_id, name, content_type, size, sha256, object_key, created_at)
                    values ('%1$s', '%1$s', '授权书.pdf', 'application/pdf', 1, repeat('0', 64), repeat('0', 64), now());
                    insert into claim (id, number, enterprise_id, enterprise_name, uscc, town_code, industry_code, demo, applicant_id,
                      applicant_name, legal_rep_name, legal_rep_id_number, agent_name, agent_phone, letter_file_id, consents, channel,
                      kind, status, submitted_at, version)
                    values ('%1$s', 'LM1', '%1$s', '甲', '91500113MAX5XQ4WX4', '500113103', 'C3484', false, '%1$s', '王小明', '陈志远', '%2$s',
                      '王小明', '13812345678', '%1$s', '{}', 'PC', 'FIRST', 'SUBMITTED', now(), 1)""".formatted(FormerData.ROW, FormerData.STORED));

            database.migrate("30", migrations());

            try (ResultSet rows = statement.executeQuery("select legal_rep_id_number, agent_phone from claim")) {
                rows.next();
                assertThat(protection.column("claim", "legal_rep_id_number").open(rows.getString(1)))
                        .isEqualTo(FormerData.PLAIN);
                assertThat(protection.column("claim", "agent_phone").open(rows.getString(2)))
                        .isEqualTo("13812345678");
            }
        }
    }

    private JavaMigration[] migrations() {
        return new JavaMigration[] {new ClaimsAreEncrypted(protection, former)};
    }
}
