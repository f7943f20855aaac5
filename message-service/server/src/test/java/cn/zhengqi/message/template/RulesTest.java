package cn.zhengqi.message.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.finance.api.LoanApplicationSubmitted;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.api.LoanParties;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.audience.UserService;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Rules of the kind that tells an enterprise that its application was handed in. */
@MessageServiceTest
class RulesTest {

    private static final String PATH = "/api/message/templates";
    private static final String SUBMITTED = "/loan.submitted";
    private static final String TITLE = "融资申请已提交";
    private static final Map<String, String> LARGE =
            Map.of("variable", "申请金额", "comparison", "AT_LEAST", "value", "5000000");

    private final CurrentUser operator = TestUsers.operator("message.template.read", "message.template.manage");
    private final UUID bank = Ids.next();
    private final UUID applicant = Ids.next();
    private final UUID officer = Ids.next();
    private final UUID head = Ids.next();
    private final UUID overseer = Ids.next();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceClient client;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void the_other_tests_are_told_without_rules() {
        jdbc.sql("update notice_template set number = 0, enabled = true").update();
        UserService.hasRole(null, "OPERATOR");
    }

    @Test
    void who_it_concerns_is_told_only_where_the_condition_holds() {
        UserService.lets(bank, "finance.application.handle", officer);
        change(List.of(LARGE), List.of()).expectStatus().isOk();
        submitted("4999999.99");
        await().untilAsserted(
                        () -> assertThat(titles(officer)).as("another kind").hasSize(1));
        assertThat(titles(applicant)).isEmpty();

        submitted("5000000.00");
        await().untilAsserted(() -> assertThat(titles(applicant)).containsExactly(TITLE));
    }

    @Test
    void roles_are_told_besides_in_words_of_their_own_that_are_covered_and_who_was_told_is_not_told_again() {
        UserService.lets(bank, "finance.application.handle", officer);
        UserService.hasRole(bank, "BANK_MANAGER", officer, head);
        UserService.hasRole(null, "OPERATOR", overseer, head);
        change(
                        List.of(),
                        List.of(
                                other("CASE", "BANK_MANAGER", List.of(LARGE), "大额申请", "${企业名称}申请 ${申请金额}"),
                                other("OPERATOR", "OPERATOR", List.of(), null, null)))
                .expectStatus()
                .isOk();

        submitted("6000000.00");

        await().untilAsserted(() -> assertThat(told(head)).isNotEmpty());
        await().untilAsserted(() -> assertThat(told(overseer)).hasSize(1));
        await().until(this::nothingWaits);
        assertThat(titles(officer))
                .as("who has to work on it was told so, and once")
                .containsExactly("新的融资申请待受理");
        assertThat(told(head)).as("by two roles, and once").hasSize(1);
        assertThat(told(overseer).getFirst()).startsWith(TITLE).doesNotContain("渝巴机械");
        assertThat(links(overseer))
                .as("the page of the enterprise is none of the staff's")
                .containsOnlyNulls();
        assertThat(titles(applicant)).containsExactly(TITLE);
    }

    @Test
    void words_of_their_own_are_covered() {
        UserService.hasRole(bank, "BANK_MANAGER", head);
        change(List.of(), List.of(other("CASE", "BANK_MANAGER", List.of(LARGE), "大额申请", "${企业名称}申请 ${申请金额}")))
                .expectStatus()
                .isOk();
        submitted("4000000.00");
        submitted("6000000.00");
        await().untilAsserted(() -> assertThat(told(head)).containsExactly("大额申请：重庆****公司申请 600 万元"));
    }

    @Test
    void while_nobody_says_who_has_the_role_the_notice_waits_and_the_others_are_told() {
        UserService.hasRole(bank, "BANK_MANAGER", head);
        change(List.of(), List.of(other("CASE", "BANK_MANAGER", List.of(), null, null)))
                .expectStatus()
                .isOk();
        try (UserService.Away away = UserService.saysNotWhoHasARole()) {
            submitted("500000.00");
            await().until(() -> UserService.questionsAboutRolesOf(bank) > 0);
            assertThat(titles(applicant)).containsExactly(TITLE);
            assertThat(told(head)).isEmpty();
        }
        jdbc.sql("update waiting_further_notice set next_try_at = now()").update();
        await().untilAsserted(() -> assertThat(titles(head)).containsExactly(TITLE));
    }

    @Test
    void rules_that_cannot_be_are_refused_at_their_field() {
        change(List.of(), List.of(other("OPERATOR", "BANK_MANAGER", List.of(), null, null)))
                .expectStatus()
                .isEqualTo(400)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("content.others[0].role")
                .jsonPath("$.errors[0].code")
                .isEqualTo("UNKNOWN_ROLE");
        change(List.of(Map.of("variable", "企业名称", "comparison", "CONTAINS", "value", "机械")), List.of())
                .expectStatus()
                .isEqualTo(400)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("content.conditions[0].variable");
        client.as(operator)
                .get()
                .uri(PATH + "/receiver-roles")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].place")
                .isEqualTo("OPERATOR")
                .jsonPath("$[1].place")
                .isEqualTo("CASE")
                .jsonPath("$[1].name")
                .isEqualTo("银行负责人");
    }

    @Test
    void a_preview_with_a_recent_event_says_who_would_be_told() {
        UserService.hasRole(bank, "BANK_MANAGER", officer, head);
        jdbc.sql("delete from notice_sample where code = 'loan.submitted'").update();
        submitted("6000000.00");
        await().untilAsserted(() -> assertThat(titles(applicant)).hasSize(1));
        Map<String, Object> content = content(
                List.of(Map.of("variable", "申请金额", "comparison", "AT_MOST", "value", "1")),
                List.of(
                        other("CASE", "BANK_MANAGER", List.of(LARGE), "大额申请", "${企业名称}申请 ${申请金额}"),
                        other(
                                "OPERATOR",
                                "OPERATOR",
                                List.of(Map.of("variable", "银行名称", "comparison", "IS", "value", "别的银行")),
                                null,
                                null)));

        post("preview", Map.of("content", content, "recent", true))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.told")
                .isEqualTo(false)
                .jsonPath("$.others[0].told")
                .isEqualTo(true)
                .jsonPath("$.others[0].roleName")
                .isEqualTo("银行负责人")
                .jsonPath("$.others[0].people")
                .isEqualTo(2)
                .jsonPath("$.others[0].inSite.body")
                .isEqualTo("重庆****公司申请 600 万元")
                .jsonPath("$.others[1].told")
                .isEqualTo(false);
    }

    @Test
    void words_of_others_are_tried_too_and_rules_come_back_with_their_version() {
        FurtherWords words =
                new FurtherWords(List.of(LARGE), List.of(other("CASE", "BANK_MANAGER", List.of(), "大额申请", "请关注")));
        post("test", Map.of("content", content(words.conditions(), words.others()), "recent", false))
                .expectStatus()
                .isNoContent();
        assertThat(titles(operator.accountId())).containsExactly("【测试】" + TITLE, "【测试·另行通知】大额申请");

        change(words.conditions(), words.others()).expectStatus().isOk();
        int withRules = number();
        change(List.of(), List.of()).expectStatus().isOk();
        post("restore", Map.of("version", version(), "number", withRules))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.content.conditions[0].value")
                .isEqualTo("5000000")
                .jsonPath("$.content.others[0].title")
                .isEqualTo("大额申请");
    }

    private record FurtherWords(List<Map<String, String>> conditions, List<Map<String, Object>> others) {}

    private void submitted(String amount) {
        UUID id = Ids.next();
        LoanParties parties =
                new LoanParties(id, "RZ1", Ids.next(), "云税贷", bank, "测试银行", Ids.next(), "重庆渝巴机械有限公司", applicant, false);
        transaction.executeWithoutResult(status -> outbox.publish(
                new LoanApplicationSubmitted(
                        parties,
                        "信用贷款",
                        "500113004",
                        new BigDecimal(amount),
                        LoanKind.FIRST,
                        Channel.PC,
                        Instant.now(),
                        LocalDate.now().plusDays(10),
                        null),
                1));
    }

    private boolean nothingWaits() {
        return jdbc.sql(
                                "select count(*) from waiting_further_notice where (institution_id = ? or institution_id is null) and ended_at is null")
                        .param(bank)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private List<String> told(UUID account) {
        return texts(account, "title || '：' || body");
    }

    private List<String> titles(UUID account) {
        return texts(account, "title");
    }

    private List<String> links(UUID account) {
        return texts(account, "link");
    }

    private List<String> texts(UUID account, String column) {
        return jdbc.sql("select " + column + " from message where account_id = ? order by seq")
                .param(account)
                .query((row, index) -> row.getString(1))
                .list();
    }

    private int version() {
        return ofTemplate("version");
    }

    private int number() {
        return ofTemplate("number");
    }

    private int ofTemplate(String column) {
        return jdbc.sql("select coalesce(max(" + column + "), 0) from notice_template where code = 'loan.submitted'")
                .query(Integer.class)
                .single();
    }

    private RestTestClient.ResponseSpec change(List<Map<String, String>> conditions, List<Map<String, Object>> others) {
        return request(HttpMethod.PUT, SUBMITTED, Map.of("version", version(), "content", content(conditions, others)));
    }

    private RestTestClient.ResponseSpec post(String action, Map<String, Object> body) {
        return request(HttpMethod.POST, SUBMITTED + "/" + action, body);
    }

    private RestTestClient.ResponseSpec request(HttpMethod method, String path, Map<String, Object> body) {
        return client.as(operator)
                .method(method)
                .uri(PATH + path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .exchange();
    }

    private static Map<String, Object> content(List<Map<String, String>> conditions, List<Map<String, Object>> others) {
        return Map.of(
                "title",
                TITLE,
                "body",
                "${企业名称}的“${产品名称}”申请（${申请编号}）已送达。",
                "link",
                "/my/applications/${申请标识}",
                "ways",
                List.of("IN_SITE"),
                "conditions",
                conditions,
                "others",
                others);
    }

    private static Map<String, Object> other(
            String place,
            String role,
            List<Map<String, String>> conditions,
            @Nullable String title,
            @Nullable String body) {
        Map<String, Object> other = new HashMap<>(Map.of("place", place, "role", role, "conditions", conditions));
        if (title != null && body != null) {
            other.put("title", title);
            other.put("body", body);
        }
        return other;
    }
}
