package cn.zhengqi.message.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.finance.api.LoanParties;
import cn.zhengqi.finance.api.LoanSettled;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.audience.UserService;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.time.Instant;
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

/** With the kind of a loan that is settled, whose words no other test looks at. */
@MessageServiceTest
class TemplatesTest {

    private static final String PATH = "/api/message/templates";
    private static final String SETTLED = "/loan.settled";
    private static final String BODY = "“${产品名称}”（${申请编号}）已还清。";

    private final CurrentUser operator = TestUsers.operator("message.template.read", "message.template.manage");
    private final UUID owner = Ids.next();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceClient client;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void the_other_tests_are_told_in_the_shipped_words() {
        jdbc.sql("update notice_template set number = 0, enabled = true").update();
    }

    @Test
    void what_comes_after_a_change_is_told_in_the_new_words_and_what_was_told_keeps_its_own() {
        settled();
        await().untilAsserted(() -> assertThat(told()).containsExactly("贷款已结清：“云税贷”（RZ1）已结清，感谢使用平台融资服务。"));
        UserService.weChatAnswers(owner, "ACCEPTED");

        change(content("贷款已还清", BODY, List.of("IN_SITE", "WECHAT"), "${产品名称}已还清"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.template.number")
                .value(Integer.class, number -> assertThat(number).isPositive())
                .jsonPath("$.versions[0].author")
                .isEqualTo(operator.name())
                .jsonPath("$.versions[0].content.title")
                .isEqualTo("贷款已还清");
        settled();

        await().untilAsserted(() ->
                assertThat(told()).containsExactly("贷款已结清：“云税贷”（RZ1）已结清，感谢使用平台融资服务。", "贷款已还清：“云税贷”（RZ1）已还清。"));
        await().untilAsserted(() -> assertThat(UserService.notesTo(owner)).anyMatch(note -> note.contains("云税贷已还清")));
        assertThat(actions()).contains("NOTICE_TEMPLATE_CHANGED");
    }

    @Test
    void words_that_cannot_be_told_are_refused_at_their_field() {
        change(content("${企业}已还清", "谢谢", List.of("IN_SITE"), null))
                .expectStatus()
                .isEqualTo(400)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("content.title")
                .jsonPath("$.errors[0].message")
                .isEqualTo("没有变量“企业”");
        change(content("贷款已还清", BODY, List.of("IN_SITE", "SMS"), null))
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("SMS_NOT_CONFIGURED");
    }

    @Test
    void who_decides_by_what_is_not_so_any_more_is_told_so() {
        change(content("一", BODY, List.of("IN_SITE"), null)).expectStatus().isOk();
        put(0, content("二", BODY, List.of("IN_SITE"), null))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VERSION_CONFLICT");
        put(version() + 1, content("二", BODY, List.of("IN_SITE"), null))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void an_older_version_and_the_shipped_words_can_be_gone_back_to() {
        change(content("旧的标题", BODY, List.of("IN_SITE"), null)).expectStatus().isOk();
        int old = number();
        change(content("新的标题", BODY, List.of("IN_SITE"), null)).expectStatus().isOk();

        act("restore", Map.of("version", version(), "number", old))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.content.title")
                .isEqualTo("旧的标题")
                .jsonPath("$.versions[0].restoredFrom")
                .isEqualTo(old);
        assertThat(number()).as("a version of its own").isEqualTo(old + 2);
        act("restore", Map.of("version", version(), "number", 0))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.content.title")
                .isEqualTo("贷款已结清")
                .jsonPath("$.template.number")
                .isEqualTo(0);
        act("restore", Map.of("version", version(), "number", 9999))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void names_of_enterprises_and_of_people_are_covered_in_every_kind(@Autowired NoticeCatalogue kinds) {
        assertThat(kinds.all().stream()
                        .flatMap(kind -> kind.variables().stream().<Variable<?>>map(it -> it))
                        .filter(it -> it.name().equals("企业名称") || it.name().endsWith("人")))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.cover()).as(it.meaning()).isNotNull());
    }

    @Test
    void nobody_is_told_of_what_was_switched_off_until_it_is_on_again() {
        act("disable", Map.of("version", version())).expectStatus().isOk();
        UUID silent = settled();
        await().until(() -> handled(silent));
        assertThat(told()).isEmpty();
        act("enable", Map.of("version", version())).expectStatus().isOk();
        settled();
        await().untilAsserted(() -> assertThat(told()).hasSize(1));
        assertThat(actions()).contains("NOTICE_TEMPLATE_DISABLED", "NOTICE_TEMPLATE_ENABLED");
    }

    @Test
    void what_everybody_has_to_know_cannot_be_switched_off_and_it_is_said_why() {
        request(HttpMethod.POST, PATH + "/account.new-device/disable", Map.of("version", 0))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOTICE_MANDATORY")
                .jsonPath("$.detail")
                .isEqualTo("此类消息不能停用。账号安全提醒：账号被他人操作时，只有本人能及时发现");
    }

    @Test
    void words_are_previewed_with_examples_and_with_a_recent_notice_that_is_covered() {
        Map<String, Object> content = content("贷款已还清", "${企业名称}的“${产品名称}”（${申请编号}）已还清。", List.of("IN_SITE"), null);
        act("preview", Map.of("content", content, "recent", false))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.inSite.body")
                .isEqualTo("示例精密机械有限公司的“云税贷”（RZ2026112800001）已还清。");
        jdbc.sql("delete from notice_sample where code = 'loan.settled'").update();
        act("preview", Map.of("content", content, "recent", true))
                .expectStatus()
                .isNotFound();
        settled();
        await().untilAsserted(() -> assertThat(told()).hasSize(1));

        act("preview", Map.of("content", content, "recent", true))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.inSite.body")
                .isEqualTo("重庆****公司的“云税贷”（RZ1）已还清。");
        assertThat(jdbc.sql("select array_to_string(texts, ' ') from notice_sample where code = 'loan.settled'")
                        .query(String.class)
                        .single())
                .as("covered where it is kept")
                .doesNotContain("渝巴机械");

        settled("RZ2");
        await().untilAsserted(() -> assertThat(told()).hasSize(2));
        act("preview", Map.of("content", content, "recent", true))
                .expectBody()
                .jsonPath("$.inSite.body")
                .value(body -> assertThat((String) body)
                        .as("the last event, however soon it came after the one before")
                        .contains("RZ2"));
    }

    @Test
    void a_test_goes_to_who_asks_for_it_alone() {
        Map<String, Object> trial =
                Map.of("content", content("贷款已还清", BODY, List.of("IN_SITE"), null), "recent", false);
        act("test", trial).expectStatus().isNoContent();
        assertThat(told(operator.accountId())).containsExactly("【测试】贷款已还清：“云税贷”（RZ2026112800001）已还清。");
        assertThat(number()).as("nothing was changed").isZero();
    }

    @Test
    void kinds_are_found_by_words_group_and_state_and_taken_out() {
        change(content("找得到的标题", BODY, List.of("IN_SITE"), null)).expectStatus().isOk();
        client.as(operator)
                .get()
                .uri(PATH + "?q=找得到&group=LOAN&enabled=true&changed=true&sort=changedAt,desc")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].code")
                .isEqualTo("loan.settled")
                .jsonPath("$.items[0].changedBy")
                .isEqualTo(operator.name());
        assertThat(ExportedFile.of(client.as(operator), PATH + "/export?q=找得到").column("标题"))
                .containsExactly("找得到的标题");
    }

    @Test
    void words_that_do_not_fit_a_later_release_give_way_to_the_shipped_ones() {
        change(content("贷款已还清", BODY, List.of("IN_SITE"), null)).expectStatus().isOk();
        int next = number() + 1;
        jdbc.sql("""
                        insert into notice_template_version (code, number, title, body, ways, author_id, author_name, written_at)
                        values ('loan.settled', ?, '标题', '${旧变量}', '{IN_SITE}', ?, '张三', now())""").params(next, Ids.next()).update();
        jdbc.sql("update notice_template set number = ? where code = 'loan.settled'")
                .param(next)
                .update();
        settled();
        await().untilAsserted(() -> assertThat(told()).containsExactly("贷款已结清：“云税贷”（RZ1）已结清，感谢使用平台融资服务。"));
    }

    private UUID settled() {
        return settled("RZ1");
    }

    private UUID settled(String number) {
        UUID id = Ids.next();
        LoanParties parties = new LoanParties(
                id, number, Ids.next(), "云税贷", Ids.next(), "测试银行", Ids.next(), "重庆渝巴机械有限公司", owner, false);
        transaction.executeWithoutResult(status -> outbox.publish(new LoanSettled(parties, Instant.now()), 1));
        return id;
    }

    /** That the bank's officers are asked no more is noted with it. */
    private boolean handled(UUID loan) {
        return jdbc.sql("select count(*) from work_done where case_id = ?")
                        .param(loan)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private List<String> told() {
        return told(owner);
    }

    private List<String> told(UUID account) {
        return jdbc.sql("select title || '：' || body from message where account_id = ? order by seq")
                .param(account)
                .query(String.class)
                .list();
    }

    private List<String> actions() {
        return jdbc.sql("""
                        select data ->> 'action' from outbox where type = 'audit.ChangeRecorded'
                          and data -> 'actor' ->> 'id' = ?""")
                .param(operator.accountId().toString())
                .query(String.class)
                .list();
    }

    private int version() {
        return ofTemplate("version");
    }

    private int number() {
        return ofTemplate("number");
    }

    private int ofTemplate(String column) {
        return jdbc.sql("select coalesce(max(" + column + "), 0) from notice_template where code = 'loan.settled'")
                .query(Integer.class)
                .single();
    }

    private RestTestClient.ResponseSpec change(Map<String, Object> content) {
        return put(version(), content);
    }

    private RestTestClient.ResponseSpec put(int version, Map<String, Object> content) {
        return request(HttpMethod.PUT, PATH + SETTLED, Map.of("version", version, "content", content));
    }

    private RestTestClient.ResponseSpec act(String action, Map<String, Object> body) {
        return request(HttpMethod.POST, PATH + SETTLED + "/" + action, body);
    }

    private RestTestClient.ResponseSpec request(HttpMethod method, String path, Map<String, Object> body) {
        return client.as(operator)
                .method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .exchange();
    }

    private static Map<String, Object> content(String title, String body, List<String> ways, @Nullable String weChat) {
        Map<String, Object> content = new HashMap<>(Map.of(
                "title",
                title,
                "body",
                body,
                "link",
                "/my/applications/${申请标识}",
                "ways",
                ways,
                "conditions",
                List.of(),
                "others",
                List.of()));
        if (weChat != null) {
            content.put("weChat", weChat);
        }
        return content;
    }
}
