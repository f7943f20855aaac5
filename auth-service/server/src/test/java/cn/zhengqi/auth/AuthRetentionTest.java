package cn.zhengqi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.RetentionTest;
import cn.zhengqi.testing.ServiceTest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class AuthRetentionTest extends RetentionTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataProtection protection;

    @Override
    protected Map<String, List<Kept>> kept() {
        return Map.of(
                "auth.sms-code", List.of(new Kept(this::code, id -> isThere("sms_code", id))),
                "auth.former-phone", List.of(new Kept(this::formerPhone, id -> isThere("former_phone", id))),
                "auth.device", List.of(new Kept(this::device, id -> isThere("signed_in_session", id))),
                "auth.sign-in-log", List.of(new Kept(this::signIn, id -> isThere("sign_in_log", id))),
                "auth.openapi-call", List.of(new Kept(this::call, id -> isThere("openapi_call", id))),
                "auth.openapi-key", List.of(new Kept(this::key, this::namesAContact)));
    }

    @Test
    void a_key_that_ran_out_long_ago_is_revoked_on_record() {
        UUID key = key(OffsetDateTime.now().minusDays(181));

        keepTerms();

        assertThat(jdbc.sql("select status from openapi_key where id = ?")
                        .param(key)
                        .query(String.class)
                        .single())
                .isEqualTo("REVOKED");
        assertThat(jdbc.sql("select data ->> 'action' from outbox where data ->> 'subjectId' = ?")
                        .param(key.toString())
                        .query(String.class)
                        .list())
                .containsExactly("OPENAPI_KEY_REVOKED");
    }

    private boolean isThere(String table, UUID id) {
        return jdbc.sql("select exists (select from " + table + " where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private boolean namesAContact(UUID key) {
        return jdbc.sql(
                        "select num_nonnulls(contact_name, contact_phone, secret, public_key) > 0 from openapi_key where id = ?")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    private UUID code(OffsetDateTime at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into sms_code (id, phone_index, purpose, address, asked_at, expires_at)
                        values (?, ?, 'SIGN_IN', '203.0.113.9', ?, ?)""")
                .params(id, protection.index("sms_code", "phone").of("13912340000"), at, at)
                .update();
        return id;
    }

    private UUID formerPhone(OffsetDateTime at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into former_phone (id, account_id, account_version, phone, end_of_next, at) values (?, ?, 1, ?, '0001', ?)""")
                .params(
                        id,
                        Ids.next(),
                        protection.column("former_phone", "phone").seal("13912340000"),
                        at)
                .update();
        return id;
    }

    private UUID device(OffsetDateTime at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into signed_in_session (id, account_id, device_id, address, user_agent, started_at, seen_at)
                        values (?, ?, ?, '203.0.113.9', 'Mozilla', ?, ?)""").params(id, account(), Ids.next(), at, at).update();
        return id;
    }

    private UUID signIn(OffsetDateTime at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into sign_in_log (id, at, username, username_index, address, user_agent, result)
                        values (?, ?, ?, ?, 'a', 'b', 'SUCCESS')""")
                .params(
                        id,
                        at,
                        protection.column("sign_in_log", "username").seal("qiye"),
                        protection.column("sign_in_log", "username").index("qiye"))
                .update();
        return id;
    }

    private UUID call(OffsetDateTime at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into openapi_call (id, key, at, method, path, status, millis, address)
                        values (?, ?, ?, 'GET', '/openapi/v1/x', 200, 3, '203.0.113.9')""").params(id, key(OffsetDateTime.now().plusDays(1)), at).update();
        return id;
    }

    private UUID key(OffsetDateTime expiresAt) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into openapi_key (id, key_id, status, environment, owner_kind, owner_id, owner_name, applicant_id,
                          applicant_name, system_name, purpose, contact_name, contact_phone, scopes, addresses, per_minute, per_day,
                          applied_at, expires_at, secret)
                        values (?, ?, 'ACTIVE', 'LIVE', 'INSTITUTION', ?, '测试银行', ?, '测试客户经理', '信贷系统', '用途', '张三', ?,
                          '{applications.handle}', '{203.0.113.9}', 1, 1, now(), ?, 'x')""")
                .params(
                        id,
                        "zqk_" + id,
                        Ids.next(),
                        account(),
                        protection.column("openapi_key", "contact_phone").seal("023-66223344"),
                        expiresAt)
                .update();
        return id;
    }

    private UUID account() {
        UUID id = Ids.next();
        String phone = "closed:" + id;
        jdbc.sql("""
                        insert into account (id, user_type, phone, phone_index, display_name, password_hash, channel, registered_at)
                        values (?, 'BANK', ?, ?, '测试客户经理', '{noop}x', 'PC', now())""")
                .params(
                        id,
                        protection.column("account", "phone").seal(phone),
                        protection.column("account", "phone").index(phone))
                .update();
        return id;
    }
}
