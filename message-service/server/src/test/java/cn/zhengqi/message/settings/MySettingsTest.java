package cn.zhengqi.message.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.auth.api.AccountClosed;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

@MessageServiceTest
class MySettingsTest {

    private static final String PATH = "/api/message/my/settings";
    private static final String ACCEPTED = "$.groups[*].kinds[?(@.code == 'loan.accepted')]";

    private final CurrentUser person = TestUsers.ofEnterprise(Ids.next());

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceClient client;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void who_has_said_nothing_is_told_as_offered() {
        get(person)
                .jsonPath("$.version")
                .isEqualTo(0)
                .jsonPath("$.quiet")
                .isEqualTo("DISTRICT")
                .jsonPath(ACCEPTED + ".offered[0]")
                .isEqualTo("WECHAT")
                .jsonPath(ACCEPTED + ".declined[0]")
                .doesNotExist();
    }

    @Test
    void what_somebody_says_holds_for_them_alone() {
        say(0, "OWN", "21:30", "07:00", List.of(chosen("loan.accepted", List.of("WECHAT"), true)))
                .expectStatus()
                .isOk();
        get(person)
                .jsonPath("$.version")
                .isEqualTo(1)
                .jsonPath("$.quietFrom")
                .isEqualTo("21:30")
                .jsonPath(ACCEPTED + ".declined[0]")
                .isEqualTo("WECHAT")
                .jsonPath(ACCEPTED + ".digest")
                .isEqualTo(true);
        get(TestUsers.ofEnterprise(Ids.next()))
                .jsonPath("$.version")
                .isEqualTo(0)
                .jsonPath(ACCEPTED + ".declined[0]")
                .doesNotExist();
    }

    @Test
    void of_two_open_pages_the_second_is_told_that_the_first_has_changed_it() {
        say(0, "NONE", null, null, List.of()).expectStatus().isOk();
        refused(say(0, "DISTRICT", null, null, List.of()), 409, "VERSION_CONFLICT");
    }

    @Test
    void what_concerns_ones_account_cannot_be_declined() {
        get(person)
                .jsonPath("$.groups[*].kinds[?(@.code == 'account.new-device')].fixed")
                .isEqualTo(true);
        refused(
                say(0, "DISTRICT", null, null, List.of(chosen("account.new-device", List.of("SMS"), false))),
                422,
                "WAYS_FIXED");
    }

    @Test
    void the_inbox_cannot_be_declined_nor_a_kind_that_there_is_not() {
        refused(
                say(0, "DISTRICT", null, null, List.of(chosen("loan.accepted", List.of("IN_SITE"), false))),
                400,
                "VALIDATION_FAILED");
        refused(say(0, "DISTRICT", null, null, List.of(chosen("no.such", List.of(), false))), 400, "VALIDATION_FAILED");
    }

    @Test
    void what_has_to_be_done_soon_is_not_told_once_a_day() {
        refused(
                say(0, "DISTRICT", null, null, List.of(chosen("loan.material-asked", List.of(), true))),
                400,
                "VALIDATION_FAILED");
    }

    @Test
    void quiet_hours_of_ones_own_have_a_beginning_and_another_end() {
        refused(say(0, "OWN", "22:00", null, List.of()), 400, "VALIDATION_FAILED");
        refused(say(0, "OWN", "22:00", "22:00", List.of()), 400, "VALIDATION_FAILED");
        refused(say(0, "OWN", "25:00", "08:00", List.of()), 400, "VALIDATION_FAILED");
    }

    @Test
    void an_applicant_sees_nothing_that_only_those_hear_who_work_on_cases_and_these_see_it() {
        String toHandle = "$.groups[*].kinds[?(@.code == 'loan.to-handle')].name";
        get(person).jsonPath(toHandle).doesNotExist();
        CurrentUser officer = TestUsers.ofBank(Ids.next());
        get(officer).jsonPath(toHandle).exists().jsonPath(ACCEPTED).doesNotExist();
    }

    @Test
    void what_somebody_said_goes_with_their_account() {
        say(0, "NONE", null, null, List.of(chosen("loan.accepted", List.of("WECHAT"), false)))
                .expectStatus()
                .isOk();
        transaction.executeWithoutResult(
                status -> outbox.publish(new AccountClosed(person.accountId(), Instant.now()), 2));
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from message_setting where account_id = ?")
                        .param(person.accountId())
                        .query(Integer.class)
                        .single())
                .isZero());
    }

    private static Map<String, Object> chosen(String code, List<String> declined, boolean digest) {
        return Map.of("code", code, "declined", declined, "digest", digest);
    }

    private RestTestClient.BodyContentSpec get(CurrentUser user) {
        return client.as(user).get().uri(PATH).exchange().expectStatus().isOk().expectBody();
    }

    private RestTestClient.ResponseSpec say(
            int version, String quiet, @Nullable String from, @Nullable String to, List<Map<String, Object>> choices) {
        Map<String, Object> body = new HashMap<>();
        body.put("version", version);
        body.put("quiet", quiet);
        body.put("quietFrom", from);
        body.put("quietTo", to);
        body.put("choices", choices);
        return client.as(person)
                .put()
                .uri(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static void refused(RestTestClient.ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
