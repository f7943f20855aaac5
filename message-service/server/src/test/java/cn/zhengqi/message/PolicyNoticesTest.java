package cn.zhengqi.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.matching.api.PolicyFits;
import cn.zhengqi.matching.api.facts.IndustrySection;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.audience.UserService;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import cn.zhengqi.policy.api.PolicyPublished;
import cn.zhengqi.policy.api.PolicyWithdrawn;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
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

/** What the people of an enterprise are told of a policy for which it qualifies. */
@MessageServiceTest
class PolicyNoticesTest {

    private final UUID enterprise = Ids.next();
    private final UUID policy = Ids.next();
    private final UUID member = Ids.next();
    private final UUID stranger = Ids.next();

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceClient client;

    @AfterEach
    void the_other_tests_are_told_as_the_platform_ships_it() {
        jdbc.sql("update notice_template set number = 0, enabled = true where code like 'policy.%'")
                .update();
    }

    @Test
    void all_people_of_the_enterprise_and_nobody_else_are_told_in_site_with_the_way_to_the_policy() {
        belongs(member, enterprise);
        belongs(stranger, Ids.next());

        tell(fits(), Instant.now());

        await().untilAsserted(() -> assertThat(told(member)).containsExactly("贵企业符合一项政策的条件 /policies/" + policy));
        assertThat(jdbc.sql("select body from message where account_id = ?")
                        .param(member)
                        .query(String.class)
                        .single())
                .startsWith("“甲公司”符合《稳岗返还》的条件");
        assertThat(told(stranger)).isEmpty();
        assertThat(jdbc.sql("select channel from push_log where account_id = ?")
                        .param(member)
                        .query(String.class)
                        .list())
                .containsExactly("IN_SITE");
    }

    @Test
    void
            where_operators_let_it_go_to_wechat_it_does_for_who_did_not_decline_that_and_waits_for_who_is_not_to_be_disturbed() {
        UUID declining = Ids.next();
        UUID asleep = Ids.next();
        List.of(member, declining, asleep).forEach(one -> {
            belongs(one, enterprise);
            UserService.weChatAnswers(one, "ACCEPTED");
        });
        jdbc.sql(
                        "insert into message_setting (account_id, quiet, quiet_from, quiet_to, changed_at, version) values (?, 'DISTRICT', null, null, now(), 1), (?, 'OWN', ?, ?, now(), 1)")
                .params(
                        declining,
                        asleep,
                        LocalTime.now(BusinessTime.ZONE).minusHours(1),
                        LocalTime.now(BusinessTime.ZONE).plusHours(1))
                .update();
        jdbc.sql(
                        "insert into message_choice (account_id, code, declined, digest) values (?, 'policy.fits', '{WECHAT}', false)")
                .param(declining)
                .update();
        goesToWeChatToo();

        tell(fits(), Instant.now());

        await().untilAsserted(() -> assertThat(pushed(member)).containsExactly("IN_SITE DELIVERED", "WECHAT ACCEPTED"));
        assertThat(UserService.notesTo(member))
                .singleElement()
                .asString()
                .contains("贵企业符合一项政策的条件", "/policies/" + policy)
                .doesNotContain("甲公司");
        assertThat(pushed(declining)).containsExactly("IN_SITE DELIVERED");
        assertThat(pushed(asleep)).containsExactly("IN_SITE DELIVERED");
        assertThat(jdbc.sql("select state from outer_notice where account_id = ?")
                        .param(asleep)
                        .query(String.class)
                        .list())
                .containsExactly("HELD");
    }

    @Test
    void what_is_no_news_any_more_is_told_to_nobody() {
        belongs(member, enterprise);
        UUID later = Ids.next();
        UUID other = Ids.next();
        belongs(later, other);

        tell(fits(), Instant.now().minus(Duration.ofDays(30)));
        tell(new PolicyFits(policy, "稳岗返还", other, "乙公司", Instant.now()), Instant.now());

        await().untilAsserted(() -> assertThat(told(later)).hasSize(1));
        await().untilAsserted(() ->
                assertThat(heard("matching.PolicyFits", enterprise)).isEqualTo(1));
        assertThat(told(member)).isEmpty();
    }

    @Test
    void who_subscribed_to_a_topic_is_told_of_a_new_policy_of_it_once_and_others_are_not() {
        CurrentUser reader = TestUsers.ofEnterprise(enterprise);
        CurrentUser other = TestUsers.ofEnterprise(enterprise);
        subscribe(reader, List.of("FUNDING"), List.of(), "技术改造");
        subscribe(reader, List.of(), List.of("DISTRICT"), null);
        subscribe(other, List.of("TAX"), List.of(), null);

        tell(published("支持技术改造若干措施", null), Instant.now());
        await().untilAsserted(
                        () -> assertThat(told(reader.accountId())).containsExactly("您订阅的主题有新政策 /policies/" + policy));
        tell(published("支持技术改造若干措施（修订）", null), Instant.now());
        tell(fits(), Instant.now());
        belongs(member, enterprise);
        belongs(reader.accountId(), enterprise);
        tell(fits(), Instant.now());

        await().untilAsserted(() -> assertThat(told(member)).isNotEmpty());
        await().untilAsserted(() -> assertThat(waitingNews()).isZero());
        assertThat(told(reader.accountId()))
                .as("neither of another edition nor that they qualify")
                .hasSize(1);
        assertThat(told(other.accountId())).isEmpty();
    }

    @Test
    void who_asked_for_an_industry_is_told_once_of_policies_that_name_it_and_of_no_others() {
        CurrentUser maker = TestUsers.ofEnterprise(enterprise);
        CurrentUser farmer = TestUsers.ofEnterprise(enterprise);
        CurrentUser reader = TestUsers.ofEnterprise(enterprise);
        add(maker, List.of(), List.of(), List.of("I", "C"), null).expectStatus().isOk();
        add(maker, List.of("FUNDING"), List.of(), List.of("C"), null)
                .expectStatus()
                .isOk();
        add(farmer, List.of(), List.of(), List.of("A"), null).expectStatus().isOk();
        subscribe(reader, List.of("FUNDING"), List.of(), null);

        tell(published("稳岗返还", null), Instant.now());
        await().untilAsserted(() -> assertThat(told(reader.accountId())).hasSize(1));
        tell(published(Ids.next(), "工业企业技术改造", null, List.of(IndustrySection.B, IndustrySection.C)), Instant.now());
        await().untilAsserted(() -> assertThat(told(reader.accountId())).hasSize(2));

        assertThat(told(maker.accountId())).as("by two topics, and once").hasSize(1);
        assertThat(jdbc.sql("select body from message where account_id = ?")
                        .param(maker.accountId())
                        .query(String.class)
                        .single())
                .startsWith("区经济信息委发布了《工业企业技术改造》（区县级，资金补助政策，面向采矿业、制造业）。");
        assertThat(told(farmer.accountId())).isEmpty();
        client.as(maker)
                .get()
                .uri("/api/message/my/policy-topics")
                .exchange()
                .expectBody()
                .jsonPath("$[1].industries")
                .isEqualTo(List.of("C", "I"));
    }

    @Test
    void who_was_told_that_they_qualify_is_not_told_of_the_topic_too() {
        CurrentUser reader = TestUsers.ofEnterprise(enterprise);
        belongs(reader.accountId(), enterprise);
        subscribe(reader, List.of("FUNDING"), List.of(), null);
        tell(fits(), Instant.now());
        await().untilAsserted(() -> assertThat(told(reader.accountId())).hasSize(1));

        CurrentUser witness = TestUsers.ofEnterprise(Ids.next());
        subscribe(witness, List.of("FUNDING"), List.of(), null);
        tell(published("稳岗返还", null), Instant.now());

        await().untilAsserted(() -> assertThat(told(witness.accountId())).hasSize(1));
        assertThat(told(reader.accountId())).containsExactly("贵企业符合一项政策的条件 /policies/" + policy);
    }

    @Test
    void who_was_not_told_of_the_topic_because_its_condition_was_not_met_is_told_that_they_qualify() {
        CurrentUser reader = TestUsers.ofEnterprise(enterprise);
        belongs(reader.accountId(), enterprise);
        subscribe(reader, List.of("FUNDING"), List.of(), null);
        ofCitiesAlone();

        tell(published("稳岗返还", null), Instant.now());
        await().untilAsserted(() -> assertThat(heard("policy.PolicyPublished")).isEqualTo(1));
        await().untilAsserted(() -> assertThat(waitingNews()).isZero());
        assertThat(told(reader.accountId())).isEmpty();
        tell(fits(), Instant.now());

        await().untilAsserted(
                        () -> assertThat(told(reader.accountId())).containsExactly("贵企业符合一项政策的条件 /policies/" + policy));
    }

    @Test
    void who_was_not_told_that_they_qualify_because_nobody_is_any_more_is_told_of_the_topic() {
        CurrentUser reader = TestUsers.ofEnterprise(enterprise);
        belongs(reader.accountId(), enterprise);
        subscribe(reader, List.of("FUNDING"), List.of(), null);
        change(HttpMethod.POST, "policy.fits/disable", Map.of("version", version("policy.fits")));

        tell(fits(), Instant.now());
        await().untilAsserted(() ->
                assertThat(heard("matching.PolicyFits", enterprise)).isEqualTo(1));
        tell(published("稳岗返还", null), Instant.now());

        await().untilAsserted(
                        () -> assertThat(told(reader.accountId())).containsExactly("您订阅的主题有新政策 /policies/" + policy));
    }

    @Test
    void what_comes_with_the_platform_or_is_taken_down_meanwhile_is_no_news() {
        CurrentUser reader = TestUsers.ofEnterprise(enterprise);
        subscribe(reader, List.of(), List.of(), "绝无仅有的主题");
        tell(published("绝无仅有的主题", true), Instant.now());
        tell(published("绝无仅有的主题", null), Instant.now().minus(Duration.ofDays(30)));
        jdbc.sql("""
                        insert into waiting_policy_news (policy_id, version, event_id, title, issuer, level, category, happened_at, due_at)
                        values (?, 0, ?, '绝无仅有的主题', '某局', 'DISTRICT', 'TAX', now(), now() + interval '1 hour')""").params(policy, Ids.next()).update();
        tell(withdrawn(), Instant.now());
        await().untilAsserted(() -> assertThat(waitingNews()).isZero());
        assertThat(told(reader.accountId())).isEmpty();
    }

    @Test
    void of_what_was_taken_down_and_published_the_later_holds_whichever_is_heard_of_first() {
        CurrentUser reader = TestUsers.ofEnterprise(enterprise);
        subscribe(reader, List.of("FUNDING"), List.of(), "先后颠倒");

        tell(withdrawn(), 3, Instant.now());
        await().untilAsserted(() -> assertThat(heard("policy.PolicyWithdrawn")).isEqualTo(1));
        tell(published("先后颠倒", null), 2, Instant.now());
        await().untilAsserted(() -> assertThat(heard("policy.PolicyPublished")).isEqualTo(1));
        assertThat(waitingNews()).as("it is taken down").isZero();
        assertThat(told(reader.accountId())).isEmpty();

        jdbc.sql("""
                        update waiting_policy_news set version = 5, event_id = ?, title = '先后颠倒（修订）', issuer = '某局', level = 'DISTRICT',
                          category = 'FUNDING', due_at = now() + interval '1 hour' where policy_id = ?""").params(Ids.next(), policy).update();
        tell(withdrawn(), 4, Instant.now());
        await().untilAsserted(() -> assertThat(heard("policy.PolicyWithdrawn")).isEqualTo(2));
        assertThat(waitingNews()).as("published anew since").isEqualTo(1);

        tell(withdrawn(), 6, Instant.now());
        await().untilAsserted(() -> assertThat(waitingNews()).isZero());
        tell(published("先后颠倒（再修订）", null), 7, Instant.now());
        await().untilAsserted(
                        () -> assertThat(told(reader.accountId())).containsExactly("您订阅的主题有新政策 /policies/" + policy));
    }

    @Test
    void that_a_policy_was_taken_down_is_forgotten_when_nothing_of_before_is_news_any_more() {
        tell(withdrawn(), Instant.now().minus(Duration.ofDays(30)));

        await().untilAsserted(() -> {
            assertThat(heard("policy.PolicyWithdrawn")).isEqualTo(1);
            assertThat(jdbc.sql("select count(*) from waiting_policy_news where policy_id = ?")
                            .param(policy)
                            .query(Integer.class)
                            .single())
                    .isZero();
        });
    }

    private PolicyWithdrawn withdrawn() {
        return new PolicyWithdrawn(policy, "P1", 1, Instant.now());
    }

    private int heard(String type) {
        return heard(type, policy);
    }

    private int heard(String type, UUID subject) {
        return jdbc.sql("""
                        select count(*) from inbox i join outbox o on o.id = i.event_id
                        where o.type = ? and o.subject = ?""").params(type, subject).query(Integer.class).single();
    }

    @Test
    void a_topic_is_its_owner_s_asks_something_and_is_kept_once_and_ten_are_enough() {
        CurrentUser reader = TestUsers.ofEnterprise(enterprise);
        String id = subscribe(reader, List.of("TAX", "FUNDING"), List.of(), null);
        assertThat(subscribe(reader, List.of("FUNDING", "TAX", "TAX"), List.of(), " "))
                .as("the same")
                .isEqualTo(id);
        add(reader, List.of(), List.of(), null).expectStatus().isBadRequest();
        add(reader, List.of(), List.of(), "税").expectStatus().isBadRequest();
        for (int i = 0; i < 9; i++) {
            subscribe(reader, List.of(), List.of(), "主题" + i);
        }
        add(reader, List.of("TAX"), List.of("NATIONAL"), null)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TOO_MANY_TOPICS");

        remove(TestUsers.ofEnterprise(enterprise), id).expectStatus().isNotFound();
        remove(reader, id).expectStatus().isNoContent();
        client.as(reader)
                .get()
                .uri("/api/message/my/policy-topics")
                .exchange()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(9);
    }

    private RestTestClient.ResponseSpec add(
            CurrentUser reader, List<String> categories, List<String> levels, @Nullable String words) {
        return add(reader, categories, levels, null, words);
    }

    private RestTestClient.ResponseSpec add(
            CurrentUser reader,
            List<String> categories,
            List<String> levels,
            @Nullable List<String> industries,
            @Nullable String words) {
        Map<String, Object> body = new HashMap<>(Map.of("categories", categories, "levels", levels));
        body.put("industries", industries);
        body.put("words", words);
        return client.as(reader)
                .post()
                .uri("/api/message/my/policy-topics")
                .header("Idempotency-Key", Ids.next().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private String subscribe(CurrentUser reader, List<String> categories, List<String> levels, @Nullable String words) {
        add(reader, categories, levels, words).expectStatus().isOk();
        return jdbc.sql("select id from policy_topic where account_id = ? order by created_at desc, id desc limit 1")
                .param(reader.accountId())
                .query(String.class)
                .single();
    }

    private RestTestClient.ResponseSpec remove(CurrentUser reader, String id) {
        return client.as(reader)
                .delete()
                .uri("/api/message/my/policy-topics/" + id)
                .exchange();
    }

    private void goesToWeChatToo() {
        Map<String, Object> body = Map.of(
                "title",
                "贵企业符合一项政策的条件",
                "body",
                "“${企业名称}”符合《${政策名称}》的条件。",
                "link",
                "/policies/${政策标识}",
                "ways",
                List.of("IN_SITE", "WECHAT"),
                "conditions",
                List.of(),
                "others",
                List.of());
        change(HttpMethod.PUT, "policy.fits", Map.of("version", version("policy.fits"), "content", body));
    }

    private void ofCitiesAlone() {
        Map<String, Object> body = Map.of(
                "title",
                "您订阅的主题有新政策",
                "body",
                "${发文单位}发布了《${政策名称}》。",
                "link",
                "/policies/${政策标识}",
                "ways",
                List.of("IN_SITE"),
                "conditions",
                List.of(Map.of("variable", "政策级别", "comparison", "IS", "value", "市")),
                "others",
                List.of());
        change(HttpMethod.PUT, "policy.topic", Map.of("version", version("policy.topic"), "content", body));
    }

    private void change(HttpMethod method, String path, Map<String, Object> body) {
        client.as(TestUsers.operator("message.template.read", "message.template.manage"))
                .method(method)
                .uri("/api/message/templates/" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", Ids.next().toString())
                .body(body)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private int version(String code) {
        return jdbc.sql("select coalesce(max(version), 0) from notice_template where code = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    private List<String> pushed(UUID account) {
        return jdbc.sql("select channel || ' ' || result from push_log where account_id = ? order by seq")
                .param(account)
                .query(String.class)
                .list();
    }

    private int waitingNews() {
        return jdbc.sql("select count(*) from waiting_policy_news where policy_id = ? and title is not null")
                .param(policy)
                .query(Integer.class)
                .single();
    }

    private PolicyPublished published(String title, @Nullable Boolean comesWithPlatform) {
        return published(policy, title, comesWithPlatform, null);
    }

    private static PolicyPublished published(
            UUID policy,
            String title,
            @Nullable Boolean comesWithPlatform,
            @Nullable List<IndustrySection> industries) {
        return new PolicyPublished(
                policy,
                "P1",
                1,
                title,
                "〔2026〕1号",
                "区经济信息委",
                PolicyLevel.DISTRICT,
                PolicyCategory.FUNDING,
                null,
                null,
                null,
                "补助",
                "high",
                null,
                null,
                comesWithPlatform,
                industries,
                Instant.now());
    }

    private PolicyFits fits() {
        return new PolicyFits(policy, "稳岗返还", enterprise, "甲公司", Instant.now());
    }

    private void belongs(UUID account, UUID to) {
        jdbc.sql(
                        "insert into member (account_id, enterprise_id, role, since, name) values (?, ?, 'ENTERPRISE_ADMIN', now(), '李四')")
                .params(account, to)
                .update();
    }

    private void tell(DomainEvent event, Instant at) {
        tell(event, 1, at);
    }

    private void tell(DomainEvent event, long version, Instant at) {
        transaction.executeWithoutResult(status -> outbox.publish(event, version, at));
    }

    private List<String> told(UUID account) {
        return jdbc.sql("select title || ' ' || link from message where account_id = ? order by id")
                .param(account)
                .query(String.class)
                .list();
    }
}
