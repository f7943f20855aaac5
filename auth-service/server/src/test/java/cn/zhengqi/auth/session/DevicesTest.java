package cn.zhengqi.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.zhengqi.auth.AuthPermissions;
import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.auth.Browser;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.api.SignInsChanged;
import cn.zhengqi.auth.secondfactor.Authenticator;
import cn.zhengqi.auth.secondfactor.SecondFactors;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.Strangers;
import cn.zhengqi.testing.TestTokens;
import cn.zhengqi.web.CurrentUser;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

class DevicesTest extends AuthServiceTest {

    private static final String PASSWORD = "Gut-gewaehlt7";
    private static final AtomicLong PHONES = new AtomicLong(13320000000L);

    @Autowired
    private Accounts accounts;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private SignIns signIns;

    @Autowired
    private Lapse lapse;

    @Autowired
    private SessionRepository<? extends Session> sessions;

    @Autowired
    private EventHandler<SignInsChanged> signInMarks;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private Strangers strangers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceClient client;

    private final String phone = Long.toString(PHONES.incrementAndGet());

    /** A browser that is signed in, and what the gateway holds of it. */
    private final class Device {

        private final Browser browser = browser();
        private String access;
        private String refresh;

        private Device() {
            assertThat(browser.signIn(phone, PASSWORD).body().path("next").asString())
                    .isEqualTo("DONE");
            assertThat(tokens().status()).isEqualTo(200);
        }

        Browser.Answer tokens() {
            String code = browser.authorize().location().replaceAll(".*[?&]code=([^&]*).*", "$1");
            return kept(browser.exchangeCode(code));
        }

        Browser.Answer renew() {
            return kept(browser.refresh(refresh));
        }

        UUID id() {
            return claimed("sid");
        }

        UUID enterprise() {
            return claimed("ent");
        }

        private UUID claimed(String claim) {
            try {
                return UUID.fromString(SignedJWT.parse(access).getJWTClaimsSet().getStringClaim(claim));
            } catch (ParseException e) {
                throw new IllegalStateException(e);
            }
        }

        private Browser.Answer kept(Browser.Answer answer) {
            if (answer.status() == 200) {
                access = answer.body().path("access_token").asString();
                refresh = answer.body().path("refresh_token").asString();
            }
            return answer;
        }
    }

    @Test
    void each_sign_in_is_listed_and_one_that_is_ended_gets_nothing_more() {
        Account owner = account(UserType.ENTERPRISE);
        Device home = new Device();
        Device office = new Device();

        JsonNode listed = devices(owner);
        assertThat(listed).hasSize(2);
        assertThat(listed.get(0).path("id").asString()).isEqualTo(office.id().toString());
        assertThat(listed.get(0).path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(listed.get(0).path("device").asString()).isEqualTo("未知设备");

        redis.delete("zq:authority:" + owner.id());
        post(owner, "/" + home.id() + "/sign-out").expectStatus().isNoContent();

        assertThat(redis.opsForValue().get("zq:authority:" + owner.id()))
                .as("the gateway asks again at the next request")
                .isNotBlank();
        assertThat(home.renew().status()).isEqualTo(400);
        assertThat(home.browser.authorize().location()).isEqualTo("/sign-in");
        assertThat(office.renew().status()).isEqualTo(200);
        assertThat(devices(owner)).hasSize(1);
        post(owner, "/" + home.id() + "/sign-out").expectStatus().isNotFound();
        assertThat(audited(owner)).containsExactly("DEVICE_SIGNED_OUT");
    }

    /** The process may end, and Redis be away, between the commit and the mark. */
    @Test
    void that_a_sign_in_was_ended_is_heard_again_where_the_gateway_was_not_told_at_once() {
        Account owner = account(UserType.ENTERPRISE);
        Device lost = new Device();
        String mark = "zq:authority:" + owner.id();
        post(owner, "/" + lost.id() + "/sign-out").expectStatus().isNoContent();
        UUID event = jdbc.sql("select id from outbox where type = 'auth.SignInsChanged' and subject = ?")
                .param(owner.id())
                .query(UUID.class)
                .single();
        SignInsChanged changed = new SignInsChanged(owner.id(), Instant.now());
        EventMetadata heard = new EventMetadata(event, "auth.SignInsChanged", owner.id(), 0, Instant.now());
        String atOnce = redis.opsForValue().get(mark);

        signInMarks.handle(changed, heard);
        assertThat(redis.opsForValue().get(mark)).as("each browser asks once").isEqualTo(atOnce);

        redis.delete(mark);
        signInMarks.handle(changed, heard);
        assertThat(redis.opsForValue().get(mark)).isNotBlank();

        redis.opsForValue().set(mark, "a later one");
        signInMarks.handle(changed, heard);
        assertThat(redis.opsForValue().get(mark))
                .as("one that the gateway has not seen")
                .isNotIn("a later one", atOnce);
    }

    @Test
    void a_session_of_nobody_lives_for_minutes_and_that_of_who_signed_in_for_hours() {
        account(UserType.ENTERPRISE);
        Browser nobody = browser();
        nobody.authorize();
        assertThat(livesFor(nobody)).isEqualTo(Duration.ofMinutes(20));

        assertThat(livesFor(new Device().browser)).isEqualTo(Duration.ofHours(12));
    }

    private Duration livesFor(Browser browser) {
        String id = new String(Base64.getDecoder().decode(browser.sessionCookie()), StandardCharsets.UTF_8);
        return sessions.findById(id).getMaxInactiveInterval();
    }

    @Test
    void all_others_are_ended_and_this_one_goes_on() {
        Account owner = account(UserType.ENTERPRISE);
        Device lost = new Device();
        Device here = new Device();
        assertThat(signIns.of(owner, here.id()))
                .filteredOn(SignIns.SignedInDevice::current)
                .extracting(SignIns.SignedInDevice::id)
                .containsExactly(here.id());
        signIns.endOthers(owner, here.id());

        assertThat(lost.renew().status()).isEqualTo(400);
        assertThat(here.renew().status()).isEqualTo(200);
        post(owner, "/sign-out-others").expectStatus().isNoContent();
        assertThat(here.renew().status())
                .as("a token that names no sign-in spares none")
                .isEqualTo(400);
    }

    @Test
    void no_stranger_ends_another_persons_sign_in_or_touches_their_keys() {
        Account owner = account(UserType.ENTERPRISE);
        Device home = new Device();
        CurrentUser applicant = new CurrentUser(
                owner.id(),
                owner.displayName(),
                owner.userType(),
                Ids.next(),
                "重庆测试机械有限公司",
                null,
                null,
                Set.of(),
                Set.of("self", AuthPermissions.OWN_KEYS));
        Object key = client.as(applicant)
                .post()
                .uri("/api/auth/openapi/my/keys")
                .header("Idempotency-Key", Ids.next().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "systemName", "办事大厅",
                        "purpose", "核验企业码",
                        "contactName", "陈志远",
                        "contactPhone", "13912345678",
                        "scopes", List.of("CODE_VERIFY"),
                        "addresses", List.of("203.0.113.0/24"),
                        "environment", "LIVE"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .path("id")
                .asString();
        String keys = "/api/auth/openapi/my/keys/{id}";
        String reviewed = "/api/auth/openapi/keys/{id}";
        String apps = "/api/auth/apps/{id}";
        strangers
                .toward()
                .allOpen(
                        "who reviews keys of the open interface reviews those of every owner",
                        "GET " + reviewed,
                        "PUT " + reviewed,
                        "GET " + reviewed + "/calls",
                        "GET " + reviewed + "/days",
                        "POST " + reviewed + "/approve",
                        "POST " + reviewed + "/reject",
                        "POST " + reviewed + "/revoke")
                .allOpen(
                        "the applications that people sign in to are registered by the platform, for all",
                        "GET " + apps,
                        "PUT " + apps,
                        "POST " + apps + "/enable",
                        "POST " + apps + "/disable",
                        "POST " + apps + "/secret")
                .owned("GET " + keys, applicant, key)
                .owned("GET " + keys + "/calls", applicant, key)
                .owned("GET " + keys + "/days", applicant, key)
                .owned("POST " + keys + "/draw", applicant, key, Map.of("version", 0))
                .owned("POST " + keys + "/rotate", applicant, key, Map.of("version", 0, "overlapHours", 1))
                .owned("GET " + keys + "/webhook", applicant, key)
                .owned("GET " + keys + "/webhook/events", applicant, key)
                .owned("GET " + keys + "/webhook/deliveries", applicant, key)
                .owned(
                        "PUT " + keys + "/webhook",
                        applicant,
                        key,
                        Map.of("url", "https://hook.example.cn/zq", "events", List.of("API_KEY_EXPIRING")))
                .owned("POST " + keys + "/webhook/rotate", applicant, key, Map.of("version", 0, "overlapHours", 1))
                .owned("POST " + keys + "/webhook/pause", applicant, key, Map.of("version", 0))
                .owned("POST " + keys + "/webhook/resume", applicant, key, Map.of("version", 0))
                .owned("POST " + keys + "/webhook/test", applicant, key, Map.of())
                .open(
                        "POST " + keys + "/webhook/removal",
                        "there is none to remove of a key that is not in use yet: WebhooksTest tries strangers")
                .open(
                        "POST " + keys + "/webhook/deliveries/{delivery}/resend",
                        "names two things, of which the second is only there once something was told: WebhooksTest tries strangers")
                .open(
                        "POST /api/auth/identities/{provider}/binding",
                        "names a provider; binds the caller's own account")
                .open(
                        "POST /api/auth/identities/{provider}/removal",
                        "names a provider; frees the caller's own account")
                .owned(
                        "POST /api/auth/passkeys/{id}/removal",
                        user(owner),
                        passkey(owner),
                        Map.of("password", PASSWORD))
                .owned("POST /api/auth/my/apps/{id}/withdrawal", user(owner), allowedApp(owner))
                .owned("POST " + keys + "/give-up", applicant, key, Map.of("version", 0, "reason", "系统已不再使用"))
                .owned("POST /api/auth/devices/{id}/sign-out", user(owner), home.id())
                .areTurnedAway();
        assertThat(home.renew().status()).as("its owner ended it").isEqualTo(400);
    }

    private UUID allowedApp(Account owner) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into connected_app (id, client_id, name, owner, kind, redirect_uris, post_logout_uris, scopes, plain_phone, created_at, changed_at)
                        values (:id, 'zqa_' || :id, '园区平台', '科技局', 'PUBLIC', '{https://app.example.cn/}', '{}', '{}', false, now(), now())""").param("id", id).update();
        jdbc.sql("insert into app_consent (app, account_id, scopes, given_at) values (?, ?, '{openid}', now())")
                .params(id, owner.id())
                .update();
        return id;
    }

    private UUID passkey(Account owner) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into passkey (id, account_id, credential_id, credential, sign_count, backup_eligible, backed_up, transports, name, created_at)
                        values (?, ?, uuid_send(gen_random_uuid()), '\\x00', 0, false, false, '{}', '家里的电脑', now())""").params(id, owner.id()).update();
        return id;
    }

    @Test
    void by_what_each_sign_in_ended_stands_in_the_log_of_sign_ins() {
        Account owner = account(UserType.ENTERPRISE);
        Device home = new Device();
        home.browser.post("/api/auth/sign-out", "{}");
        home.browser.post("/api/auth/sign-out", "{}");
        assertThat(endings(owner)).as("once, however often one asks").containsExactly("SIGNED_OUT");

        Device left = new Device();
        Device here = new Device();
        post(owner, "/" + left.id() + "/sign-out").expectStatus().isNoContent();
        assertThat(endings(owner)).containsExactly("SIGNED_OUT", "SIGNED_OUT_ELSEWHERE");

        passes(here, Duration.ofHours(12).plusMinutes(1));
        lapse.endLapsed();
        lapse.endLapsed();
        assertThat(endings(owner)).containsExactly("SIGNED_OUT", "SIGNED_OUT_ELSEWHERE", "SIGNED_OUT_BY_TIME");

        new Device();
        signIns.end(owner.id(), null, SignOut.BY_STAFF);
        assertThat(endings(owner)).hasSize(4).last().isEqualTo("SIGNED_OUT_BY_STAFF");
        assertThat(jdbc.sql("select address from sign_in_log where account_id = ? and result = 'SIGNED_OUT_BY_STAFF'")
                        .param(owner.id())
                        .query(String.class)
                        .list())
                .containsExactly("127.0.0.1");
    }

    @Test
    void staff_who_went_away_are_on_record_as_idle_whether_the_gateway_saw_it_or_nobody_did() {
        Account officer = account(UserType.GOVERNMENT);
        Authenticator app = new Authenticator(factors.begin(officer).secret());
        List<String> codes = factors.confirm(officer, app.now()).recoveryCodes();
        for (String code : codes.subList(0, 2)) {
            Browser browser = browser();
            browser.signIn(phone, PASSWORD);
            browser.post("/api/auth/sign-in/second-factor", "{\"code\":\"%s\"}".formatted(code));
            if (code.equals(codes.getFirst())) {
                browser.post("/api/auth/sign-out?idle=true", "{}");
            }
        }
        lapse.endLapsed();
        assertThat(endings(officer)).containsExactly("SIGNED_OUT_IDLE");

        jdbc.sql("update signed_in_session set seen_at = seen_at - interval '36 minutes' where account_id = ?")
                .param(officer.id())
                .update();
        lapse.endLapsed();
        assertThat(endings(officer)).containsExactly("SIGNED_OUT_IDLE", "SIGNED_OUT_IDLE");
    }

    @Test
    void who_asks_for_what_they_may_not_is_on_record_once_however_often_they_try() {
        Account owner = account(UserType.ENTERPRISE);
        for (int i = 0; i < 3; i++) {
            client.as(user(owner))
                    .get()
                    .uri("/api/auth/apps")
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
        assertThat(jdbc.sql("""
                        select data ->> 'subjectName' from outbox
                        where type = 'audit.ChangeRecorded' and data ->> 'action' = 'ACCESS_REFUSED' and data -> 'actor' ->> 'id' = ?""")
                        .param(owner.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("GET /api/auth/apps");
    }

    private List<String> endings(Account account) {
        return jdbc.sql(
                        "select result from sign_in_log where account_id = ? and result like 'SIGNED_OUT%' order by at, id")
                .param(account.id())
                .query(String.class)
                .list();
    }

    @Test
    void signing_out_ends_what_the_gateway_holds_too() {
        account(UserType.ENTERPRISE);
        Device home = new Device();
        home.browser.post("/api/auth/sign-out", "{}");
        assertThat(home.renew().status()).isEqualTo(400);
    }

    @Test
    void a_new_password_ends_the_others() {
        Account owner = account(UserType.ENTERPRISE);
        Device other = new Device();
        client.as(user(owner))
                .put()
                .uri("/api/auth/password")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("oldPassword", PASSWORD, "newPassword", "Besser-gewaehlt8"))
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(other.renew().status()).isEqualTo(400);
        assertThat(devices(owner)).isEmpty();
    }

    @Test
    void nobody_stays_for_more_than_twelve_hours() {
        account(UserType.ENTERPRISE);
        Device home = new Device();
        passes(home, Duration.ofHours(12).minusMinutes(5));
        assertThat(home.renew().status()).as("silent, but no member of staff").isEqualTo(200);
        passes(home, Duration.ofMinutes(6));
        assertThat(home.renew().status()).isEqualTo(400);
        assertThat(home.browser.authorize().location()).isEqualTo("/sign-in");
    }

    @Test
    void a_token_says_when_its_sign_in_was_made_and_when_it_ends_also_after_it_was_renewed() throws ParseException {
        account(UserType.ENTERPRISE);
        Device home = new Device();
        passes(home, Duration.ofHours(11));
        home.renew();

        JWTClaimsSet claims = SignedJWT.parse(home.access).getJWTClaimsSet();
        Instant made = claims.getDateClaim("auth_time").toInstant();
        assertThat(made).isCloseTo(Instant.now().minus(Duration.ofHours(11)), within(1, ChronoUnit.MINUTES));
        assertThat(claims.getDateClaim("auth_until").toInstant()).isEqualTo(made.plus(Duration.ofHours(12)));
    }

    @Test
    void staff_who_do_nothing_for_half_an_hour_are_out() {
        Account officer = account(UserType.GOVERNMENT);
        Authenticator app = new Authenticator(factors.begin(officer).secret());
        List<String> codes = factors.confirm(officer, app.now()).recoveryCodes();
        Browser browser = browser();
        browser.signIn(phone, PASSWORD);
        browser.post("/api/auth/sign-in/second-factor", "{\"code\":\"%s\"}".formatted(codes.getFirst()));
        assertThat(browser.authorize().location()).startsWith("/bff/callback?code=");
        jdbc.sql("update signed_in_session set seen_at = seen_at - interval '34 minutes' where account_id = ?")
                .param(officer.id())
                .update();
        assertThat(browser.authorize().location())
                .as("a token may have been in use for five minutes since it was got")
                .startsWith("/bff/callback?code=");
        jdbc.sql("update signed_in_session set seen_at = seen_at - interval '2 minutes' where account_id = ?")
                .param(officer.id())
                .update();
        assertThat(browser.authorize().location()).isEqualTo("/sign-in");
        assertThat(devices(officer)).isEmpty();
    }

    @Test
    void who_was_let_in_with_a_chamber_has_the_idle_end_of_staff_from_the_next_token_on() {
        Account chamber = account(UserType.CHAMBER);
        Device desk = new Device();
        passes(desk, Duration.ofMinutes(36));
        worksForAnInstitution(chamber);
        assertThat(desk.renew().status()).as("waited to be let in").isEqualTo(200);

        passes(desk, Duration.ofMinutes(36));
        assertThat(desk.renew().status()).isEqualTo(400);
        lapse.endLapsed();
        assertThat(endings(chamber)).containsExactly("SIGNED_OUT_IDLE");
    }

    @Test
    void a_device_that_was_never_seen_is_told_of_and_one_that_is_known_is_not() {
        Account owner = account(UserType.ENTERPRISE);
        Device first = new Device();
        assertThat(news(owner)).as("the first of all").isZero();
        first.browser.signIn(phone, PASSWORD);
        assertThat(news(owner)).as("the same browser").isZero();
        new Device();
        assertThat(news(owner)).isEqualTo(1);
    }

    @Test
    void a_session_that_ends_while_requests_are_under_way_makes_none_of_them_a_fault() throws Exception {
        account(UserType.ENTERPRISE);
        Device home = new Device();
        String cookie = home.browser.sessionCookie();
        String id = new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8);
        saveAfterTheEnd(sessions, id);

        Device busy = new Device();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> ask = () -> busy.browser.authorize().status();
            Callable<Integer> out =
                    () -> busy.browser.post("/api/auth/sign-out", "{}").status();
            for (var answer : pool.invokeAll(List.of(ask, ask, out, ask, ask, ask))) {
                assertThat(answer.get()).isLessThan(500);
            }
        }
    }

    @Test
    void what_was_written_just_after_the_end_of_a_session_is_nobodys_session() {
        account(UserType.ENTERPRISE);
        Device home = new Device();
        String id = new String(Base64.getDecoder().decode(home.browser.sessionCookie()), StandardCharsets.UTF_8);
        String key = redis.keys("*" + id).iterator().next();
        redis.opsForHash().entries(key).keySet().stream()
                .filter(field -> !field.equals("lastAccessedTime"))
                .forEach(field -> redis.opsForHash().delete(key, field));

        assertThat(home.browser.authorize().location()).isEqualTo("/sign-in");
        assertThat(home.browser.signIn(phone, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void a_request_with_a_token_opens_no_session() {
        Account owner = account(UserType.ENTERPRISE);
        var answer = client.as(user(owner)).get().uri("/api/auth/me").exchange();
        answer.expectStatus().isOk().expectHeader().doesNotExist("Set-Cookie");
    }

    @Test
    void a_person_of_two_enterprises_acts_for_the_one_chosen_from_the_next_token_on_without_signing_in_again() {
        Account owner = account(UserType.ENTERPRISE);
        Device here = new Device();
        Device elsewhere = new Device();
        UUID other = Ids.next();
        belongsAlsoTo(other);
        assertThat(here.enterprise()).isEqualTo(ENTERPRISE);

        redis.delete("zq:authority:" + owner.id());
        choose(owner, here, other).expectStatus().isNoContent();

        assertThat(redis.opsForValue().get("zq:authority:" + owner.id()))
                .as("the gateway takes no token of before the choice for its next request")
                .isNotBlank();
        String spent = here.refresh;
        assertThat(here.renew().status()).isEqualTo(200);
        assertThat(here.enterprise()).isEqualTo(other);
        assertThat(here.browser.refresh(spent).status())
                .as("nobody gets a token of the enterprise of before by what is spent")
                .isEqualTo(400);
        assertThat(elsewhere.renew().status()).isEqualTo(200);
        assertThat(elsewhere.enterprise())
                .as("another device goes on as it was")
                .isEqualTo(ENTERPRISE);
        assertThat(new Device().enterprise())
                .as("and a new one begins with what was chosen by the sign-in before")
                .isEqualTo(ENTERPRISE);
        assertThat(audited(owner)).containsExactly("ENTERPRISE_SWITCHED");
        client.withToken(TestTokens.of(user(owner), here.id()))
                .get()
                .uri("/api/auth/me")
                .exchange()
                .expectBody()
                .jsonPath("$.enterprise.id")
                .isEqualTo(other.toString())
                .jsonPath("$.tokenStale")
                .isEqualTo(true);
    }

    @Test
    void who_comes_to_belong_to_another_enterprise_meanwhile_goes_on_for_the_one_before() {
        account(UserType.ENTERPRISE);
        Device here = new Device();
        assertThat(here.enterprise()).isEqualTo(ENTERPRISE);

        UUID joined = Ids.next();
        toldOf(joined, WireMock.absent());

        assertThat(here.renew().status()).isEqualTo(200);
        assertThat(here.enterprise()).isEqualTo(ENTERPRISE);
    }

    @Test
    void nobody_chooses_an_enterprise_that_they_do_not_belong_to_or_for_another_s_sign_in() {
        Account owner = account(UserType.ENTERPRISE);
        Device here = new Device();

        choose(owner, here, Ids.next()).expectStatus().isNotFound();
        assertThat(here.renew().status()).isEqualTo(200);
        assertThat(here.enterprise()).isEqualTo(ENTERPRISE);
        Account stranger = new Account(
                Ids.next(),
                UserType.ENTERPRISE,
                null,
                Long.toString(PHONES.incrementAndGet()),
                "旁人",
                "x",
                0,
                true,
                Channel.PC,
                Instant.now(),
                Instant.now(),
                false,
                0);
        assertThat(accounts.open(stranger)).isTrue();
        choose(stranger, here, ENTERPRISE).expectStatus().isNotFound();
        client.as(user(owner))
                .put()
                .uri("/api/auth/me/enterprise")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"enterpriseId\":\"" + ENTERPRISE + "\"}")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    /** Each time stands in the log for years, and ends tokens. */
    @Test
    void whoever_has_changed_between_enterprises_all_day_waits_for_the_next() {
        Account owner = account(UserType.ENTERPRISE);
        Device here = new Device();
        UUID other = Ids.next();
        belongsAlsoTo(other);
        choose(owner, here, other).expectStatus().isNoContent();
        jdbc.sql("update day_count set count = 200 where account_id = ? and name = 'ENTERPRISE_SWITCH'")
                .param(owner.id())
                .update();

        choose(owner, here, ENTERPRISE).expectStatus().isEqualTo(429);

        assertThat(here.renew().status()).isEqualTo(200);
        assertThat(here.enterprise()).isEqualTo(other);
    }

    private RestTestClient.ResponseSpec choose(Account who, Device device, UUID enterprise) {
        return client.withToken(TestTokens.of(user(who), device.id()))
                .put()
                .uri("/api/auth/me/enterprise")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"enterpriseId\":\"" + enterprise + "\"}")
                .exchange();
    }

    /** user-service says so when it is asked for this one. */
    private static void belongsAlsoTo(UUID enterprise) {
        toldOf(enterprise, WireMock.equalTo(enterprise.toString()));
    }

    private static void toldOf(UUID enterprise, StringValuePattern asked) {
        USER_SERVICE.stubFor(WireMock.get(WireMock.urlPathMatching("/internal/principals/.*"))
                .withQueryParam("enterpriseId", asked)
                .willReturn(WireMock.okJson("""
                        {"enterpriseId":"%s","enterpriseName":"重庆另一机械有限公司","uscc":"91500113MA5U0000XX",
                         "roles":["ENTERPRISE_MEMBER"],"permissions":["self","enterprise.own"]}""".formatted(enterprise))));
    }

    private static <S extends Session> void saveAfterTheEnd(SessionRepository<S> sessions, String id) {
        S held = sessions.findById(id);
        assertThat(held).isNotNull();
        sessions.deleteById(id);
        held.setAttribute("more", "x");
        sessions.save(held);
        assertThat(sessions.findById(id)).as("it does not come back").isNull();
    }

    private void passes(Device device, Duration time) {
        jdbc.sql("""
                        update signed_in_session set started_at = started_at - :seconds * interval '1 second',
                          seen_at = seen_at - :seconds * interval '1 second' where id = :id""")
                .param("seconds", time.toSeconds())
                .param("id", device.id())
                .update();
    }

    private Account account(UserType type) {
        return opened(type, phone, PASSWORD, false);
    }

    private static CurrentUser user(Account account) {
        return new CurrentUser(
                account.id(), account.displayName(), account.userType(), null, null, null, null, Set.of(), Set.of());
    }

    private JsonNode devices(Account account) {
        return client.as(user(account))
                .get()
                .uri("/api/auth/devices")
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private RestTestClient.ResponseSpec post(Account account, String path) {
        return client.as(user(account)).post().uri("/api/auth/devices" + path).exchange();
    }

    private long news(Account account) {
        return jdbc.sql(
                        "select count(*) from outbox where type = 'auth.SignedInFromNewDevice' and data ->> 'accountId' = ?")
                .param(account.id().toString())
                .query(Long.class)
                .single();
    }

    private List<String> audited(Account account) {
        return jdbc.sql("select data ->> 'action' from outbox where data ->> 'subjectId' = ? order by seq")
                .param(account.id().toString())
                .query(String.class)
                .list();
    }
}
