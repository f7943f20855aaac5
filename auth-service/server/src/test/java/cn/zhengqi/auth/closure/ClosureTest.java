package cn.zhengqi.auth.closure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.secondfactor.Authenticator;
import cn.zhengqi.auth.secondfactor.SecondFactors;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.web.CurrentUser;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class ClosureTest extends AuthServiceTest {

    private static final String PASSWORD = "Gut-gewaehlt7";
    private static final AtomicLong PHONES = new AtomicLong(13480000000L);

    @Autowired
    private Accounts accounts;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private ServiceClient client;

    @Autowired
    private JdbcClient jdbc;

    private final String phone = Long.toString(PHONES.incrementAndGet());

    @Test
    void a_closed_account_lets_nobody_in_names_nobody_and_frees_the_phone() {
        Account account = account(UserType.ENTERPRISE, false);
        assertThat(browser().signIn(phone, PASSWORD).status()).isEqualTo(200);

        close(account, PASSWORD).expectStatus().isNoContent();

        assertThat(browser().signIn(phone, PASSWORD).status()).isEqualTo(401);
        assertThat(jdbc.sql("select display_name || ' ' || enabled from account where id = ?")
                        .param(account.id())
                        .query(String.class)
                        .single())
                .isEqualTo("已注销用户 false");
        assertThat(accounts.get(account.id()).phone()).isEqualTo("closed:" + account.id());
        assertThat(count("select count(*) from signed_in_session where account_id = ?", account))
                .isZero();
        assertThat(count("select count(*) from sign_in_log where account_id = ?", account))
                .as("which the law wants kept")
                .isPositive();
        assertThat(jdbc.sql(
                                "select data ->> 'displayName' from outbox where subject = ? and data ->> 'displayName' is not null")
                        .param(account.id())
                        .query(String.class)
                        .list())
                .as("nor in what others rebuild from")
                .hasSizeGreaterThan(1)
                .containsOnly("已注销用户");
        assertThat(jdbc.sql("select type from outbox where subject = ? order by seq")
                        .param(account.id())
                        .query(String.class)
                        .list())
                .contains("auth.AccountRenamed", "auth.AccountStatusChanged", "auth.AccountClosed");
        assertThat(account(UserType.ENTERPRISE, false).phone())
                .as("its owner may come back as somebody new")
                .isEqualTo(phone);
    }

    @Test
    void whoever_does_not_know_the_password_closes_nothing() {
        Account account = account(UserType.ENTERPRISE, false);

        refused(close(account, "wrong"), 400, "PASSWORD_WRONG");
        assertThat(accounts.get(account.id()).enabled()).isTrue();
    }

    @Test
    void where_the_second_factor_is_on_the_password_alone_closes_nothing_and_takes_nothing_out() {
        Account account = account(UserType.ENTERPRISE, false);
        Authenticator app = new Authenticator(factors.begin(account).secret());
        factors.confirm(account, app.now());

        refused(close(account, PASSWORD), 400, "SECOND_FACTOR_WRONG");
        refused(close(account, PASSWORD, "000000"), 400, "SECOND_FACTOR_WRONG");
        assertThat(accounts.get(account.id()).enabled()).isTrue();

        refused(takesOut(account), 400, "SECOND_FACTOR_WRONG");
        refused(takesOut(account, Map.of("password", "wrong")), 400, "PASSWORD_WRONG");

        close(account, PASSWORD, app.code(1)).expectStatus().isNoContent();
        assertThat(accounts.get(account.id()).enabled()).isFalse();
    }

    @Test
    void the_only_administrator_of_an_enterprise_hands_over_or_unbinds_first_and_is_told_so() {
        Account account = account(UserType.ENTERPRISE, false);
        administersAlone("[{\"enterpriseId\":\"%s\",\"enterpriseName\":\"重庆示例机械有限公司\"}]".formatted(ENTERPRISE));

        close(account, PASSWORD)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("CLOSURE_ONLY_ADMIN")
                .jsonPath("$.detail")
                .isEqualTo("您是 重庆示例机械有限公司 唯一的管理员，注销后企业将无人管理。请先在“成员管理”中移交管理员，或在“企业信息”中解绑企业，再注销账号")
                .jsonPath("$.enterprises[0]")
                .isEqualTo("重庆示例机械有限公司");
        assertThat(accounts.get(account.id()).enabled()).isTrue();

        administersAlone("[]");
        close(account, PASSWORD).expectStatus().isNoContent();
    }

    @Test
    void while_nobody_knows_whether_somebody_is_the_only_administrator_nothing_is_closed() {
        Account account = account(UserType.ENTERPRISE, false);
        USER_SERVICE.stubFor(WireMock.get(WireMock.urlPathMatching("/internal/principals/.*/sole-administrations"))
                .willReturn(WireMock.aResponse().withStatus(500)));

        close(account, PASSWORD).expectStatus().is5xxServerError();

        assertThat(accounts.get(account.id()).enabled()).isTrue();
    }

    private static void administersAlone(String enterprises) {
        USER_SERVICE.stubFor(WireMock.get(WireMock.urlPathMatching("/internal/principals/.*/sole-administrations"))
                .willReturn(WireMock.okJson(enterprises)));
    }

    @Test
    void the_account_of_somebody_of_an_institution_is_not_closed_by_who_uses_it() {
        refused(close(account(UserType.BANK, false), PASSWORD), 409, "CLOSURE_BY_STAFF");
    }

    @Test
    void an_account_of_the_demonstration_is_everybodys() {
        refused(close(account(UserType.ENTERPRISE, true), PASSWORD), 409, "CLOSURE_DEMO");
    }

    @Test
    void somebody_takes_out_their_own_data_in_full_and_that_is_on_record() {
        Account account = account(UserType.ENTERPRISE, false);
        browser().signIn(phone, PASSWORD);

        takesOut(account)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.phone")
                .isEqualTo(phone)
                .jsonPath("$.devices.length()")
                .isEqualTo(1)
                .jsonPath("$.signIns[0].result")
                .isEqualTo("SUCCESS");
        assertThat(jdbc.sql("select data ->> 'action' from outbox where data ->> 'subjectId' = ?")
                        .param(account.id().toString())
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("DATA_TAKEN_OUT"));
    }

    /** Each time stands in the log for years. */
    @Test
    void whoever_has_taken_out_their_data_all_day_waits_for_the_next() {
        Account account = account(UserType.ENTERPRISE, false);
        takesOut(account).expectStatus().isOk();
        jdbc.sql("update day_count set count = 50 where account_id = ? and name = 'MY_DATA'")
                .param(account.id())
                .update();

        takesOut(account)
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("您今天导出个人数据已达 50 次上限，请明天再试");
        jdbc.sql("update day_count set day = day - 1 where account_id = ?")
                .param(account.id())
                .update();
        takesOut(account).expectStatus().isOk();
    }

    private ResponseSpec takesOut(Account account) {
        return takesOut(account, Map.of("password", PASSWORD));
    }

    private ResponseSpec takesOut(Account account, Map<String, String> proofs) {
        return client.as(user(account))
                .post()
                .uri("/api/auth/me/data")
                .contentType(MediaType.APPLICATION_JSON)
                .body(proofs)
                .exchange();
    }

    private Account account(UserType type, boolean demo) {
        return opened(type, phone, PASSWORD, demo);
    }

    private static CurrentUser user(Account account) {
        return new CurrentUser(
                account.id(), account.displayName(), account.userType(), null, null, null, null, Set.of(), Set.of());
    }

    private ResponseSpec close(Account account, String password) {
        return closed(account, Map.of("password", password));
    }

    private ResponseSpec close(Account account, String password, String code) {
        return closed(account, Map.of("password", password, "code", code));
    }

    private ResponseSpec closed(Account account, Map<String, String> proofs) {
        return client.as(user(account))
                .post()
                .uri("/api/auth/me/closure")
                .contentType(MediaType.APPLICATION_JSON)
                .body(proofs)
                .exchange();
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private int count(String sql, Account account) {
        return jdbc.sql(sql).param(account.id()).query(Integer.class).single();
    }
}
