package cn.zhengqi.code.claim;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.code.api.CodeClaimWithdrawn;
import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CertificationMigrationTest {

    private final UUID file = Ids.next();
    private final UUID approved = Ids.next();
    private final UUID withdrawn = Ids.next();
    private final UUID applicant = Ids.next();

    @Test
    void codes_from_before_know_who_certified_them_and_claims_that_were_withdrawn_are_told() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("code_certified_before");
        database.migrate("9");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into stored_file (id, owner_id, name, content_type, size, sha256, object_key, created_at)
                    values ('%1$s', '%1$s', '授权书.pdf', 'application/pdf', 1, repeat('0', 64), repeat('0', 64), now())""".formatted(file));
            claim(statement, approved, "LM1", "APPROVED", "now()");
            claim(statement, withdrawn, "LM2", "WITHDRAWN", "null");
            statement.execute("""
                    insert into claim_step (id, claim_id, at, actor_id, actor_name, action)
                    values ('%s', '%s', '2026-03-15T10:00:00.5+08:00', '%s', '王小明', 'WITHDRAWN')""".formatted(Ids.next(), withdrawn, applicant));
            statement.execute("""
                    insert into enterprise_code (id, number, enterprise_id, enterprise_name, uscc, demo, claim_id, status, level, issued_at, version)
                    values ('%s', 'QY1', '%s', '甲', '91500113MAX5XQ4WX4', false, '%s', 'ACTIVE', 'NORMAL', now(), 0)""".formatted(Ids.next(), Ids.next(), approved));

            database.migrate("13");

            assertThat(one(statement, """
                            select certifier_id || ' ' || certifier_name || ' ' || (certified_at = issued_at) from enterprise_code""")).isEqualTo(applicant + " 王小明 true");
            assertThat(one(statement, "select string_agg(distinct kind, ',') from claim"))
                    .isEqualTo("FIRST");
            CodeClaimWithdrawn told = Json.MAPPER.readValue(
                    one(statement, "select data from outbox where type = 'code.CodeClaimWithdrawn' and version = 1"),
                    CodeClaimWithdrawn.class);
            assertThat(told.claimId()).isEqualTo(withdrawn);
            assertThat(told.at()).isEqualTo(Instant.parse("2026-03-15T02:00:00Z"));
            assertThat(one(statement, "select count(*) from outbox")).isEqualTo("1");

            database.migrate("45");

            assertThat(one(statement, "select town_code from enterprise_code"))
                    .as("a code from before lies where its claim said")
                    .isEqualTo("500113103");

            statement.execute(
                    "update enterprise_code set status = 'REVOKED', status_reason = '注销', issued_at = '2026-01-01'");
            statement.execute("""
                    insert into enterprise_code select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', 'QY2',
                      'claim_id', '%s', 'status', 'ACTIVE', 'status_reason', null, 'issued_at', '2026-06-01'))).* from enterprise_code c""".formatted(withdrawn));
            statement.execute("""
                    insert into claim select (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(), 'number', 'LM3', 'kind', 'RENEWAL',
                      'enterprise_id', k.enterprise_id, 'status', 'SUBMITTED', 'submitted_at', '2026-03-01', 'decided_at', null))).*
                    from claim l, enterprise_code k where l.number = 'LM1' and k.number = 'QY1'""");

            database.migrate("125");

            assertThat(one(statement, """
                            select string_agg(l.number || ' ' || k.number, ',') from claim l join enterprise_code k on k.id = l.renews_code_id"""))
                    .as("the code that there was when it was asked for")
                    .isEqualTo("LM3 QY1");
        }
    }

    private void claim(Statement statement, UUID id, String number, String status, String decidedAt)
            throws SQLException {
        statement.execute("""
                insert into claim (id, number, enterprise_id, enterprise_name, uscc, town_code, industry_code, demo, applicant_id, applicant_name,
                  legal_rep_name, legal_rep_id_number, agent_name, agent_phone, letter_file_id, consents, channel, status, submitted_at, decided_at, version)
                values ('%s', '%s', '%s', '甲', '91500113MAX5XQ4WX4', '500113103', 'C3484', false, '%s', '王小明', '陈志远', 'x', '王小明',
                  '13812345678', '%s', '{}', 'PC', '%s', now(), %s, 1)""".formatted(id, number, Ids.next(), applicant, file, status, decidedAt));
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
