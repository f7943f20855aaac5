package cn.zhengqi.auth.openapi;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.auth.AuthPermissions;
import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.code.api.CodeLevel;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.api.CodeStatusChanged;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.EnterpriseLeftAlone;
import cn.zhengqi.user.api.InstitutionRenamed;
import cn.zhengqi.user.api.InstitutionRetired;
import cn.zhengqi.web.CurrentUser;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiKeysTest extends AuthServiceTest {

    private static final AtomicLong PHONES = new AtomicLong(13470000000L);
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private ServiceClient client;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private KeyExpiry expiry;

    @Autowired
    private OpenApiKeyMapper keys;

    @Autowired
    private EventHandler<CodeStatusChanged> keysEndWithTheCode;

    @Autowired
    private EventHandler<EnterpriseLeftAlone> keysEndWithTheLastAdministrator;

    @Autowired
    private EventHandler<InstitutionRetired> keysEndWithTheInstitution;

    @Autowired
    private EventHandler<InstitutionRenamed> keysAreCalledAfterTheInstitution;

    private final CurrentUser applicant = TestUsers.ofEnterprise(Ids.next(), "self", AuthPermissions.OWN_KEYS);
    private final CurrentUser staff = TestUsers.operator(
            "self",
            AuthPermissions.QUERY_KEYS,
            AuthPermissions.READ_KEY,
            AuthPermissions.REVIEW_KEYS,
            AuthPermissions.REVOKE_KEYS,
            AuthPermissions.EXPORT_KEYS);

    @BeforeEach
    void theApplicantHasAnAccount() {
        hasAnAccount(applicant, "ENTERPRISE");
    }

    private void hasAnAccount(CurrentUser user, String type) {
        String phone = Long.toString(PHONES.incrementAndGet());
        jdbc.sql("""
                        insert into account (id, user_type, phone, phone_index, display_name, password_hash, channel, registered_at)
                        values (?, ?, ?, ?, '测试企业管理员', '{noop}x', 'PC', now())""")
                .params(user.accountId(), type, sealedPhone(phone), indexOf(phone))
                .update();
    }

    @Test
    void a_key_is_applied_for_approved_and_drawn_and_its_secret_is_shown_once() throws Exception {
        JsonNode applied = apply();
        assertThat(applied.path("status").asString()).isEqualTo("APPLIED");
        refused(draw(applied), 409, "STATE_CONFLICT");

        JsonNode approved = approve(applied, "CODE_VERIFY");
        assertThat(approved.path("scopes")).hasSize(1);
        JsonNode drawn = ok(draw(own(applied)));

        String keyId = drawn.path("keyId").asString();
        String secret = drawn.path("secret").asString();
        assertThat(keyId).matches("zqk_[0-9a-z]{20}");
        assertThat(Base64.getDecoder().decode(secret)).hasSize(32);
        refused(draw(own(applied)), 409, "STATE_CONFLICT");
        assertThat(own(applied).toString()).doesNotContain(secret);
        JsonNode found = lookup(keyId);
        assertThat(found.path("standing").asString()).isEqualTo("USABLE");
        assertThat(found.path("key").path("secrets")).containsExactly(JSON.valueToTree(secret));
        assertThat(found.path("key").path("perMinute").asInt()).isEqualTo(5);
        JWTClaimsSet claims = verified(found.path("key").path("token").asString());
        assertThat(claims.getSubject()).isEqualTo(applied.path("id").asString());
        assertThat(claims.getStringListClaim("perms")).containsExactly("openapi.code.verify");
        assertThat(claims.getClaims()).doesNotContainKeys("user_type", "ent", "inst", "roles");
        assertThat(claims.getStringClaim("sys_owner")).isEqualTo(String.valueOf(applicant.enterpriseId()));
        assertThat(claims.getStringClaim("sys_owner_type")).isEqualTo("ENTERPRISE");
    }

    @Test
    void no_secret_lies_readable_in_the_database_nor_in_the_record_of_changes() {
        JsonNode applied = apply();
        approve(applied, "CODE_VERIFY");
        String secret = ok(draw(own(applied))).path("secret").asString();
        byte[] plain = Base64.getDecoder().decode(secret);

        byte[] stored = jdbc.sql("select secret from openapi_key where id = ?::uuid")
                .param(applied.path("id").asString())
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(plain, StandardCharsets.ISO_8859_1));
        assertThat(jdbc.sql("select data::text from outbox where data::text like ?")
                        .param("%" + applied.path("id").asString() + "%")
                        .query(String.class)
                        .list())
                .hasSize(5)
                .allSatisfy(record -> assertThat(record).doesNotContain(secret));
    }

    @Test
    void a_changed_secret_is_followed_without_a_break() {
        JsonNode applied = apply();
        approve(applied, "CODE_VERIFY");
        JsonNode first = ok(draw(own(applied)));
        JsonNode second = ok(rotate(own(applied), 24));

        assertThat(second.path("keyId")).isEqualTo(first.path("keyId"));
        assertThat(secrets(first)).containsExactly(second.path("secret"), first.path("secret"));

        jdbc.sql("update openapi_key set previous_until = now() - interval '1 second' where id = ?::uuid")
                .param(applied.path("id").asString())
                .update();
        assertThat(secrets(first)).containsExactly(second.path("secret"));
        assertThat(own(applied).has("previousUntil"))
                .as("what is over is not told as kept")
                .isFalse();

        JsonNode third = ok(rotate(own(applied), 24));
        JsonNode fourth = ok(rotate(own(applied), 24));
        assertThat(secrets(first))
                .as("of those before one is kept")
                .containsExactly(fourth.path("secret"), third.path("secret"));
        JsonNode fifth = ok(rotate(own(applied), 0));
        assertThat(secrets(first)).containsExactly(fifth.path("secret"));
        refused(rotate(own(applied), 721), 400, "VALIDATION_FAILED");
    }

    @Test
    void an_old_secret_is_not_said_to_be_kept_longer_than_its_key() {
        JsonNode applied = apply();
        approve(applied, "CODE_VERIFY");
        ok(draw(own(applied)));
        jdbc.sql("update openapi_key set expires_at = now() + interval '1 hour' where id = ?::uuid")
                .param(id(applied))
                .update();
        ok(rotate(own(applied), 24));

        assertThat(own(applied).path("previousUntil").asString())
                .isEqualTo(own(applied).path("expiresAt").asString())
                .isNotEmpty();
    }

    @Test
    void that_a_key_will_run_out_is_told_in_time_and_once_and_the_review_is_told_too() {
        JsonNode applied = apply();
        approve(applied, "CODE_VERIFY");
        ok(draw(own(applied)));
        JsonNode rejected = apply();
        ok(post(staff, "/api/auth/openapi/keys/" + id(rejected) + "/reject", decision(rejected)));
        expiry.tell();
        assertThat(told(applied, "auth.OpenApiKeyExpiring")).isEmpty();

        jdbc.sql("update openapi_key set expires_at = now() + interval '13 days' where id = ?::uuid")
                .param(id(applied))
                .update();
        expiry.tell();
        expiry.tell();

        assertThat(told(applied, "auth.OpenApiKeyExpiring")).hasSize(1);
        assertThat(told(applied, "auth.OpenApiKeyDecided"))
                .singleElement()
                .asString()
                .contains("\"approved\": true");
        assertThat(told(rejected, "auth.OpenApiKeyDecided"))
                .singleElement()
                .asString()
                .contains("用途与申请不符");
    }

    private List<String> told(JsonNode key, String type) {
        return jdbc.sql("select data::text from outbox where subject = ?::uuid and type = ?")
                .params(id(key), type)
                .query(String.class)
                .list();
    }

    @Test
    void who_signs_with_sm2_hands_in_the_public_half_and_there_is_no_secret() throws Exception {
        JsonNode applied = body(post(applicant, "/api/auth/openapi/my/keys", with("publicKey", sm2PublicKey()))
                .expectStatus()
                .isCreated());
        assertThat(applied.path("algorithm").asString()).isEqualTo("sm2-sm3");
        approve(applied, "CODE_VERIFY");
        JsonNode drawn = ok(draw(own(applied)));
        assertThat(drawn.has("secret")).isFalse();
        JsonNode key = lookup(drawn.path("keyId").asString()).path("key");
        assertThat(key.path("secrets")).isEmpty();
        assertThat(key.path("publicKeys")).hasSize(1);

        JsonNode other = ok(post(
                applicant,
                "/api/auth/openapi/my/keys/" + id(applied) + "/rotate",
                Map.of(
                        "version",
                        own(applied).path("version").asInt(),
                        "overlapHours",
                        24,
                        "publicKey",
                        sm2PublicKey())));
        assertThat(other.has("secret")).isFalse();
        assertThat(lookup(drawn.path("keyId").asString()).path("key").path("publicKeys"))
                .hasSize(2);

        JsonNode shared = ok(rotate(own(applied), 24));
        JsonNode both = lookup(drawn.path("keyId").asString()).path("key");
        assertThat(both.path("secrets")).containsExactly(shared.path("secret"));
        assertThat(both.path("publicKeys"))
                .as("what went before counts a while, whatever it is")
                .hasSize(1);
        assertThat(own(applied).path("algorithm").asString()).isEqualTo("hmac-sha256");
    }

    @Test
    void what_is_no_sm2_public_key_is_refused() throws Exception {
        KeyPairGenerator p256 = KeyPairGenerator.getInstance("EC");
        p256.initialize(256);
        for (String wrong : List.of(
                "x",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
                pem(p256.generateKeyPair().getPublic().getEncoded()))) {
            refused(post(applicant, "/api/auth/openapi/my/keys", with("publicKey", wrong)), 400, "VALIDATION_FAILED");
        }
    }

    @Test
    void a_key_of_the_sandbox_says_so_to_the_services_and_to_staff() throws Exception {
        JsonNode applied = body(post(applicant, "/api/auth/openapi/my/keys", with("environment", "SANDBOX"))
                .expectStatus()
                .isCreated());
        assertThat(applied.path("environment").asString()).isEqualTo("SANDBOX");
        approve(applied, "CODE_VERIFY");
        JsonNode found = lookup(ok(draw(own(applied))).path("keyId").asString());
        assertThat(verified(found.path("key").path("token").asString()).getBooleanClaim("sys_sandbox"))
                .isTrue();
        client.as(staff)
                .get()
                .uri("/api/auth/openapi/keys?environment=LIVE&q="
                        + applied.path("systemName").asString())
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
        Map<String, Object> unsaid = new HashMap<>(application("203.0.113.9"));
        unsaid.remove("environment");
        refused(post(applicant, "/api/auth/openapi/my/keys", unsaid), 400, "VALIDATION_FAILED");
    }

    private static Map<String, Object> with(String field, String value) {
        Map<String, Object> form = new HashMap<>(application("203.0.113.9"));
        form.put(field, value);
        return form;
    }

    private static String sm2PublicKey() throws IOException {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(
                new ECNamedDomainParameters(
                        GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1)),
                new SecureRandom()));
        return pem(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                        generator.generateKeyPair().getPublic())
                .getEncoded());
    }

    private static String pem(byte[] key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key) + "\n-----END PUBLIC KEY-----\n";
    }

    @Test
    void the_last_day_of_a_key_counts_until_midnight_in_the_district() {
        JsonNode approved = approve(apply(), "CODE_VERIFY");
        LocalDate lastDay = LocalDate.parse(
                approval(approved, "CODE_VERIFY").get("validUntil").toString());
        Instant end = BusinessTime.endOf(lastDay);

        OpenApiKey key = keys.selectById(UUID.fromString(approved.path("id").asString()));
        assertThat(key.hasExpired(end.minusSeconds(60))).isFalse();
        assertThat(key.hasExpired(end)).isTrue();
    }

    @Test
    void a_revoked_key_and_one_that_has_run_out_are_of_no_use() {
        JsonNode applied = apply();
        approve(applied, "CODE_VERIFY");
        String keyId = ok(draw(own(applied))).path("keyId").asString();

        jdbc.sql("update openapi_key set expires_at = now() - interval '1 second' where id = ?::uuid")
                .param(applied.path("id").asString())
                .update();
        assertThat(lookup(keyId).path("standing").asString()).isEqualTo("EXPIRED");
        refused(rotate(own(applied), 0), 409, "OPENAPI_KEY_EXPIRED");

        ok(post(staff, "/api/auth/openapi/keys/" + id(applied) + "/revoke", decision(own(applied))));
        assertThat(told(applied, "auth.OpenApiKeyRevoked"))
                .singleElement()
                .asString()
                .contains("用途与申请不符");
        assertThat(lookup(keyId).path("standing").asString()).isEqualTo("REVOKED");
        assertThat(lookup(keyId).has("key"))
                .as("no secret of it leaves any more")
                .isFalse();
        assertThat(jdbc.sql(
                                "select num_nonnulls(secret, public_key, previous_secret, previous_public_key) from openapi_key where id = ?::uuid")
                        .param(applied.path("id").asString())
                        .query(Integer.class)
                        .single())
                .as("nor is one kept")
                .isZero();
        assertThat(lookup("zqk_00000000000000000000").path("standing").asString())
                .isEqualTo("UNKNOWN");
    }

    @Test
    void an_approved_key_is_used_on_other_terms_from_then_on_and_its_owner_is_told() {
        JsonNode applied = apply();
        ok(post(
                staff,
                "/api/auth/openapi/keys/" + id(applied) + "/approve",
                terms(applied, List.of("CODE_VERIFY", "CARD_READ"), "203.0.113.0/24", 5, 50)));
        String keyId = ok(draw(own(applied))).path("keyId").asString();

        Map<String, Object> wanted = terms(own(applied), List.of("CARD_READ"), "198.51.100.7", 6, 60);
        JsonNode changed = ok(put(staff, applied, wanted));

        assertThat(changed.path("perMinute").asInt()).isEqualTo(6);
        JsonNode usable = lookup(keyId).path("key");
        assertThat(usable.path("perMinute").asInt()).isEqualTo(6);
        assertThat(usable.path("perDay").asInt()).isEqualTo(60);
        assertThat(usable.path("addresses")).containsExactly(JSON.valueToTree("198.51.100.7"));
        assertThat(usable.path("scopes")).containsExactly(JSON.valueToTree("card.read"));
        assertThat(own(applied).path("addresses").get(0).asString())
                .as("and its owner sees it")
                .isEqualTo("198.51.100.7");
        assertThat(told(applied, "auth.OpenApiKeyChanged"))
                .singleElement()
                .asString()
                .contains("每分钟次数由 5 改为 6", "每日次数由 50 改为 60", "调用地址由 203.0.113.0/24 改为 198.51.100.7", "业务量增加")
                .contains("接口权限由 核验动态企业码、读取企业名片（以企业授权为限） 改为 读取企业名片（以企业授权为限）");
        assertThat(jdbc.sql("""
                                select data::text from outbox
                                where data ->> 'action' = 'OPENAPI_KEY_CHANGED' and data ->> 'subjectId' = ?""").param(id(applied)).query(String.class).single())
                .contains("203.0.113.0/24", "198.51.100.7", "业务量增加");

        ok(put(staff, applied, terms(own(applied), List.of("CARD_READ"), "198.51.100.7", 6, 60)));
        assertThat(told(applied, "auth.OpenApiKeyChanged"))
                .as("what changes nothing is told nobody")
                .hasSize(1);
    }

    @Test
    void nothing_is_changed_that_is_not_approved_was_not_asked_for_or_has_changed_meanwhile() {
        JsonNode applied = apply();
        List<String> one = List.of("CODE_VERIFY");
        refused(put(staff, applied, terms(applied, one, "203.0.113.7", 5, 50)), 409, "STATE_CONFLICT");

        approve(applied, "CODE_VERIFY");
        refused(put(staff, applied, terms(applied, one, "203.0.113.7", 6, 60)), 409, "VERSION_CONFLICT");
        JsonNode approved = own(applied);
        refused(
                put(staff, applied, terms(approved, List.of("CODE_VERIFY", "CARD_READ"), "203.0.113.7", 5, 50)),
                400,
                "VALIDATION_FAILED");
        refused(put(staff, applied, terms(approved, one, "10.0.0.0/8", 5, 50)), 400, "VALIDATION_FAILED");
        refused(put(staff, applied, terms(approved, one, "203.0.113.7", 60, 50)), 400, "VALIDATION_FAILED");
        Map<String, Object> over = new HashMap<>(terms(approved, one, "203.0.113.7", 5, 50));
        over.put("validUntil", LocalDate.now().minusDays(1).toString());
        refused(put(staff, applied, over), 400, "VALIDATION_FAILED");
        CurrentUser reader = TestUsers.operator("self", AuthPermissions.QUERY_KEYS, AuthPermissions.READ_KEY);
        refused(put(reader, applied, terms(approved, one, "203.0.113.7", 6, 60)), 403, "FORBIDDEN");
        assertThat(own(applied).path("perMinute").asInt()).isEqualTo(5);

        ok(draw(own(applied)));
        jdbc.sql("update openapi_key set expires_at = now() - interval '1 second' where id = ?::uuid")
                .param(id(applied))
                .update();
        refused(put(staff, applied, terms(own(applied), one, "203.0.113.7", 6, 60)), 409, "OPENAPI_KEY_EXPIRED");
    }

    private static Map<String, Object> terms(
            JsonNode key, List<String> scopes, String address, int perMinute, int perDay) {
        return Map.of(
                "version",
                key.path("version").asInt(),
                "scopes",
                scopes,
                "addresses",
                List.of(address),
                "perMinute",
                perMinute,
                "perDay",
                perDay,
                "validUntil",
                LocalDate.now().plusYears(1).toString(),
                "reason",
                "业务量增加");
    }

    private ResponseSpec put(CurrentUser user, JsonNode key, Map<String, Object> terms) {
        return client.as(user)
                .put()
                .uri("/api/auth/openapi/keys/" + id(key))
                .contentType(MediaType.APPLICATION_JSON)
                .body(terms)
                .exchange();
    }

    @Test
    void an_owner_has_twenty_keys_open_and_one_that_is_given_up_makes_room() throws Exception {
        jdbc.sql("""
                        insert into openapi_key select (jsonb_populate_record(k, jsonb_build_object('id', gen_random_uuid()))).*
                        from openapi_key k, generate_series(1, 18) where k.id = ?::uuid""").param(id(apply())).update();

        Map<Integer, Long> answers = atOnce(4).stream().collect(groupingBy(it -> it, counting()));
        assertThat(answers).as("one has room, of all that come at once").isEqualTo(Map.of(201, 1L, 409, 3L));
        refused(post(applicant, "/api/auth/openapi/my/keys", application("203.0.113.9")), 409, "OPENAPI_KEY_LIMIT");

        jdbc.sql(
                        "update openapi_key set status = 'REJECTED', reason = '用途不明' where id = (select id from openapi_key where owner_id = ? limit 1)")
                .param(applicant.enterpriseId())
                .update();
        apply();
    }

    private List<Integer> atOnce(int times) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return post(applicant, "/api/auth/openapi/my/keys", application("203.0.113.9"))
                            .returnResult(String.class)
                            .getStatus()
                            .value();
                }));
            }
            start.countDown();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    @Test
    void who_reviews_is_told_of_an_application_and_when_it_needs_no_review_any_more() {
        JsonNode decided = apply();
        assertThat(told(decided, "auth.OpenApiKeyApplied"))
                .singleElement()
                .asString()
                .contains(decided.path("systemName").asString(), "测试企业有限公司");
        approve(decided, "CODE_VERIFY");
        JsonNode drawn = own(decided);
        ok(post(applicant, "/api/auth/openapi/my/keys/" + id(decided) + "/give-up", decision(drawn)));
        assertThat(told(decided, "auth.OpenApiKeyApplicationEnded")).isEmpty();

        JsonNode takenBack = apply();
        ok(post(applicant, "/api/auth/openapi/my/keys/" + id(takenBack) + "/give-up", decision(takenBack)));
        assertThat(told(takenBack, "auth.OpenApiKeyApplicationEnded")).hasSize(1);
    }

    @Test
    void whoever_applied_can_give_it_up_and_a_rejected_application_says_why() {
        JsonNode given = apply();
        ok(post(applicant, "/api/auth/openapi/my/keys/" + id(given) + "/give-up", decision(given)));
        assertThat(own(given).path("status").asString()).isEqualTo("REVOKED");

        JsonNode rejected = apply();
        ok(post(staff, "/api/auth/openapi/keys/" + id(rejected) + "/reject", decision(rejected)));
        assertThat(own(rejected).path("reason").asString()).isEqualTo("用途与申请不符");
        refused(
                post(
                        staff,
                        "/api/auth/openapi/keys/" + id(rejected) + "/approve",
                        approval(own(rejected), "CARD_READ")),
                409,
                "STATE_CONFLICT");
    }

    @Test
    void nothing_is_decided_by_what_has_changed_meanwhile_and_nothing_allowed_that_nobody_asked_for() {
        JsonNode applied = apply();
        refused(
                post(staff, "/api/auth/openapi/keys/" + id(applied) + "/approve", approval(applied, "LOANS_READ")),
                400,
                "VALIDATION_FAILED");
        approve(applied, "CODE_VERIFY");
        refused(
                post(staff, "/api/auth/openapi/keys/" + id(applied) + "/reject", decision(applied)),
                409,
                "VERSION_CONFLICT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "0.0.0.0/0", "10.0.0.0/8", "203.0.113.9/24", "2001:db8::/16"})
    void an_address_that_is_none_or_too_wide_is_refused(String address) {
        refused(post(applicant, "/api/auth/openapi/my/keys", application(address)), 400, "VALIDATION_FAILED");
    }

    @Test
    void who_is_wrong_in_several_fields_hears_of_all_of_them_at_once() {
        JsonNode problem = body(post(
                        applicant,
                        "/api/auth/openapi/my/keys",
                        Map.of(
                                "systemName",
                                " ",
                                "contactName",
                                "陈志远",
                                "contactPhone",
                                "12",
                                "environment",
                                "LIVE",
                                "publicKey",
                                "x",
                                "scopes",
                                List.of("APPLICATIONS_HANDLE"),
                                "addresses",
                                List.of("localhost", "203.0.113.9", "10.0.0.0/8")))
                .expectStatus()
                .isBadRequest());

        assertThat(problem.path("code").asString()).isEqualTo("VALIDATION_FAILED");
        assertThat(problem.path("errors").valueStream())
                .extracting(error -> error.path("field").asString() + " "
                        + error.path("code").asString() + " "
                        + error.path("message").asString())
                .containsExactlyInAnyOrder(
                        "systemName REQUIRED 请填写系统名称",
                        "purpose REQUIRED 请说明用途",
                        "contactPhone FORMAT 联系电话不正确",
                        "publicKey FORMAT 不是 SM2 公钥（PEM，曲线 sm2p256v1）",
                        "scopes NOT_OFFERED 只有银行可以申请办理融资申请的接口权限",
                        "addresses FORMAT localhost 不是 IP 地址或网段",
                        "addresses RANGE 10.0.0.0/8 范围过大");
    }

    @Test
    void only_who_acts_for_somebody_applies() {
        refused(
                post(
                        TestUsers.withoutEnterprise("self", AuthPermissions.OWN_KEYS),
                        "/api/auth/openapi/my/keys",
                        application("203.0.113.9")),
                403,
                "OPENAPI_NO_OWNER");
    }

    @Test
    void only_a_bank_is_offered_the_inbox_and_gets_it() {
        Map<String, Object> wanted = new HashMap<>(application("203.0.113.9"));
        wanted.put("scopes", List.of("APPLICATIONS_HANDLE"));
        CurrentUser bank = TestUsers.ofBank(Ids.next(), "self", AuthPermissions.OWN_KEYS);
        hasAnAccount(bank, "BANK");

        refused(post(applicant, "/api/auth/openapi/my/keys", wanted), 400, "VALIDATION_FAILED");
        post(bank, "/api/auth/openapi/my/keys", wanted).expectStatus().isCreated();
        assertThat(offeredTo(applicant)).contains("loans.read").doesNotContain("applications.handle");
        assertThat(offeredTo(bank)).contains("applications.handle");
    }

    @Test
    void a_key_is_the_enterprises_and_who_looks_after_its_keys_does_with_it_what_the_applicant_did() {
        JsonNode applied = apply();
        approve(applied, "CODE_VERIFY");
        CurrentUser next = TestUsers.ofEnterprise(
                Objects.requireNonNull(applicant.enterpriseId()), "self", AuthPermissions.OWN_KEYS);
        String path = "/api/auth/openapi/my/keys/" + id(applied);

        JsonNode seen = ok(client.as(next).get().uri(path).exchange());
        assertThat(seen.path("applicantName").asString()).isEqualTo(applicant.name());
        JsonNode drawn = ok(post(
                next, path + "/draw", Map.of("version", seen.path("version").asInt())));
        JsonNode changed = ok(post(
                next,
                path + "/rotate",
                Map.of("version", own(applied).path("version").asInt(), "overlapHours", 0)));
        assertThat(secrets(drawn)).containsExactly(changed.path("secret"));
        client.as(next)
                .get()
                .uri("/api/auth/openapi/my/keys")
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1);
        ok(post(next, path + "/give-up", decision(own(applied))));
        assertThat(lookup(drawn.path("keyId").asString()).path("standing").asString())
                .isEqualTo("REVOKED");
    }

    @Test
    void a_member_who_does_not_look_after_keys_neither_sees_them_nor_applies() {
        JsonNode applied = apply();
        CurrentUser member =
                TestUsers.ofEnterprise(Objects.requireNonNull(applicant.enterpriseId()), "self", "enterprise.own");

        refused(post(member, "/api/auth/openapi/my/keys", application("203.0.113.9")), 403, "FORBIDDEN");
        client.as(member)
                .get()
                .uri("/api/auth/openapi/my/keys")
                .exchange()
                .expectStatus()
                .isForbidden();
        refused(
                post(member, "/api/auth/openapi/my/keys/" + id(applied) + "/give-up", decision(applied)),
                403,
                "FORBIDDEN");
    }

    @Test
    void keys_end_with_the_last_who_could_look_after_them_and_not_before() {
        JsonNode used = apply();
        approve(used, "CODE_VERIFY");
        String keyId = ok(draw(own(used))).path("keyId").asString();
        JsonNode waiting = apply();
        UUID enterprise = Objects.requireNonNull(applicant.enterpriseId());
        Instant then = Instant.now().plusSeconds(1);

        codeStatus(enterprise, CodeStatus.FROZEN, then);
        assertThat(lookup(keyId).path("standing").asString()).isEqualTo("USABLE");
        codeStatus(enterprise, CodeStatus.REVOKED, then.minusSeconds(3600));
        assertThat(lookup(keyId).path("standing").asString())
                .as("what was applied for afterwards is of who came anew")
                .isEqualTo("USABLE");
        codeStatus(enterprise, CodeStatus.REVOKED, then);
        codeStatus(enterprise, CodeStatus.REVOKED, then);

        assertThat(lookup(keyId).path("standing").asString()).isEqualTo("REVOKED");
        assertThat(own(waiting).path("status").asString()).isEqualTo("REVOKED");
        assertThat(own(used).path("revokeReason").asString()).contains("不再有成员");
    }

    @Test
    void keys_of_an_enterprise_left_alone_and_of_a_retired_institution_end_too() {
        JsonNode alone = apply();
        handle(
                keysEndWithTheLastAdministrator,
                new EnterpriseLeftAlone(Objects.requireNonNull(applicant.enterpriseId()), later()));
        assertThat(own(alone).path("status").asString()).isEqualTo("REVOKED");

        CurrentUser bank = TestUsers.ofBank(Ids.next(), "self", AuthPermissions.OWN_KEYS);
        hasAnAccount(bank, "BANK");
        JsonNode ofBank = body(post(bank, "/api/auth/openapi/my/keys", application("203.0.113.9"))
                .expectStatus()
                .isCreated());
        handle(
                keysAreCalledAfterTheInstitution,
                new InstitutionRenamed(Objects.requireNonNull(bank.institutionId()), "重庆改名银行", later()));
        assertThat(ok(client.as(bank)
                                .get()
                                .uri("/api/auth/openapi/my/keys/" + id(ofBank))
                                .exchange())
                        .path("ownerName")
                        .asString())
                .isEqualTo("重庆改名银行");
        handle(
                keysEndWithTheInstitution,
                new InstitutionRetired(Objects.requireNonNull(bank.institutionId()), later()));
        assertThat(ok(client.as(bank)
                                .get()
                                .uri("/api/auth/openapi/my/keys/" + id(ofBank))
                                .exchange())
                        .path("revokeReason")
                        .asString())
                .isEqualTo("机构已停用");
    }

    private void codeStatus(UUID enterprise, CodeStatus status, Instant at) {
        handle(
                keysEndWithTheCode,
                new CodeStatusChanged(Ids.next(), enterprise, status, null, CodeLevel.values()[0], "因为", at));
    }

    private static <T extends DomainEvent> void handle(EventHandler<T> handler, T fact) {
        handler.handle(fact, new EventMetadata(Ids.next(), "x", fact.subject(), 1, Instant.now()));
    }

    private static Instant later() {
        return Instant.now().plusSeconds(1);
    }

    @Test
    void a_head_offices_key_reaches_its_branches_and_other_keys_do_not_ask() throws Exception {
        UUID branch = Ids.next();
        CurrentUser bank = TestUsers.ofBank(Ids.next(), "self", AuthPermissions.OWN_KEYS);
        hasAnAccount(bank, "BANK");
        standsBetween(Objects.requireNonNull(bank.institutionId()), Set.of(), Set.of(branch));

        assertThat(belowOf(bank, "APPLICATIONS_HANDLE")).containsExactly(branch.toString());
        assertThat(belowOf(bank, "LOANS_READ")).isEmpty();
    }

    private List<String> belowOf(CurrentUser bank, String scope) throws Exception {
        Map<String, Object> wanted = new HashMap<>(application("203.0.113.9"));
        wanted.put("scopes", List.of(scope));
        JsonNode applied = body(
                post(bank, "/api/auth/openapi/my/keys", wanted).expectStatus().isCreated());
        JsonNode approved = approve(applied, scope);
        String keyId = ok(post(
                        bank,
                        "/api/auth/openapi/my/keys/" + id(applied) + "/draw",
                        Map.of("version", approved.path("version").asInt())))
                .path("keyId")
                .asString();
        return verified(lookup(keyId).path("key").path("token").asString()).getStringListClaim("sys_below");
    }

    private String offeredTo(CurrentUser user) {
        return ok(client.as(user).get().uri("/api/auth/openapi/my/scopes").exchange())
                .toString();
    }

    @Test
    void a_stranger_finds_no_key_of_others() {
        JsonNode applied = apply();
        approve(applied, "CODE_VERIFY");
        CurrentUser stranger = TestUsers.ofEnterprise(Ids.next(), "self", AuthPermissions.OWN_KEYS);
        String path = "/api/auth/openapi/my/keys/" + id(applied);

        for (String read : List.of("", "/calls", "/days")) {
            client.as(stranger).get().uri(path + read).exchange().expectStatus().isNotFound();
        }
        Map<String, Object> seen = Map.of("version", 1, "reason", "不再使用了", "overlapHours", 0);
        for (String change : List.of("/draw", "/rotate", "/give-up")) {
            refused(post(stranger, path + change, seen), 404, "NOT_FOUND");
        }
        client.as(stranger)
                .get()
                .uri("/api/auth/openapi/my/keys")
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
    }

    @Test
    void staff_find_keys_and_take_the_list_out_and_see_the_phone_only_to_review() {
        JsonNode applied = apply();
        String system = applied.path("systemName").asString();

        client.as(staff)
                .get()
                .uri("/api/auth/openapi/keys?status=APPLIED&sort=appliedAt,asc&q=" + system)
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].contactPhone")
                .isEqualTo("13912345678");
        client.as(TestUsers.operator("self", AuthPermissions.QUERY_KEYS))
                .get()
                .uri("/api/auth/openapi/keys?q=" + system)
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].contactPhone")
                .isEqualTo("139****5678");
        ExportedFile asked = ExportedFile.of(client.as(staff), "/api/auth/openapi/keys/export?q={q}", system);
        assertThat(asked.column("系统名称")).containsExactly(system);
        assertThat(asked.column("有效期至")).containsExactly("");

        jdbc.sql("update openapi_key set expires_at = '2027-11-28T00:00:00+08:00' where system_name = ?")
                .param(system)
                .update();
        assertThat(ExportedFile.of(client.as(staff), "/api/auth/openapi/keys/export?q={q}", system)
                        .column("有效期至"))
                .as("the last day, and no time")
                .containsExactly("2027-11-27");
    }

    @Test
    void calls_are_kept_once_shown_by_day_and_forgotten_in_their_time() {
        JsonNode applied = apply();
        UUID key = UUID.fromString(id(applied));
        UUID call = Ids.next();
        List<Map<String, Object>> told =
                List.of(call(call, key, 200), call(Ids.next(), key, 429), call(Ids.next(), Ids.next(), 200));
        for (int twice = 0; twice < 2; twice++) {
            client.asService("gateway")
                    .post()
                    .uri("/internal/openapi/calls")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(told)
                    .exchange()
                    .expectStatus()
                    .isNoContent();
        }

        client.as(applicant)
                .get()
                .uri("/api/auth/openapi/my/keys/" + key + "/calls")
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(2);
        client.as(staff)
                .get()
                .uri("/api/auth/openapi/keys/" + key + "/days")
                .exchange()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(30)
                .jsonPath("$[0].calls")
                .isEqualTo(0)
                .jsonPath("$[29].calls")
                .isEqualTo(2)
                .jsonPath("$[29].succeeded")
                .isEqualTo(1)
                .jsonPath("$[29].limited")
                .isEqualTo(1)
                .jsonPath("$[29].refused")
                .isEqualTo(0)
                .jsonPath("$[29].failed")
                .isEqualTo(0);
        client.as(applicant)
                .get()
                .uri("/api/auth/openapi/my/keys/" + key + "/days?days=7")
                .exchange()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(7)
                .jsonPath("$[6].day")
                .isEqualTo(BusinessTime.today(Clock.systemUTC()).toString());
        for (String wrong : List.of("0", "181", "gestern")) {
            refused(
                    client.as(applicant)
                            .get()
                            .uri("/api/auth/openapi/my/keys/" + key + "/days?days=" + wrong)
                            .exchange(),
                    400,
                    "VALIDATION_FAILED");
        }
    }

    @Test
    void the_gateway_gets_a_token_of_its_own_for_what_it_asks_here() throws Exception {
        String token = browser()
                .token("gateway", "gateway-secret-of-the-test", Map.of("grant_type", "client_credentials"))
                .body()
                .path("access_token")
                .asString();
        JWTClaimsSet claims = verified(token);
        assertThat(claims.getSubject()).isEqualTo("gateway");
        assertThat(claims.getStringListClaim("perms")).containsExactly("internal");
    }

    /** As services do it: by the keys that are published. */
    private JWTClaimsSet verified(String token) throws Exception {
        String published = Objects.requireNonNull(client.anonymous()
                .get()
                .uri("/oauth2/jwks")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        SignedJWT signed = SignedJWT.parse(token);
        RSAKey key = JWKSet.parse(published)
                .getKeyByKeyId(signed.getHeader().getKeyID())
                .toRSAKey();
        assertThat(signed.verify(new RSASSAVerifier(key))).isTrue();
        return signed.getJWTClaimsSet();
    }

    private JsonNode apply() {
        return body(post(applicant, "/api/auth/openapi/my/keys", application("203.0.113.0/24"))
                .expectStatus()
                .isCreated());
    }

    private static Map<String, Object> application(String address) {
        return Map.of(
                "systemName",
                "系统" + Ids.next(),
                "purpose",
                "在办事大厅核验企业码",
                "contactName",
                "陈志远",
                "contactPhone",
                "13912345678",
                "environment",
                "LIVE",
                "scopes",
                List.of("CODE_VERIFY", "CARD_READ"),
                "addresses",
                List.of(address));
    }

    private JsonNode approve(JsonNode key, String scope) {
        return ok(post(staff, "/api/auth/openapi/keys/" + id(key) + "/approve", approval(key, scope)));
    }

    private static Map<String, Object> approval(JsonNode key, String scope) {
        return Map.of(
                "version",
                key.path("version").asInt(),
                "scopes",
                List.of(scope),
                "perMinute",
                5,
                "perDay",
                50,
                "validUntil",
                LocalDate.now().plusYears(1).toString());
    }

    private static Map<String, Object> decision(JsonNode key) {
        return Map.of("version", key.path("version").asInt(), "reason", "用途与申请不符");
    }

    private ResponseSpec draw(JsonNode key) {
        return post(
                applicant,
                "/api/auth/openapi/my/keys/" + id(key) + "/draw",
                Map.of("version", key.path("version").asInt()));
    }

    private ResponseSpec rotate(JsonNode key, int overlapHours) {
        return post(
                applicant,
                "/api/auth/openapi/my/keys/" + id(key) + "/rotate",
                Map.of("version", key.path("version").asInt(), "overlapHours", overlapHours));
    }

    private JsonNode own(JsonNode key) {
        return ok(client.as(applicant)
                .get()
                .uri("/api/auth/openapi/my/keys/" + id(key))
                .exchange());
    }

    private JsonNode lookup(String keyId) {
        return ok(client.asService("gateway")
                .get()
                .uri("/internal/openapi/keys/" + keyId)
                .exchange());
    }

    private JsonNode secrets(JsonNode drawn) {
        return lookup(drawn.path("keyId").asString()).path("key").path("secrets");
    }

    private static Map<String, Object> call(UUID id, UUID key, int status) {
        return Map.of(
                "id",
                id,
                "key",
                key,
                "at",
                Instant.now().toString(),
                "method",
                "GET",
                "path",
                "/openapi/v1/policies",
                "status",
                status,
                "millis",
                12,
                "address",
                "203.0.113.9");
    }

    private ResponseSpec post(CurrentUser user, String path, Object body) {
        return client.as(user)
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static String id(JsonNode key) {
        return key.path("id").asString();
    }

    private static JsonNode ok(ResponseSpec answer) {
        return body(answer.expectStatus().isOk());
    }

    private static JsonNode body(ResponseSpec answer) {
        return JSON.readTree(answer.expectBody(String.class).returnResult().getResponseBody());
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
