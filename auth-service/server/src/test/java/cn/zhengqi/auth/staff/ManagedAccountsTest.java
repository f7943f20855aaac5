package cn.zhengqi.auth.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.auth.Browser;
import cn.zhengqi.auth.api.InternalAccounts.AccountChange;
import cn.zhengqi.auth.api.InternalAccounts.Asker;
import cn.zhengqi.auth.api.InternalAccounts.Disabled;
import cn.zhengqi.auth.api.InternalAccounts.Disabling;
import cn.zhengqi.auth.api.InternalAccounts.FormerPhone;
import cn.zhengqi.auth.api.InternalAccounts.NewAccount;
import cn.zhengqi.auth.api.InternalAccounts.OneTimeLink;
import cn.zhengqi.auth.api.InternalAccounts.PasswordReset;
import cn.zhengqi.auth.phone.FormerPhones;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.user.api.RolePermissionsChanged;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

class ManagedAccountsTest extends AuthServiceTest {

    private static final String PASSWORD = "Gut-gewaehlt7";
    private static final AtomicLong PHONES = new AtomicLong(13600000000L);
    private static final Asker BY = new Asker(
            Ids.next(), "陈管理", UserType.OPERATOR, Ids.next(), "运营中心", "203.0.113.7", "Firefox of the administrator");
    private static final Disabling DISABLING = new Disabling("已调离本单位", BY);

    @Autowired
    private ManagedAccounts accounts;

    @Autowired
    private FormerPhones formerPhones;

    @Autowired
    private EventHandler<RolePermissionsChanged> roleMarks;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceClient client;

    private final String phone = String.valueOf(PHONES.incrementAndGet());
    private final UUID id = Ids.next();

    @Test
    void nobody_gets_in_before_the_owner_has_set_a_password_by_the_link() {
        OneTimeLink link = open("zhang" + phone);
        assertThat(accounts.record(id).awaitsPassword()).isTrue();
        assertThat(browser().signIn(phone, "").status()).isEqualTo(401);

        setPassword(link.token(), "weak", 400);
        setPassword(link.token(), PASSWORD, 204);

        assertThat(browser().signIn(phone, PASSWORD).status()).isEqualTo(200);
        assertThat(browser().signIn("zhang" + phone, PASSWORD).status()).isEqualTo(200);
        assertThat(accounts.record(id).awaitsPassword()).isFalse();
    }

    @Test
    void user_service_alone_learns_whose_phone_it_is_and_nothing_else_of_the_account() {
        open(null);

        assertThat(accounts.ownerOf(phone).accountId()).isEqualTo(id);
        assertThat(accounts.ownerOf("13000000000").accountId()).isNull();
        ask("user-service").expectStatus().isOk().expectBody().json("{\"accountId\":\"" + id + "\"}");
        ask("finance-service").expectStatus().isForbidden();
    }

    private RestTestClient.ResponseSpec ask(String service) {
        return client.asService(service)
                .post()
                .uri("/internal/accounts/phone-owner")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("phone", phone))
                .exchange();
    }

    @Test
    void a_link_works_once_and_not_after_its_time_and_the_last_one_only() {
        OneTimeLink link = open(null);
        OneTimeLink second = accounts.resetPassword(id, BY);
        setPassword(link.token(), PASSWORD, 410);
        setPassword(second.token(), PASSWORD, 204);
        setPassword(second.token(), "Anders-gewaehlt8", 410);

        OneTimeLink late = accounts.resetPassword(id, BY);
        jdbc.sql("update password_link set expires_at = now() - interval '1 second' where account_id = ?")
                .param(id)
                .update();
        setPassword(late.token(), PASSWORD, 410);
    }

    @Test
    void whoever_opens_a_link_hears_before_typing_anything_whether_it_works_and_nothing_of_the_account() {
        OneTimeLink link = open(null);
        opened(link.token(), 204);
        opened(link.token(), 204);
        opened("nobody-was-ever-given-this-one", 410);

        OneTimeLink second = accounts.resetPassword(id, BY);
        opened(link.token(), 410);
        setPassword(second.token(), PASSWORD, 204);
        opened(second.token(), 410);

        OneTimeLink late = accounts.resetPassword(id, BY);
        jdbc.sql("update password_link set expires_at = now() - interval '1 second' where account_id = ?")
                .param(id)
                .update();
        opened(late.token(), 410);
    }

    private void opened(String token, int status) {
        RestTestClient.BodyContentSpec answer = client.anonymous()
                .post()
                .uri("/api/auth/password-links/check")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("token", token))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody();
        if (status == 204) {
            answer.isEmpty();
        } else {
            answer.jsonPath("$.code")
                    .isEqualTo("PASSWORD_LINK_INVALID")
                    .jsonPath("$.detail")
                    .isEqualTo("链接已使用或已过期，请联系管理员重新发送");
        }
    }

    @Test
    void a_reset_voids_the_old_password_and_tells_the_gateway() {
        setPassword(open(null).token(), PASSWORD, 204);
        redis.delete(AuthorityMarks.KEY + id);

        accounts.resetPassword(id, BY);

        assertThat(browser().signIn(phone, PASSWORD).status()).isEqualTo(401);
        assertThat(redis.opsForValue().get(AuthorityMarks.KEY + id)).isNotBlank();
    }

    @Test
    void a_link_goes_to_the_phone_of_the_owner_and_into_nobody_else_s_hands() {
        setPassword(open(null).token(), PASSWORD, 204);

        askForLink(false).expectStatus().isOk().expectBody().jsonPath("$.token").doesNotExist();

        String token = sentCodes(phone, 1).getFirst();
        assertThat(token).hasSizeLessThanOrEqualTo(35);
        assertThat(browser().signIn(phone, PASSWORD).status()).isEqualTo(401);
        setPassword(token, "Anders-gewaehlt8", 204);
        assertThat(browser().signIn(phone, "Anders-gewaehlt8").status()).isEqualTo(200);
    }

    @Test
    void where_no_message_goes_out_a_link_comes_back_to_who_may_have_it_and_else_nothing_is_done() {
        setPassword(open(null).token(), PASSWORD, 204);
        USER_SERVICE.stubFor(
                WireMock.get("/internal/sms/availability").willReturn(WireMock.okJson("{\"available\":false}")));

        askForLink(false)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("LINK_NOT_DELIVERABLE");
        assertThat(browser().signIn(phone, PASSWORD).status()).isEqualTo(200);
        askForLink(true).expectStatus().isOk().expectBody().jsonPath("$.token").isNotEmpty();
        assertThat(browser().signIn(phone, PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void the_owner_is_told_of_all_that_others_did_to_what_the_account_is_signed_in_with() {
        setPassword(open(null).token(), PASSWORD, 204);
        jdbc.sql(
                        "insert into second_factor (account_id, secret, created_at, confirmed_at) values (?, ''::bytea, now(), now())")
                .param(id)
                .update();

        accounts.removeSecondFactor(id, BY);
        accounts.removeSecondFactor(id, BY);
        accounts.resetPassword(id, BY);
        accounts.change(id, new AccountChange(phone, "改了名", BY));
        String another = String.valueOf(PHONES.incrementAndGet());
        accounts.change(id, new AccountChange(another, "改了名", BY));

        long version = jdbc.sql(
                        "select version from outbox where subject = ? and type = 'auth.CredentialTakenAway' and data ->> 'credential' = 'PHONE'")
                .param(id)
                .query(Long.class)
                .single();
        assertThat(formerPhones.before(id, version))
                .as("who has the new phone has the account and its messages: the old one is told")
                .isEqualTo(new FormerPhone(phone, another.substring(7)));
        assertThat(jdbc.sql("""
                        select data ->> 'credential' from outbox
                        where type = 'auth.CredentialTakenAway' and subject = ? order by seq""").param(id).query(String.class).list())
                .containsExactly("SECOND_FACTOR", "PASSWORD", "PHONE");
    }

    @Test
    void a_phone_that_was_typed_wrong_and_never_used_is_told_nothing() {
        String link = open(null).token();
        String right = String.valueOf(PHONES.incrementAndGet());
        accounts.change(id, new AccountChange(right, "张三", BY));
        setPassword(link, PASSWORD, 204);
        String last = String.valueOf(PHONES.incrementAndGet());
        accounts.change(id, new AccountChange(last, "张三", BY));

        assertThat(jdbc.sql("select end_of_next from former_phone where account_id = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .as("the second, which was used, and not the first")
                .containsExactly(last.substring(7));
    }

    @Test
    void what_others_did_to_an_account_is_on_record_with_who_asked_and_from_where() {
        setPassword(open("chen" + phone).token(), PASSWORD, 204);
        String another = String.valueOf(PHONES.incrementAndGet());

        accounts.change(id, new AccountChange(another, "张四", BY));
        accounts.change(id, new AccountChange(another, "张四", BY));
        asAdministrator("disable", DISABLING);
        asAdministrator("disable", DISABLING);
        asAdministrator("enable", BY);
        asAdministrator("second-factor-removal", BY);
        askForLink(false).expectStatus().isOk();

        assertThat(records("data ->> 'action'"))
                .as("what changed nothing is no change")
                .containsExactly(
                        "STAFF_ACCOUNT_OPENED",
                        "PASSWORD_CHANGED",
                        "STAFF_ACCOUNT_CHANGED",
                        "ACCOUNT_DISABLED",
                        "ACCOUNT_ENABLED",
                        "SECOND_FACTOR_RESET",
                        "PASSWORD_RESET");
        assertThat(jdbc.sql("""
                        select distinct concat_ws(' ', data #>> '{actor,kind}', data #>> '{actor,id}', data #>> '{actor,name}', data #>> '{actor,userType}',
                          data #>> '{actor,institutionName}', data ->> 'address', data ->> 'userAgent') from outbox
                        where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ? and data ->> 'action' <> 'PASSWORD_CHANGED'""").param(id.toString()).query(String.class).list())
                .containsExactly("PERSON " + BY.id() + " 陈管理 OPERATOR 运营中心 203.0.113.7 Firefox of the administrator");
        assertThat(records("data ->> 'changes'").get(2))
                .contains("张三", "张四", another.substring(7))
                .doesNotContain(phone, another);
        assertThat(records("data ->> 'changes'").get(3))
                .as("why it was disabled")
                .contains("已调离本单位");
    }

    @Test
    void why_an_account_was_disabled_by_whom_and_when_is_known_until_it_is_enabled() {
        open(null);
        accounts.disable(id, DISABLING);

        client.asService("user-service")
                .get()
                .uri("/internal/accounts/{id}/disabled", id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("已调离本单位")
                .jsonPath("$.byName")
                .isEqualTo(BY.name())
                .jsonPath("$.at")
                .exists();
        client.asService("finance-service")
                .get()
                .uri("/internal/accounts/{id}/disabled", id)
                .exchange()
                .expectStatus()
                .isForbidden();

        accounts.enable(id, BY);
        assertThat(accounts.disabled(id)).isEqualTo(new Disabled(null, null, null));
    }

    @Test
    void nothing_is_done_to_an_account_that_cannot_be_put_on_record() {
        setPassword(open(null).token(), PASSWORD, 204);
        UUID unopened = Ids.next();
        AccountChange change = new AccountChange(phone, "无记录", BY);
        NewAccount fresh =
                new NewAccount(UserType.ENTERPRISE, null, String.valueOf(PHONES.incrementAndGet()), "无记录", BY);

        jdbc.sql("alter table outbox add constraint broken check (type <> 'audit.ChangeRecorded') not valid")
                .update();
        try {
            for (ThrowingCallable deed : List.<ThrowingCallable>of(
                    () -> accounts.disable(id, DISABLING),
                    () -> accounts.change(id, change),
                    () -> accounts.removeSecondFactor(id, BY),
                    () -> accounts.resetPassword(id, BY),
                    () -> accounts.open(unopened, fresh))) {
                assertThatThrownBy(deed).isInstanceOf(DataIntegrityViolationException.class);
            }
        } finally {
            jdbc.sql("alter table outbox drop constraint broken").update();
        }

        assertThat(accounts.record(id).enabled()).isTrue();
        assertThat(accounts.record(id).displayName()).isEqualTo("张三");
        assertThat(browser().signIn(phone, PASSWORD).status())
                .as("the password is as it was")
                .isEqualTo(200);
        assertThatThrownBy(() -> accounts.record(unopened)).hasMessageContaining("NOT_FOUND");
    }

    private void asAdministrator(String deed, Object body) {
        client.asService("user-service")
                .post()
                .uri("/internal/accounts/{id}/" + deed, id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isOk();
    }

    /** Of the records of the account, in the order in which they were made. */
    private List<String> records(String what) {
        return jdbc.sql("select " + what
                        + " from outbox where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ? order by seq")
                .param(id.toString())
                .query(String.class)
                .list();
    }

    private RestTestClient.ResponseSpec askForLink(boolean intoHand) {
        return client.asService("user-service")
                .post()
                .uri("/internal/accounts/{id}/password-link", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new PasswordReset(BY, intoHand))
                .exchange();
    }

    @Test
    void who_is_disabled_is_out_at_once_and_may_come_back_when_enabled() {
        setPassword(open(null).token(), PASSWORD, 204);
        redis.delete(AuthorityMarks.KEY + id);

        accounts.disable(id, DISABLING);
        accounts.disable(id, new Disabling("另一个原因", BY));

        assertThat(redis.opsForValue().get(AuthorityMarks.KEY + id)).isNotBlank();
        Browser.Answer refused = browser().signIn(phone, PASSWORD);
        assertThat(refused.code()).isEqualTo("ACCOUNT_DISABLED");
        assertThat(refused.body().path("detail").asString())
                .as("staff turn to those who look after their accounts")
                .isEqualTo("账号已停用，请联系本单位的平台管理员");
        assertThat(accounts.disabled(id).reason())
                .as("who came second changed nothing")
                .isEqualTo("已调离本单位");
        accounts.enable(id, BY);
        assertThat(browser().signIn(phone, PASSWORD).status()).isEqualTo(200);
        assertThat(jdbc.sql("""
                        select data ->> 'enabled' from outbox
                        where type = 'auth.AccountStatusChanged' and subject = ? order by seq""").param(id).query(String.class).list()).containsExactly("false", "true");
    }

    @Test
    void a_phone_or_a_name_of_somebody_else_is_refused() {
        open("wang" + phone);
        NewAccount samePhone = new NewAccount(UserType.BANK, null, phone, "另一人", BY);
        assertThatThrownBy(() -> accounts.open(Ids.next(), samePhone))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("PHONE_TAKEN")
                .extracting(refused -> ((ProblemException) refused).fieldErrors())
                .asInstanceOf(InstanceOfAssertFactories.list(FieldProblem.class))
                .containsExactly(new FieldProblem("phone", "PHONE_TAKEN", "该手机号已用于其他账号，请核对或换一个手机号"));
        NewAccount sameName =
                new NewAccount(UserType.BANK, "WANG" + phone, String.valueOf(PHONES.incrementAndGet()), "另一人", BY);
        assertThatThrownBy(() -> accounts.open(Ids.next(), sameName)).hasMessageContaining("USERNAME_TAKEN");

        accounts.change(id, new AccountChange(phone, "王新名", BY));
        assertThat(accounts.record(id).displayName()).isEqualTo("王新名", BY);
    }

    @Test
    void who_did_not_hear_the_answer_asks_again_and_there_is_one_account() {
        OneTimeLink unheard = open("li" + phone);
        NewAccount corrected = new NewAccount(UserType.BANK, "lisi" + phone, phone, "李四", BY);
        OneTimeLink heard = accounts.open(id, corrected);

        assertThat(jdbc.sql("select count(*) from account where phone_index = ?")
                        .param(indexOf(phone))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(accounts.record(id).username()).isEqualTo("lisi" + phone);
        assertThat(told()).containsExactly("张三 0", "李四 1");
        setPassword(unheard.token(), PASSWORD, 410);
        setPassword(heard.token(), PASSWORD, 204);
        assertThatThrownBy(() -> accounts.open(id, corrected))
                .as("it is in use")
                .hasMessageContaining("CONFLICT");
        assertThat(browser().signIn(phone, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void a_changed_name_is_told_once() {
        open(null);
        AccountChange change = new AccountChange(phone, "王新名", BY);
        accounts.change(id, change);
        accounts.change(id, change);
        accounts.change(id, new AccountChange(String.valueOf(PHONES.incrementAndGet()), "王新名", BY));
        assertThat(told()).containsExactly("张三 0", "王新名 1");
    }

    /** Names that others heard, each with its version. */
    private List<String> told() {
        return jdbc.sql("""
                        select data ->> 'displayName' || ' ' || version from outbox
                        where type in ('auth.UserRegistered', 'auth.AccountRenamed') and subject = ? order by seq""").param(id).query(String.class).list();
    }

    @Test
    void everyone_who_has_a_changed_role_gets_a_new_mark() {
        UUID other = Ids.next();
        roleMarks.handle(
                new RolePermissionsChanged("R_X", List.of(id, other)),
                new EventMetadata(Ids.next(), "user.RolePermissionsChanged", Ids.next(), 1, Instant.now()));

        assertThat(redis.opsForValue().get(AuthorityMarks.KEY + id)).isNotBlank();
        assertThat(redis.opsForValue().get(AuthorityMarks.KEY + other)).isNotBlank();
        assertThat(redis.getExpire(AuthorityMarks.KEY + id)).isBetween(300L, 420L);
    }

    private OneTimeLink open(String username) {
        return accounts.open(id, new NewAccount(UserType.BANK, username, phone, "张三", BY));
    }

    private void setPassword(String token, String password, int status) {
        client.anonymous()
                .post()
                .uri("/api/auth/password-links")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("token", token, "newPassword", password))
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }
}
