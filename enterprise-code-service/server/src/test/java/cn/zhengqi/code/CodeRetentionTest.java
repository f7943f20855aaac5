package cn.zhengqi.code;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.RetentionTest;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@ServiceTest(
        events = true,
        properties = {"zhengqi.code.data-key=" + Keys.DATA_KEY, "zhengqi.files-dir=target/test-files"})
@ActiveProfiles("test")
class CodeRetentionTest extends RetentionTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataProtection protection;

    @Autowired
    ServiceClient client;

    @Override
    protected Map<String, List<Kept>> kept() {
        return Map.of(
                "code.claim-identity",
                List.of(
                        new Kept(at -> claim("REJECTED", at), this::hasItsIdentity),
                        new Kept(at -> claim("WITHDRAWN", at), this::hasItsIdentity),
                        new Kept(at -> letterOf(claim("REJECTED", at)), this::hasItsBytes)),
                "code.scan",
                List.of(new Kept(this::scan, id -> isThere("scan", id))),
                "code.consent",
                List.of(
                        new Kept(at -> change(consent(false, at), at), id -> isThere("consent_change", id)),
                        new Kept(this::superseded, id -> isThere("consent_change", id))),
                "code.reading",
                List.of(
                        new Kept(this::applicationReading, id -> isThere("application_reading", id)),
                        new Kept(this::claimReading, id -> isThere("claim_reading", id)),
                        new Kept(this::declarationReading, id -> isThere("declaration_reading", id)),
                        new Kept(this::systemReading, id -> isThere("system_reading", id))),
                "code.service-code-visit",
                List.of(new Kept(this::visit, id -> isThere("service_code_visit", id))));
    }

    @Override
    protected Map<String, String> ownJobs() {
        return Map.of("code.unused-file", "cn.zhengqi.code.file.FileStore.removeUnused");
    }

    @Test
    void an_open_case_and_a_consent_that_holds_keep_what_proves_them_however_old_they_are() {
        OffsetDateTime longAgo = OffsetDateTime.now().minusYears(9);
        UUID open = claim("RETURNED", longAgo);
        UUID given = change(consent(true, longAgo), longAgo);

        keepTerms();

        assertThat(hasItsIdentity(open)).isTrue();
        assertThat(hasItsBytes(letterOf(open))).isTrue();
        assertThat(isThere("consent_change", given)).isTrue();
    }

    @Test
    void of_a_closed_case_everything_else_stays() {
        UUID closed = claim("REJECTED", OffsetDateTime.now().minusYears(9));

        keepTerms();

        assertThat(jdbc.sql("""
                                select c.enterprise_name || c.reason || s.action || f.name from claim c
                                join claim_step s on s.claim_id = c.id join stored_file f on f.id = c.letter_file_id where c.id = ?""").param(closed).query(String.class).single()).isEqualTo("示例机械材料不全REJECTED授权委托书（已按期清除）");
    }

    @Test
    void who_asks_for_a_letter_that_went_after_its_term_is_told_so() {
        UUID letter = letterOf(claim("REJECTED", OffsetDateTime.now().minusYears(9)));
        CurrentUser owner = TestUsers.withoutEnterprise(CodePermissions.CLAIM);
        jdbc.sql("update stored_file set owner_id = ? where id = ?")
                .params(owner.accountId(), letter)
                .update();

        keepTerms();

        client.as(owner)
                .get()
                .uri("/api/code/files/{id}", letter)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.GONE)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("FILE_EXPIRED");
    }

    private boolean isThere(String table, UUID id) {
        return jdbc.sql("select exists (select from " + table + " where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private boolean hasItsIdentity(UUID claim) {
        return jdbc.sql(
                        "select legal_rep_id_number is not null or legal_rep_id_index is not null from claim where id = ?")
                .param(claim)
                .query(Boolean.class)
                .single();
    }

    private boolean hasItsBytes(UUID file) {
        return jdbc.sql("select object_key is not null from stored_file where id = ?")
                .param(file)
                .query(Boolean.class)
                .single();
    }

    private UUID letterOf(UUID claim) {
        return jdbc.sql("select letter_file_id from claim where id = ?")
                .param(claim)
                .query(UUID.class)
                .single();
    }

    private UUID claim(String status, OffsetDateTime at) {
        UUID id = Ids.next();
        UUID letter = Ids.next();
        jdbc.sql("""
                        insert into stored_file (id, owner_id, name, content_type, size, sha256, object_key, created_at)
                        values (:id, :id, '王小明授权书.pdf', 'application/pdf', 1, repeat('a', 64), encode(sha256(uuid_send(:id)), 'hex'), :at)""").param("id", letter).param("at", at).update();
        boolean decided = status.equals("REJECTED");
        jdbc.sql("""
                        insert into claim (id, number, enterprise_id, enterprise_name, uscc, town_code, industry_code, demo, applicant_id,
                          applicant_name, legal_rep_name, legal_rep_id_number, legal_rep_id_index, agent_name, agent_phone, letter_file_id, consents, channel, kind,
                          status, submitted_at, decided_at, reason, version)
                        values (:id, :number, :id, '示例机械', '91500113MAX5XQ4WX4', '500113103', 'C3484', false, :id, '王小明', '陈志远', :number18, :index18,
                          '王小明', :phone, :letter, '{}', 'PC', 'FIRST', :status, :at, :decidedAt, '材料不全', 1)""")
                .param("id", id)
                .param("number", "LM" + id)
                .param(
                        "number18",
                        protection.column("claim", "legal_rep_id_number").seal("11010519491231002X"))
                .param(
                        "index18",
                        protection.column("claim", "legal_rep_id_number").index("11010519491231002X"))
                .param("phone", protection.column("claim", "agent_phone").seal("13812345678"))
                .param("letter", letter)
                .param("status", status)
                .param("at", at)
                .param("decidedAt", decided ? at : null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        jdbc.sql("""
                        insert into claim_step (id, claim_id, at, actor_id, actor_name, action, letter_file_id)
                        values (?, ?, ?, ?, '王小明', ?, ?)""").params(Ids.next(), id, at, Ids.next(), status, letter).update();
        return id;
    }

    private UUID scan(OffsetDateTime at) {
        UUID claim = claim("REJECTED", OffsetDateTime.now());
        UUID code = Ids.next();
        jdbc.sql("""
                        insert into enterprise_code (id, number, enterprise_id, enterprise_name, uscc, demo, claim_id, status, level, issued_at, version,
                          certifier_id, certifier_name, certified_at, town_code)
                        values (:id, :number, :id, '示例机械', '91500113MAX5XQ4WX4', false, :claim, 'ACTIVE', 'NORMAL', now(), 0, :id, '王小明', now(),
                          '500113103')""")
                .param("id", code)
                .param("number", "QY" + code)
                .param("claim", claim)
                .update();
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into scan (id, code_id, enterprise_id, enterprise_name, uscc, at, scanner_id, scanner_name, source, kind,
                          shown_categories, town_code)
                        values (?, ?, ?, '示例机械', '91500113MAX5XQ4WX4', ?, ?, '李四', 'CAMERA', 'STATIC', '{BASIC}', '500113103')""").params(id, code, code, at, Ids.next()).update();
        return id;
    }

    /** The consent was changed long ago, and at that time again; it still holds. */
    private UUID superseded(OffsetDateTime at) {
        UUID consent = consent(true, at);
        UUID first = change(consent, at.minusYears(1));
        change(consent, at);
        return first;
    }

    private UUID consent(boolean granted, OffsetDateTime at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into consent (id, enterprise_id, category, receiver_kind, receiver_name, purpose, granted, granted_at, withdrawn_at,
                          valid_from, valid_until, scanners, version)
                        values (:id, :id, 'BASIC', 'SCANNER', '扫码核验人员', '核验', :granted, :at, :at, cast(:at as timestamptz)::date,
                          current_date + 1, (case when :granted then '{BANK}' else '{}' end)::text[], 0)""").param("id", id).param("granted", granted).param("at", at).update();
        return id;
    }

    private UUID change(UUID consent, OffsetDateTime at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into consent_change (id, consent_id, enterprise_id, category, receiver_kind, receiver_name, purpose, action, at,
                          actor_id, actor_name)
                        values (?, ?, ?, 'BASIC', 'SCANNER', '扫码核验人员', '核验', 'GIVEN', ?, ?, '王小明')""").params(id, consent, consent, at, Ids.next()).update();
        return id;
    }

    private UUID applicationReading(OffsetDateTime at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into application_reading (id, application_id, application_number, enterprise_id, at, reader_id, reader_name, categories)
                        values (?, ?, 'RZ1', ?, ?, ?, '李四', '{BASIC}')""").params(id, Ids.next(), Ids.next(), at, Ids.next()).update();
        return id;
    }

    private UUID claimReading(OffsetDateTime at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into claim_reading (id, claim_id, claim_number, enterprise_id, at, reader_id, reader_name, document)
                        values (?, ?, 'LM1', ?, ?, ?, '李四', '授权委托书')""")
                .params(id, claim("RETURNED", OffsetDateTime.now()), Ids.next(), at, Ids.next())
                .update();
        return id;
    }

    private UUID declarationReading(OffsetDateTime at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into declaration_reading (id, declaration_id, declaration_number, enterprise_id, at, reader_id, reader_name, document)
                        values (?, ?, 'SB1', ?, ?, ?, '李四', '申报表')""").params(id, Ids.next(), Ids.next(), at, Ids.next()).update();
        return id;
    }

    private UUID systemReading(OffsetDateTime at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into system_reading (id, enterprise_id, at, key_id, system_name, owner_id, owner_name)
                        values (?, ?, ?, ?, '信贷系统', ?, '示例银行')""").params(id, Ids.next(), at, Ids.next(), Ids.next()).update();
        return id;
    }

    private UUID visit(OffsetDateTime at) {
        UUID code = Ids.next();
        jdbc.sql("""
                        insert into service_code (id, token, kind, name, offers, status, created_at, created_by, created_by_name, version)
                        values (?, ?, 'SERVICE', '办事大厅', '{}', 'ACTIVE', now(), ?, '管理员', 0)""")
                .params(code, code.toString().replace("-", "").substring(20), code)
                .update();
        UUID id = Ids.next();
        jdbc.sql(
                        "insert into service_code_visit (id, service_code_id, at, account_id, account_name) values (?, ?, ?, ?, '李四')")
                .params(id, code, at, Ids.next())
                .update();
        return id;
    }
}
