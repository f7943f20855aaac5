package cn.zhengqi.code.migration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.code.secret.PersonalData;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedColumn;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an installation holds that was filled before. */
class IdentitiesAreFoundTest extends CodeServiceTest {

    @Autowired
    private DataProtection protection;

    @Autowired
    private PersonalData former;

    @Test
    void identity_numbers_of_claims_from_before_are_found_and_what_was_erased_stays_so() throws SQLException {
        ProtectedColumn numbers = protection.column("claim", "legal_rep_id_number");
        TestServers.Database database = TestServers.get().freshDatabase("code_identities");
        database.migrate("290", migrations());
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into stored_file (id, owner_id, name, content_type, size, sha256, object_key, created_at)
                    values ('%1$s', '%1$s', '授权书.pdf', 'application/pdf', 1, repeat('0', 64), repeat('0', 64), now());
                    insert into claim (id, number, enterprise_id, enterprise_name, uscc, town_code, industry_code, demo, applicant_id,
                      applicant_name, legal_rep_name, legal_rep_id_number, agent_name, agent_phone, letter_file_id, consents, channel,
                      kind, status, submitted_at, decided_at, reason, version)
                    select i::uuid, n, i::uuid, '甲', '91500113MAX5XQ4WX4', '500113103', 'C3484', false, i::uuid, '王小明', '陈志远', id,
                      '王小明', '%3$s', '%1$s', '{}', 'PC', 'FIRST', status, now(), case status when 'REJECTED' then now() end, case status when 'REJECTED' then '材料不全' end, 1
                    from (values ('%1$s', 'LM1', '%2$s', 'SUBMITTED'), ('%4$s', 'LM2', null, 'REJECTED')) as row (i, n, id, status)""".formatted(
                            Ids.next(),
                            numbers.seal("11010519491231002X"),
                            protection.column("claim", "agent_phone").seal("13812345678"),
                            Ids.next()));

            database.migrate("292", migrations());

            try (ResultSet rows = statement.executeQuery("select legal_rep_id_index from claim order by number")) {
                rows.next();
                assertThat(rows.getBytes(1)).isEqualTo(numbers.index("11010519491231002X"));
                rows.next();
                assertThat(rows.getBytes(1)).isNull();
            }
        }
    }

    private JavaMigration[] migrations() {
        return new JavaMigration[] {new ClaimsAreEncrypted(protection, former), new IdentitiesAreFound(protection)};
    }
}
