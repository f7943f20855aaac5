package cn.zhengqi.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.policy.api.InternalPolicyTotals;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishing and withdrawing, and what happens when people get in each other's way. */
@ServiceTest
class PolicyDeskTest {

    private static final CurrentUser EDITOR = TestUsers.ofDepartment(Ids.next(), "policy.manage", "policy.review");
    private static final CurrentUser ANOTHER = TestUsers.ofDepartment(Ids.next(), "policy.manage");
    private static final CurrentUser REVIEWER = TestUsers.ofDepartment(Ids.next(), "policy.review");

    @Autowired
    ServiceClient client;

    @Autowired
    PolicyDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Policy policy;

    @BeforeEach
    void a_published_policy() {
        policy = new Policy(Ids.next(), "T" + Ids.next().toString().substring(24));
        transaction.executeWithoutResult(status -> desk.enter(policy, content(), null, null, Instant.now()));
    }

    /** Other tests count the library. */
    @AfterEach
    void the_policy_goes() {
        jdbc.sql("delete from policy_edition where policy_id = ?")
                .param(policy.id())
                .update();
        jdbc.sql("delete from policy where id = ?").param(policy.id()).update();
    }

    @Test
    void a_withdrawn_policy_can_no_longer_be_read_and_a_published_one_again() {
        act("withdraw", Map.of("version", 0, "reason", "文件文号有误"), HttpStatus.NO_CONTENT);

        client.anonymous()
                .get()
                .uri("/api/policy/policies/" + policy.id())
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.GONE)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("POLICY_NOT_IN_FORCE");
        assertThat(managed().withdrawnReason()).isEqualTo("文件文号有误");

        act(REVIEWER, "publish", Map.of("version", 1), HttpStatus.NO_CONTENT);

        client.anonymous()
                .get()
                .uri("/api/policy/policies/" + policy.id())
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(managed().withdrawnReason()).isNull();
        assertThat(events())
                .extracting(Event::type)
                .containsExactly("policy.PolicyPublished", "policy.PolicyWithdrawn", "policy.PolicyPublished");
        assertThat(events()).extracting(Event::version).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void who_took_a_policy_down_does_not_put_it_back_and_who_only_writes_neither() {
        act("withdraw", Map.of("version", 0, "reason", "文件文号有误"), HttpStatus.NO_CONTENT);
        assertThat(managed().withdrawnBy()).isEqualTo(EDITOR.name());
        assertThat(managed().withdrawnByMe()).isTrue();
        assertThat(managed(ANOTHER, "q=" + policy.code()).items().getFirst().withdrawnByMe())
                .isFalse();

        act("publish", Map.of("version", 1), HttpStatus.CONFLICT)
                .jsonPath("$.code")
                .isEqualTo("TAKEN_DOWN_BY_YOURSELF");
        CurrentUser writer = TestUsers.ofDepartment(Ids.next(), "policy.manage");
        act(writer, "publish", Map.of("version", 1), HttpStatus.FORBIDDEN);
        assertThat(managed().publication()).isEqualTo(Publication.WITHDRAWN);

        act(REVIEWER, "publish", Map.of("version", 1), HttpStatus.NO_CONTENT);
        assertThat(managed().withdrawnBy()).isNull();
    }

    @Test
    void of_two_editors_at_once_the_second_has_to_look_again() {
        act("withdraw", Map.of("version", 0, "reason", "先到的理由"), HttpStatus.NO_CONTENT);

        act("withdraw", Map.of("version", 0, "reason", "后到的理由"), HttpStatus.CONFLICT)
                .jsonPath("$.code")
                .isEqualTo("VERSION_CONFLICT");
        assertThat(managed().withdrawnReason()).isEqualTo("先到的理由");
    }

    @Test
    void what_is_done_already_cannot_be_done_again() {
        act(REVIEWER, "publish", Map.of("version", 0), HttpStatus.CONFLICT)
                .jsonPath("$.code")
                .isEqualTo("STATE_CONFLICT");
        assertThat(events()).hasSize(1);
    }

    @Test
    void a_withdrawal_that_is_sent_twice_with_its_key_is_answered_twice_alike() {
        String key = Ids.next().toString();
        for (int click = 0; click < 2; click++) {
            client.as(EDITOR)
                    .post()
                    .uri("/api/policy/manage/policies/{id}/withdraw", policy.id())
                    .header("Idempotency-Key", key)
                    .body(Map.of("version", 0, "reason", "文件文号有误"))
                    .exchange()
                    .expectStatus()
                    .isNoContent();
        }
        assertThat(events())
                .extracting(Event::type)
                .containsExactly("policy.PolicyPublished", "policy.PolicyWithdrawn");
    }

    @Test
    void a_withdrawal_needs_its_reason() {
        act("withdraw", Map.of("version", 0, "reason", "  "), HttpStatus.BAD_REQUEST)
                .jsonPath("$.errors[0].field")
                .isEqualTo("reason");
        act("withdraw", Map.of("reason", "没有带版本"), HttpStatus.BAD_REQUEST)
                .jsonPath("$.errors[0].field")
                .isEqualTo("version");
        assertThat(managed().publication()).isEqualTo(Publication.PUBLISHED);
    }

    @Test
    void an_unknown_policy_is_not_found_and_a_malformed_id_refused() {
        client.as(EDITOR)
                .post()
                .uri("/api/policy/manage/policies/{id}/publish", Ids.next())
                .body(Map.of("version", 0))
                .exchange()
                .expectStatus()
                .isNotFound();
        client.as(EDITOR)
                .post()
                .uri("/api/policy/manage/policies/1/publish")
                .body(Map.of("version", 0))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void only_those_who_manage_policies_may_do_so() {
        client.anonymous()
                .get()
                .uri("/api/policy/manage/policies")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        client.as(TestUsers.ofEnterprise(Ids.next(), "finance.apply"))
                .post()
                .uri("/api/policy/manage/policies/{id}/withdraw", policy.id())
                .body(Map.of("version", 0, "reason", "越权的一次操作"))
                .exchange()
                .expectStatus()
                .isForbidden();
        assertThat(managed().publication()).isEqualTo(Publication.PUBLISHED);
    }

    @Test
    void the_console_finds_policies_by_words_and_publication() {
        act("withdraw", Map.of("version", 0, "reason", "测试用的理由"), HttpStatus.NO_CONTENT);

        Page<ManagedPolicy> withdrawn = managed("publication=WITHDRAWN&q=" + policy.code());
        Page<ManagedPolicy> published = managed("publication=PUBLISHED&q=" + policy.code());

        assertThat(withdrawn.items()).extracting(ManagedPolicy::id).containsExactly(policy.id());
        assertThat(published.total()).isZero();
    }

    @Test
    void those_who_keep_the_library_read_what_they_have_to_know() {
        assertThat(managed().operatorNote()).isEqualTo("待录入数值");
    }

    @Test
    void the_total_for_the_statistics_counts_what_can_be_read() {
        long before = total();
        act("withdraw", Map.of("version", 0, "reason", "为了计数撤下"), HttpStatus.NO_CONTENT);

        assertThat(total()).isEqualTo(before - 1);
        client.as(EDITOR)
                .get()
                .uri("/internal/totals")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private long total() {
        return client.asService("stats-service")
                .get()
                .uri("/internal/totals")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(InternalPolicyTotals.PolicyTotals.class)
                .returnResult()
                .getResponseBody()
                .policies();
    }

    private RestTestClient.BodyContentSpec act(String action, Map<String, Object> body, HttpStatus expected) {
        return act(EDITOR, action, body, expected);
    }

    private RestTestClient.BodyContentSpec act(
            CurrentUser who, String action, Map<String, Object> body, HttpStatus expected) {
        return client.as(who)
                .post()
                .uri("/api/policy/manage/policies/{id}/{action}", policy.id(), action)
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(expected)
                .expectBody();
    }

    private ManagedPolicy managed() {
        return managed("q=" + policy.code()).items().getFirst();
    }

    private Page<ManagedPolicy> managed(String query) {
        return managed(EDITOR, query);
    }

    private Page<ManagedPolicy> managed(CurrentUser reader, String query) {
        return client.as(reader)
                .get()
                .uri("/api/policy/manage/policies?" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Page<ManagedPolicy>>() {})
                .returnResult()
                .getResponseBody();
    }

    private record Event(String type, long version) {}

    private List<Event> events() {
        return jdbc.sql("select type, version from outbox where subject = ? order by seq")
                .param(policy.id())
                .query(Event.class)
                .list();
    }

    private static PolicyContent content() {
        return new PolicyContent(
                "关于测试的通知",
                "测发〔2026〕1号",
                "测试委员会",
                PolicyLevel.DISTRICT,
                PolicyCategory.FUNDING,
                "测试局",
                "2026-02-01",
                null,
                null,
                null,
                "只为测试。",
                "没有好处",
                List.of("测试"),
                List.of(),
                new PolicyCriteria(List.of()),
                "测试",
                null,
                "low",
                "待录入数值");
    }

    @Test
    void the_console_narrows_by_level_category_state_day_and_words() {
        String own = "&q=" + policy.code();
        assertThat(managed("level=DISTRICT&category=FUNDING&status=EFFECTIVE" + own)
                        .total())
                .isEqualTo(1);
        assertThat(managed("level=NATIONAL" + own).total()).isZero();
        assertThat(managed("category=TAX" + own).total()).isZero();
        assertThat(managed("status=EXPIRED" + own).total()).isZero();
        assertThat(managed("from=2026-02-01&to=2026-02-01" + own).total()).isEqualTo(1);
        assertThat(managed("from=2026-02-02" + own).total()).isZero();
        assertThat(managed("q=测试委员会 好处").items())
                .as("every word has to occur")
                .extracting(ManagedPolicy::id)
                .contains(policy.id());
        assertThat(managed("q=测试委员会 航天发射").total()).isZero();
    }

    @Test
    void a_document_known_by_its_month_only_lies_in_that_month() {
        jdbc.sql("update policy_edition set publish_date = '2026-02' where policy_id = ?")
                .param(policy.id())
                .update();

        assertThat(managed("from=2026-02-01&to=2026-02-28&q=" + policy.code()).total())
                .isEqualTo(1);
        assertThat(managed("from=2026-03-01&q=" + policy.code()).total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"publishDate", "validTo", "title", "level", "category", "publication", "code"})
    void the_console_sorts_by_what_its_page_offers_both_ways_round(String field) {
        act("withdraw", Map.of("version", 0, "reason", "换成另一状态"), HttpStatus.NO_CONTENT);
        List<UUID> up = managed("size=200&sort=" + field + ",asc").items().stream()
                .map(ManagedPolicy::id)
                .toList();
        List<UUID> down = managed("size=200&sort=" + field + ",desc").items().stream()
                .map(ManagedPolicy::id)
                .toList();

        assertThat(up).hasSizeGreaterThan(20).containsExactlyInAnyOrderElementsOf(down);
        assertThat(up).isNotEqualTo(down);
    }

    @Test
    void newest_documents_come_first_and_levels_from_the_nation_down() {
        assertThat(managed("size=200").items())
                .extracting(ManagedPolicy::publishDate)
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(managed("size=200&sort=level,asc").items())
                .extracting(ManagedPolicy::level)
                .isSorted();
    }

    @Test
    void an_order_that_there_is_not_is_refused_by_the_list_and_by_the_file() {
        for (String path : List.of("", "/export")) {
            client.as(EDITOR)
                    .get()
                    .uri("/api/policy/manage/policies" + path + "?sort=operatorNote,asc")
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("VALIDATION_FAILED")
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("sort");
        }
    }

    @Test
    void the_list_is_taken_out_by_its_filter_which_goes_on_record() {
        ExportedFile file = ExportedFile.of(
                client.as(EDITOR), "/api/policy/manage/policies/export?level=DISTRICT&q=" + policy.code());

        assertThat(file.rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("政策名称", "关于测试的通知")
                        .containsEntry("级别", "区县")
                        .containsEntry("发布日期", "2026-02-01")
                        .containsEntry("有效期至", "未载明")
                        .containsEntry("发布状态", "已发布"));
        assertThat(ExportedFile.of(
                                client.as(EDITOR),
                                "/api/policy/manage/policies/export?publication=DRAFT&q=" + policy.code())
                        .rows())
                .isEmpty();
        assertThat(jdbc.sql("select count(*) from outbox where type = 'audit.ChangeRecorded'"
                                + " and data ->> 'action' = 'POLICIES_EXPORTED' and data -> 'actor' ->> 'id' = ?")
                        .param(EDITOR.accountId().toString())
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
        client.as(TestUsers.ofDepartment(Ids.next(), "code.scan"))
                .get()
                .uri("/api/policy/manage/policies/export")
                .exchange()
                .expectStatus()
                .isForbidden();
    }
}
