package cn.zhengqi.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

import cn.zhengqi.data.Json;
import cn.zhengqi.events.PlatformLogs;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.InternalTrials;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.Trial;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.IndustrySection;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.policy.api.InternalFactUses;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import cn.zhengqi.policy.api.PolicyPublished;
import cn.zhengqi.policy.catalogue.Policy;
import cn.zhengqi.policy.catalogue.PolicyContent;
import cn.zhengqi.policy.catalogue.PolicyCriteria;
import cn.zhengqi.policy.catalogue.PolicyDesk;
import cn.zhengqi.policy.draft.GoldenCases.GoldenCase;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** From the edition in force to the next one: written by one person, published by another. */
@ServiceTest
@MockitoBean(types = {InternalTrials.class, PlatformLogs.class})
class PolicyDraftsTest {

    private static final CurrentUser AUTHOR = TestUsers.ofDepartment(Ids.next(), "policy.manage", "policy.review");
    private static final CurrentUser COLLEAGUE = TestUsers.ofDepartment(Ids.next(), "policy.manage", "policy.review");
    private static final CurrentUser WITHOUT = TestUsers.ofDepartment(Ids.next(), "code.scan");

    private static final String DRAFTS = "/api/policy/manage/drafts";

    @Autowired
    private InternalTrials trials;

    @Autowired
    private ServiceClient client;

    @Autowired
    private PolicyDesk desk;

    @Autowired
    private FirstDays firstDays;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private Policy policy;

    @BeforeEach
    void a_policy_in_force() {
        policy =
                new Policy(Ids.next(), "T" + Ids.next().toString().substring(28).toUpperCase());
        desk.enter(policy, content(), null, rule(policy.code()), Instant.now());
        when(trials.answer(any())).thenAnswer(asked -> answered(asked.getArgument(0)));
    }

    /** Each case comes out as it has to. */
    private static Trial.Answer answered(Trial.Question question) {
        return new Trial.Answer(
                List.of(),
                List.of(said("职工总数", "职工不少于 20 人")),
                question.profiles().stream()
                        .map(one -> new Trial.Outcome(
                                one.name(),
                                one.name().equals(LARGE.name()) ? MatchOutcome.ELIGIBLE : MatchOutcome.NEARLY,
                                List.of(),
                                List.of()))
                        .toList());
    }

    private static final GoldenCase LARGE = new GoldenCase("百人大厂", Map.of("employees", 100), MatchOutcome.ELIGIBLE);
    private static final GoldenCase SMALL = new GoldenCase("十人小厂", Map.of("employees", 10), MatchOutcome.NEARLY);
    private static final List<GoldenCase> CASES = List.of(LARGE, SMALL);

    /** Other tests count the library. */
    @AfterEach
    void the_policy_goes() {
        for (String table : List.of("policy_draft", "policy_edition")) {
            jdbc.sql("delete from " + table + " where policy_id = ?")
                    .param(policy.id())
                    .update();
        }
        jdbc.sql("delete from policy where id = ?").param(policy.id()).update();
    }

    @Test
    void a_new_edition_begins_as_the_one_in_force_and_takes_its_place_when_a_colleague_publishes_it() {
        UUID id = start();
        DraftDetail draft = read(id);
        assertThat(draft.edition()).isEqualTo(2);
        assertThat(draft.content().title()).isEqualTo("关于测试的通知");
        assertThat(draft.content().ruleToCertain()).isFalse();
        assertThat(draft.content().criteria()).containsEntry("type", "allOf");

        write(id, 0, changed(draft.content(), "title", "关于测试的通知（修订）"), HttpStatus.OK);
        post(AUTHOR, id, "submit", Map.of("version", 1), HttpStatus.NO_CONTENT);
        post(COLLEAGUE, id, "publish", Map.of("version", 2), HttpStatus.NO_CONTENT);

        assertThat(published()).extracting(PolicyPublished::edition).containsExactly(1, 2);
        PolicyPublished told = published().getLast();
        assertThat(told.comesWithPlatform())
                .as("a person published it: it is news")
                .isNull();
        assertThat(told.title()).isEqualTo("关于测试的通知（修订）");
        assertThat(told.industries()).as("as its tag says").containsExactly(IndustrySection.C);
        assertThat(told.rule()).isNotNull();
        assertThat(told.rule().criteria()).isEqualTo(rule(policy.code()).criteria());
        assertThat(told.rule().validity()).isEqualTo(rule(policy.code()).validity());
        read("", HttpStatus.OK)
                .jsonPath("$.edition")
                .isEqualTo(2)
                .jsonPath("$.criteria[0].text")
                .isEqualTo("职工不少于 20 人");
        read("/editions/1", HttpStatus.OK)
                .jsonPath("$.edition")
                .isEqualTo(1)
                .jsonPath("$.title")
                .isEqualTo("关于测试的通知")
                .jsonPath("$.editions[0].edition")
                .isEqualTo(2)
                .jsonPath("$.editions[0].current")
                .isEqualTo(true)
                .jsonPath("$.editions[1].current")
                .isEqualTo(false);
        read("/editions/3", HttpStatus.NOT_FOUND);
        assertThat(read(id).publishedBy()).isEqualTo(COLLEAGUE.name());
    }

    @Test
    void the_list_says_of_what_was_published_whether_it_was_taken_down_since() {
        UUID id = start();
        post(AUTHOR, id, "submit", Map.of("version", 0), HttpStatus.NO_CONTENT);
        post(COLLEAGUE, id, "publish", Map.of("version", 1), HttpStatus.NO_CONTENT);
        assertThat(listedAsWithdrawn(id)).isEqualTo(List.of(false));
        desk("withdraw", Map.of("version", 0, "reason", "发文机关要求撤下"));
        assertThat(listedAsWithdrawn(id)).isEqualTo(List.of(true));
    }

    private List<?> listedAsWithdrawn(UUID id) {
        AtomicReference<List<?>> said = new AtomicReference<>(List.of());
        client.as(AUTHOR)
                .get()
                .uri(DRAFTS + "?state=PUBLISHED&size=100&q=" + policy.code())
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.id == '" + id + "')].withdrawn")
                .value(said::set);
        return said.get();
    }

    @Test
    void who_keeps_the_dictionary_of_facts_is_told_which_drafts_name_one() {
        assertThat(naming("employees")).isEmpty();
        start();

        assertThat(naming("employees"))
                .containsExactly(new InternalFactUses.Use(InternalFactUses.Kind.DRAFT, "关于测试的通知"));
        assertThat(naming("noSuchFact")).isEmpty();
    }

    @Test
    void what_waits_for_its_first_day_names_its_facts_until_then() {
        scheduled();

        assertThat(naming("employees"))
                .containsExactly(new InternalFactUses.Use(InternalFactUses.Kind.DRAFT, "关于测试的通知"));
    }

    private List<InternalFactUses.Use> naming(String fact) {
        return List.of(client.asService("matching-service")
                .get()
                .uri("/internal/policies/facts/{fact}/uses", fact)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(InternalFactUses.Use[].class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void with_the_newest_edition_those_before_it_are_taken_down() {
        UUID id = start();
        post(AUTHOR, id, "submit", Map.of("version", 0), HttpStatus.NO_CONTENT);
        post(COLLEAGUE, id, "publish", Map.of("version", 1), HttpStatus.NO_CONTENT);
        read("/editions/1", HttpStatus.OK);

        desk("withdraw", Map.of("version", 0, "reason", "发文机关要求撤下"));
        read("", HttpStatus.GONE);
        read("/editions/1", HttpStatus.GONE).jsonPath("$.code").isEqualTo("POLICY_NOT_IN_FORCE");

        putBack(HttpStatus.NO_CONTENT);
        read("/editions/1", HttpStatus.OK);
    }

    @Test
    void what_was_taken_down_goes_back_only_when_its_cases_come_out_as_they_did_and_the_dictionary_knows_its_facts() {
        UUID id = start();
        post(AUTHOR, id, "submit", Map.of("version", 0), HttpStatus.NO_CONTENT);
        post(COLLEAGUE, id, "publish", Map.of("version", 1), HttpStatus.NO_CONTENT);
        desk("withdraw", Map.of("version", 0, "reason", "申报条件有误"));

        cameOut(MatchOutcome.ELIGIBLE);
        putBack(HttpStatus.valueOf(422))
                .jsonPath("$.code")
                .isEqualTo("GOLDEN_CASE_FAILED")
                .jsonPath("$.detail")
                .isEqualTo("核验案例“十人小厂”应为“差一项”，实为“可享”，不能重新发布");
        jdbc.sql("update policy_edition set rule = replace(rule::text, '\"employees\"', '\"goneSince\"')::jsonb"
                        + " where policy_id = ? and edition = 2")
                .param(policy.id())
                .update();
        cameOut(MatchOutcome.NEARLY);
        putBack(HttpStatus.valueOf(422)).jsonPath("$.code").isEqualTo("CRITERIA_FAULTY");
        assertThat(published()).hasSize(2);

        jdbc.sql("update policy_edition set rule = replace(rule::text, '\"goneSince\"', '\"employees\"')::jsonb"
                        + " where policy_id = ? and edition = 2")
                .param(policy.id())
                .update();
        putBack(HttpStatus.NO_CONTENT);
        assertThat(published()).hasSize(3);
    }

    private RestTestClient.BodyContentSpec putBack(HttpStatus expected) {
        return client.as(COLLEAGUE)
                .post()
                .uri("/api/policy/manage/policies/{id}/publish", policy.id())
                .body(Map.of("version", 1))
                .exchange()
                .expectStatus()
                .isEqualTo(expected)
                .expectBody();
    }

    private void desk(String step, Map<String, Object> body) {
        client.as(AUTHOR)
                .post()
                .uri("/api/policy/manage/policies/{id}/{step}", policy.id(), step)
                .body(body)
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    @Test
    void who_wrote_in_it_cannot_publish_it() {
        UUID id = start();
        post(AUTHOR, id, "submit", Map.of("version", 0), HttpStatus.NO_CONTENT);

        post(AUTHOR, id, "publish", Map.of("version", 1), HttpStatus.CONFLICT)
                .jsonPath("$.code")
                .isEqualTo("PUBLISHED_BY_AUTHOR");

        post(COLLEAGUE, id, "return", Map.of("version", 1, "reason", "请补充原文"), HttpStatus.NO_CONTENT);
        DraftDetail returned = read(id);
        assertThat(returned.state()).isEqualTo(DraftState.DRAFT);
        assertThat(returned.returnedReason()).isEqualTo("请补充原文");
        client.as(COLLEAGUE)
                .put()
                .uri(DRAFTS + "/" + id)
                .body(Map.of("version", 2, "content", returned.content(), "cases", CASES))
                .exchange()
                .expectStatus()
                .isOk();
        post(AUTHOR, id, "submit", Map.of("version", 3), HttpStatus.NO_CONTENT);
        post(COLLEAGUE, id, "publish", Map.of("version", 4), HttpStatus.CONFLICT)
                .jsonPath("$.code")
                .isEqualTo("PUBLISHED_BY_AUTHOR");
        assertThat(read(id).returnedReason()).as("it was looked at again").isNull();
        assertThat(published()).hasSize(1);
    }

    @Test
    void of_two_authors_at_once_the_second_has_to_look_again() {
        UUID id = start();
        DraftContent content = read(id).content();
        write(id, 0, changed(content, "title", "先到"), HttpStatus.OK);

        write(id, 0, changed(content, "title", "后到"), HttpStatus.CONFLICT)
                .jsonPath("$.code")
                .isEqualTo("VERSION_CONFLICT");
        assertThat(read(id).content().title()).isEqualTo("先到");
    }

    @Test
    void a_policy_has_one_open_draft() {
        start();
        client.as(COLLEAGUE)
                .post()
                .uri(DRAFTS + "/of/" + policy.id())
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DRAFT_OPEN_ALREADY");
    }

    @Test
    void what_is_in_review_is_not_changed_and_not_deleted() {
        UUID id = start();
        DraftContent content = read(id).content();
        post(AUTHOR, id, "submit", Map.of("version", 0), HttpStatus.NO_CONTENT);

        write(id, 1, content, HttpStatus.CONFLICT).jsonPath("$.code").isEqualTo("STATE_CONFLICT");
        client.as(AUTHOR)
                .delete()
                .uri(DRAFTS + "/" + id + "?version=1")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
        post(AUTHOR, id, "submit", Map.of("version", 1), HttpStatus.CONFLICT);
    }

    @Test
    void a_draft_that_is_handed_in_while_it_is_being_deleted_stays() throws Exception {
        UUID id = start();
        AtomicReference<HttpStatusCode> answered = new AtomicReference<>();

        meanwhile(
                "delete from policy_draft",
                () -> answered.set(client.as(AUTHOR)
                        .delete()
                        .uri(DRAFTS + "/" + id + "?version=0")
                        .exchange()
                        .returnResult()
                        .getStatus()),
                () -> jdbc.sql("update policy_draft set state = 'REVIEW', version = version + 1 where id = ?")
                        .param(id)
                        .update());

        assertThat(answered.get()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(read(id).state()).isEqualTo(DraftState.REVIEW);
    }

    /** What somebody else does and has not committed when the request comes to its statement, which has to wait for it. */
    private void meanwhile(String statement, Runnable request, Runnable change) throws Exception {
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> asked = new TransactionTemplate(transactions).execute(status -> {
                change.run();
                Future<?> running = threads.submit(request);
                await().until(() -> running.isDone() || waitsForALock(statement));
                return running;
            });
            asked.get();
        }
    }

    private boolean waitsForALock(String statement) {
        return jdbc.sql("select exists (select 1 from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and datname = current_database() and query like ?)")
                .param(statement + "%")
                .query(Boolean.class)
                .single();
    }

    @Test
    void what_is_missing_is_said_field_by_field_when_it_is_handed_in() {
        UUID id = start();
        DraftContent content = changed(read(id).content(), "interpretation", null);
        write(id, 0, changed(content, "sourceUrl", "javascript:alert(1)"), HttpStatus.OK);

        post(AUTHOR, id, "submit", Map.of("version", 1), HttpStatus.BAD_REQUEST)
                .jsonPath("$.code")
                .isEqualTo("VALIDATION_FAILED")
                .jsonPath("$.errors[?(@.field == 'interpretation')].message")
                .isEqualTo("请填写政策解读")
                .jsonPath("$.errors[?(@.field == 'sourceUrl')].code")
                .isEqualTo("FORMAT");
        assertThat(read(id).state()).isEqualTo(DraftState.DRAFT);
    }

    @Test
    void days_the_wrong_way_round_and_a_day_that_there_is_not_are_refused() {
        UUID id = start();
        DraftContent content = changed(read(id).content(), "publishDate", "2026-02-30");
        write(id, 0, changed(changed(content, "ruleFrom", "2026-02-02"), "ruleTo", "2026-02-01"), HttpStatus.OK);

        post(AUTHOR, id, "submit", Map.of("version", 1), HttpStatus.BAD_REQUEST)
                .jsonPath("$.errors[?(@.field == 'publishDate')].code")
                .isEqualTo("FORMAT")
                .jsonPath("$.errors[?(@.field == 'ruleTo')].code")
                .isEqualTo("RANGE");
    }

    @Test
    void a_day_that_is_wrong_is_told_once_and_where_it_was_entered() {
        UUID id = start();
        DraftContent none = changed(changed(read(id).content(), "ruleFrom", null), "ruleTo", null);
        DraftContent wrong = changed(changed(none, "effectiveFrom", "2026-02-02"), "validTo", "2026-02-01");
        assertThat(faultyDays(wrong)).containsExactly("validTo");
        assertThat(faultyDays(changed(wrong, "ruleFrom", "2026-02-02"))).containsExactly("validTo");

        DraftContent right = changed(wrong, "validTo", "2026-12-31");
        assertThat(faultyDays(right)).isEmpty();
        assertThat(faultyDays(changed(right, "ruleFrom", "2027-01-01"))).containsExactly("ruleFrom");
        assertThat(faultyDays(changed(right, "ruleTo", "2026-02-01"))).containsExactly("ruleTo");
        assertThat(faultyDays(changed(changed(wrong, "ruleFrom", "2026-02-02"), "ruleTo", "2026-02-01")))
                .containsExactly("validTo", "ruleTo");
    }

    private static List<String> faultyDays(DraftContent content) {
        try {
            content.requireComplete();
            return List.of();
        } catch (ProblemException refused) {
            return refused.fieldErrors().stream()
                    .filter(one -> one.code().equals("RANGE"))
                    .map(FieldProblem::field)
                    .toList();
        }
    }

    @Test
    void faulty_conditions_can_be_kept_and_not_handed_in() {
        UUID id = start();
        Map<String, Object> faulty = Map.of("type", "allOf", "criteria", List.of());
        write(id, 0, changed(read(id).content(), "criteria", faulty), HttpStatus.OK);

        post(AUTHOR, id, "submit", Map.of("version", 1), HttpStatus.valueOf(422))
                .jsonPath("$.code")
                .isEqualTo("CRITERIA_FAULTY")
                .jsonPath("$.faults[0].code")
                .isEqualTo("GROUP_EMPTY")
                .jsonPath("$.faults[0].path")
                .isEqualTo("");
    }

    @Test
    void whatever_keeps_it_from_being_handed_in_is_said_at_once() {
        UUID id = start();
        DraftContent content = changed(
                changed(changed(read(id).content(), "department", null), "editionName", null),
                "supersededByCode",
                "NOWHERE");
        put(id, 0, content, List.of(SMALL), HttpStatus.OK);
        cameOut(MatchOutcome.NEARLY);

        post(AUTHOR, id, "submit", Map.of("version", 1), HttpStatus.valueOf(422))
                .jsonPath("$.code")
                .isEqualTo("DRAFT_FAULTY")
                .jsonPath("$.errors[?(@.field == 'department')].message")
                .isEqualTo("请填写区级主管部门")
                .jsonPath("$.errors[?(@.field == 'editionName')].code")
                .isEqualTo("REQUIRED")
                .jsonPath("$.errors[?(@.field == 'supersededByCode')].code")
                .isEqualTo("NOT_FOUND")
                .jsonPath("$.parts[*].code")
                .isEqualTo(List.of("VALIDATION_FAILED", "GOLDEN_CASE_REQUIRED", "GOLDEN_CASE_FAILED"))
                .jsonPath("$.parts[1].detail")
                .isEqualTo("请在核验案例中各写一家企业：还缺应为“可享”的案例")
                .jsonPath("$.failures[0].name")
                .isEqualTo("十人小厂");

        Map<String, Object> faulty = Map.of("type", "allOf", "criteria", List.of());
        put(id, 1, changed(content, "criteria", faulty), List.of(SMALL), HttpStatus.OK);
        post(AUTHOR, id, "submit", Map.of("version", 2), HttpStatus.valueOf(422))
                .jsonPath("$.parts[*].code")
                .isEqualTo(List.of("VALIDATION_FAILED", "CRITERIA_FAULTY"))
                .jsonPath("$.faults[0].code")
                .isEqualTo("GROUP_EMPTY");
        assertThat(read(id).state()).isEqualTo(DraftState.DRAFT);
    }

    @Test
    void a_new_policy_is_nowhere_until_it_is_published_and_gone_with_its_draft() {
        String code = "D" + Ids.next().toString().substring(28).toUpperCase();
        String id = client.as(AUTHOR)
                .post()
                .uri(DRAFTS)
                .body(Map.of("code", code))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(new org.springframework.core.ParameterizedTypeReference<Map<String, String>>() {})
                .returnResult()
                .getResponseBody()
                .get("id");
        client.as(AUTHOR)
                .post()
                .uri(DRAFTS)
                .body(Map.of("code", code))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("POLICY_CODE_TAKEN");
        client.anonymous()
                .get()
                .uri("/api/policy/policies/" + code)
                .exchange()
                .expectStatus()
                .isNotFound();

        client.as(AUTHOR)
                .delete()
                .uri(DRAFTS + "/" + id + "?version=0")
                .exchange()
                .expectStatus()
                .isNoContent();

        client.as(AUTHOR)
                .get()
                .uri(DRAFTS + "/" + id)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DRAFT_NOT_FOUND");
        assertThat(jdbc.sql("select count(*) from policy where code = ?")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void of_two_who_take_a_code_at_once_the_second_is_told_that_it_is_taken() throws Exception {
        String code = "D" + Ids.next().toString().substring(28).toUpperCase();
        UUID taken = Ids.next();

        meanwhile(
                "insert into policy ",
                () -> client.as(AUTHOR)
                        .post()
                        .uri(DRAFTS)
                        .body(Map.of("code", code))
                        .exchange()
                        .expectStatus()
                        .isEqualTo(HttpStatus.CONFLICT)
                        .expectBody()
                        .jsonPath("$.code")
                        .isEqualTo("POLICY_CODE_TAKEN"),
                () -> jdbc.sql("insert into policy (id, code) values (?, ?)")
                        .params(taken, code)
                        .update());

        jdbc.sql("delete from policy where id = ?").param(taken).update();
    }

    @Test
    void a_code_that_is_none_is_refused() {
        client.as(AUTHOR)
                .post()
                .uri(DRAFTS)
                .body(Map.of("code", "政策1"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("code");
    }

    @Test
    void days_that_conditions_have_from_their_document_move_with_it() {
        DraftContent first = read(start()).content();
        LocalDate begins = LocalDate.of(2026, 1, 1);
        LocalDate ends = LocalDate.of(2026, 12, 31);
        DraftContent ofDocument = changed(
                changed(changed(changed(first, "ruleFrom", null), "ruleTo", null), "effectiveFrom", begins.toString()),
                "validTo",
                ends.toString());
        PolicyRule rule = Objects.requireNonNull(DraftedEdition.rule("T1", ofDocument, ofDocument.appliesFrom(), true));
        PolicyContent document = DraftedEdition.document(ofDocument, new PolicyCriteria(List.of()));

        assertThat(rule.validity().from()).isEqualTo(begins);
        assertThat(rule.validity().to()).isEqualTo(ends);
        DraftContent next = DraftedEdition.of(document, null, List.of(), rule);
        assertThat(next.ruleFrom()).isNull();
        assertThat(next.ruleTo()).isNull();
        assertThat(changed(next, "effectiveFrom", "2027-01-01").firstDay()).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    @Test
    void a_first_edition_for_which_no_day_is_entered_counts_from_the_day_of_its_publication() {
        DraftContent none = changed(
                changed(changed(read(start()).content(), "ruleFrom", null), "ruleTo", null), "effectiveFrom", null);
        DraftContent published = changed(changed(none, "validTo", null), "publishDate", "2026-02-01");

        assertThat(published.firstAppliesFrom()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(changed(published, "publishDate", "2026-02").firstAppliesFrom())
                .as("a month is no day")
                .isNull();
        assertThat(changed(published, "effectiveFrom", "2026-03-01").firstAppliesFrom())
                .isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(changed(published, "validTo", "2026-01-31").firstAppliesFrom())
                .as("one that was over when it was published")
                .isNull();
        assertThat(published.appliesFrom()).as("of an edition that follows").isNull();
    }

    @Test
    void a_policy_that_takes_its_place_must_be_there_and_be_another_one() {
        UUID id = start();
        DraftContent replaced = changed(
                changed(changed(read(id).content(), "supersededByCode", policy.code()), "validTo", null),
                "ruleTo",
                null);
        write(id, 0, replaced, HttpStatus.OK);
        post(AUTHOR, id, "submit", Map.of("version", 1), HttpStatus.BAD_REQUEST)
                .jsonPath("$.errors[0].field")
                .isEqualTo("validTo");
        write(id, 1, changed(replaced, "validTo", "2027-12-31"), HttpStatus.OK);
        post(AUTHOR, id, "submit", Map.of("version", 2), HttpStatus.BAD_REQUEST)
                .jsonPath("$.errors[0].field")
                .isEqualTo("supersededByCode")
                .jsonPath("$.errors[0].code")
                .isEqualTo("SAME");
        write(id, 2, changed(changed(replaced, "validTo", "2027-12-31"), "supersededByCode", "NOWHERE"), HttpStatus.OK);
        post(AUTHOR, id, "submit", Map.of("version", 3), HttpStatus.BAD_REQUEST)
                .jsonPath("$.errors[0].code")
                .isEqualTo("NOT_FOUND");
        assertThat(read(id).state()).as("nothing half done").isEqualTo(DraftState.DRAFT);
        assertThat(published()).hasSize(1);
    }

    @Test
    void a_case_that_comes_out_otherwise_is_said_to_the_author_who_hands_it_in() {
        UUID id = start();
        write(id, 0, read(id).content(), HttpStatus.OK);
        cameOut(MatchOutcome.ELIGIBLE);

        post(AUTHOR, id, "submit", Map.of("version", 1), HttpStatus.valueOf(422))
                .jsonPath("$.code")
                .isEqualTo("GOLDEN_CASE_FAILED")
                .jsonPath("$.detail")
                .isEqualTo("核验案例“十人小厂”应为“差一项”，实为“可享”，不能提交审核");
        assertThat(read(id).state()).isEqualTo(DraftState.DRAFT);

        cameOut(MatchOutcome.NEARLY);
        post(AUTHOR, id, "submit", Map.of("version", 1), HttpStatus.NO_CONTENT);
    }

    @Test
    void what_asks_for_another_figure_than_it_quotes_is_not_handed_in_as_verified() {
        UUID id = start();
        DraftContent content = read(id).content();
        write(id, 0, changed(content, "criteria", staff(10, true)), HttpStatus.OK);
        preview(staff(10, true), List.of(), HttpStatus.OK)
                .jsonPath("$.differences[0].path")
                .isEqualTo("/criteria/0")
                .jsonPath("$.differences[0].message")
                .isEqualTo("数值 10 人 与引用原文中的 20 人 不一致");

        post(AUTHOR, id, "submit", Map.of("version", 1), HttpStatus.valueOf(422))
                .jsonPath("$.code")
                .isEqualTo("QUOTE_DIFFERS")
                .jsonPath("$.detail")
                .isEqualTo("“职工总数”的数值 10 人 与引用原文中的 20 人 不一致。请改正数值或原文；暂不能确定的，取消勾选“数值已与原文核对”")
                .jsonPath("$.differences[0].path")
                .isEqualTo("/criteria/0");
        assertThat(read(id).state()).isEqualTo(DraftState.DRAFT);

        write(id, 1, changed(content, "criteria", staff(10, false)), HttpStatus.OK);
        post(AUTHOR, id, "submit", Map.of("version", 2), HttpStatus.NO_CONTENT);
        post(COLLEAGUE, id, "publish", Map.of("version", 3), HttpStatus.NO_CONTENT);
    }

    @Test
    void what_quotes_its_own_figure_is_handed_in() {
        UUID id = start();
        write(id, 0, changed(read(id).content(), "criteria", staff(20, true)), HttpStatus.OK);
        preview(staff(20, true), List.of(), HttpStatus.OK)
                .jsonPath("$.differences.length()")
                .isEqualTo(0);
        post(AUTHOR, id, "submit", Map.of("version", 1), HttpStatus.NO_CONTENT);
    }

    private static Map<String, Object> staff(int value, boolean certain) {
        return Map.of(
                "type",
                "allOf",
                "criteria",
                List.of(Map.of(
                        "type",
                        "comparison",
                        "fact",
                        "employees",
                        "op",
                        ">=",
                        "value",
                        value,
                        "clause",
                        Map.of("text", "职工不少于 20 人", "place", "第二条", "certain", certain))));
    }

    @Test
    void a_case_that_comes_out_otherwise_keeps_it_from_being_published_and_goes_on_to_the_next_edition() {
        UUID id = start();
        write(id, 0, read(id).content(), HttpStatus.OK);
        post(AUTHOR, id, "submit", Map.of("version", 1), HttpStatus.NO_CONTENT);
        cameOut(MatchOutcome.ELIGIBLE);

        post(COLLEAGUE, id, "publish", Map.of("version", 2), HttpStatus.valueOf(422))
                .jsonPath("$.code")
                .isEqualTo("GOLDEN_CASE_FAILED")
                .jsonPath("$.detail")
                .isEqualTo("核验案例“十人小厂”应为“差一项”，实为“可享”，不能发布")
                .jsonPath("$.failures[0].expected")
                .isEqualTo("NEARLY")
                .jsonPath("$.failures[0].got")
                .isEqualTo("ELIGIBLE");
        assertThat(read(id).state()).isEqualTo(DraftState.REVIEW);

        cameOut(MatchOutcome.NEARLY);
        post(COLLEAGUE, id, "publish", Map.of("version", 2), HttpStatus.NO_CONTENT);
        assertThat(casesCarriedOn()).containsExactly(LARGE, SMALL);
    }

    @Test
    void conditions_are_handed_in_with_a_case_that_qualifies_and_one_that_does_not() {
        UUID id = start();
        DraftContent content = read(id).content();
        put(id, 0, content, List.of(), HttpStatus.OK);
        post(AUTHOR, id, "submit", Map.of("version", 1), HttpStatus.valueOf(422))
                .jsonPath("$.code")
                .isEqualTo("GOLDEN_CASE_REQUIRED")
                .jsonPath("$.detail")
                .isEqualTo("请在核验案例中各写一家企业：还缺应为“可享”的、应为“不符合”或“差一项”的案例");
        put(id, 1, content, List.of(LARGE), HttpStatus.OK);
        post(AUTHOR, id, "submit", Map.of("version", 2), HttpStatus.valueOf(422))
                .jsonPath("$.detail")
                .isEqualTo("请在核验案例中各写一家企业：还缺应为“不符合”或“差一项”的案例");

        put(id, 2, content, CASES, HttpStatus.OK);
        post(AUTHOR, id, "submit", Map.of("version", 3), HttpStatus.NO_CONTENT);
        jdbc.sql("update policy_draft set cases = '{\"items\": []}' where id = ?")
                .param(id)
                .update();
        post(COLLEAGUE, id, "publish", Map.of("version", 4), HttpStatus.valueOf(422))
                .jsonPath("$.code")
                .isEqualTo("GOLDEN_CASE_REQUIRED");
        assertThat(published()).hasSize(1);
    }

    @Test
    void of_conditions_that_are_not_known_here_nobody_is_asked_for_a_case() {
        UUID id = start();
        put(id, 0, changed(read(id).content(), "criteria", tree("待核实")), List.of(), HttpStatus.OK);

        post(AUTHOR, id, "submit", Map.of("version", 1), HttpStatus.NO_CONTENT);
    }

    @Test
    void what_it_excludes_must_be_there_and_be_another_one() {
        UUID id = start();
        DraftContent content = read(id).content();
        List<Map<String, Object>> exclusions = Stream.of("x-nobody", policy.code())
                .map(code -> Map.<String, Object>of("with", code, "text", "不得同时享受", "certain", true))
                .toList();
        write(id, 0, changed(content, "exclusions", exclusions), HttpStatus.OK);

        post(AUTHOR, id, "submit", Map.of("version", 1), HttpStatus.BAD_REQUEST)
                .jsonPath("$.errors[0].field")
                .isEqualTo("exclusions[0].with")
                .jsonPath("$.errors[0].code")
                .isEqualTo("NOT_FOUND")
                .jsonPath("$.errors[1].field")
                .isEqualTo("exclusions[1].with");

        List<Map<String, Object>> without = List.of(Map.of("text", "不得同时享受", "certain", true));
        write(id, 1, changed(content, "exclusions", without), HttpStatus.OK);
        post(AUTHOR, id, "submit", Map.of("version", 2), HttpStatus.BAD_REQUEST)
                .jsonPath("$.errors[0].field")
                .isEqualTo("exclusions[0].with")
                .jsonPath("$.errors[0].code")
                .isEqualTo("REQUIRED");

        Policy other =
                new Policy(Ids.next(), "T" + Ids.next().toString().substring(28).toUpperCase());
        desk.enter(other, content(), null, rule(other.code()), Instant.now());
        List<Map<String, Object>> sound =
                List.of(Map.of("with", " " + other.code().toLowerCase(), "text", "不得同时享受", "certain", true));
        write(id, 2, changed(content, "exclusions", sound), HttpStatus.OK);
        post(AUTHOR, id, "submit", Map.of("version", 3), HttpStatus.NO_CONTENT);
        post(COLLEAGUE, id, "publish", Map.of("version", 4), HttpStatus.NO_CONTENT);
        assertThat(Objects.requireNonNull(published().getLast().rule()).exclusions())
                .singleElement()
                .satisfies(exclusion -> assertThat(exclusion.with()).isEqualTo(other.code()));
        // Only the one states it, and who reads the other has to know it as well.
        publicPage(policy.code()).jsonPath("$.exclusions[0].policy.code").isEqualTo(other.code());
        publicPage(other.code())
                .jsonPath("$.exclusions.length()")
                .isEqualTo(1)
                .jsonPath("$.exclusions[0].policy.code")
                .isEqualTo(policy.code())
                .jsonPath("$.exclusions[0].clause")
                .isEqualTo("不得同时享受");
        jdbc.sql("delete from policy_edition where policy_id = ?")
                .param(other.id())
                .update();
        jdbc.sql("delete from policy where id = ?").param(other.id()).update();
    }

    @Test
    void an_edition_that_begins_later_leaves_the_one_in_force_until_its_day() {
        UUID id = start();
        LocalDate day = BusinessTime.today(Clock.systemUTC()).plusDays(30);
        DraftContent content = changed(read(id).content(), "title", "关于测试的通知（明年）");
        content = changed(changed(content, "ruleFrom", day.toString()), "ruleTo", null);
        write(id, 0, content, HttpStatus.OK);
        post(AUTHOR, id, "submit", Map.of("version", 1), HttpStatus.NO_CONTENT);
        post(COLLEAGUE, id, "publish", Map.of("version", 2), HttpStatus.NO_CONTENT);

        DraftDetail waiting = read(id);
        assertThat(waiting.state()).isEqualTo(DraftState.SCHEDULED);
        assertThat(waiting.scheduledFor()).isEqualTo(day);
        client.as(AUTHOR)
                .get()
                .uri(DRAFTS + "?state=SCHEDULED&size=100")
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.id == '" + id + "')].scheduledFor")
                .isEqualTo(day.toString());
        firstDays.sweep();
        assertThat(published()).as("before its day").hasSize(1);
        read("", HttpStatus.OK).jsonPath("$.edition").isEqualTo(1);
        write(id, 3, content, HttpStatus.CONFLICT).jsonPath("$.code").isEqualTo("STATE_CONFLICT");

        dayComes(id);
        await().untilAsserted(() -> {
            firstDays.sweep();
            assertThat(published()).extracting(PolicyPublished::edition).containsExactly(1, 2);
        });
        read("", HttpStatus.OK)
                .jsonPath("$.edition")
                .isEqualTo(2)
                .jsonPath("$.criteria[0].text")
                .isEqualTo("职工不少于 20 人");
        assertThat(read(id).state()).isEqualTo(DraftState.PUBLISHED);
        assertThat(read(id).publishedBy()).isEqualTo(COLLEAGUE.name());
    }

    @Test
    void what_waits_for_its_day_can_be_sent_back_and_of_a_policy_that_was_taken_down_nothing_comes_by_itself() {
        UUID id = start();
        LocalDate day = BusinessTime.today(Clock.systemUTC()).plusDays(30);
        write(id, 0, changed(changed(read(id).content(), "ruleFrom", day.toString()), "ruleTo", null), HttpStatus.OK);
        post(AUTHOR, id, "submit", Map.of("version", 1), HttpStatus.NO_CONTENT);
        post(COLLEAGUE, id, "publish", Map.of("version", 2), HttpStatus.NO_CONTENT);
        desk("withdraw", Map.of("version", 0, "reason", "发文机关要求撤下"));

        dayComes(id);
        firstDays.sweep();

        assertThat(published()).hasSize(1);
        assertThat(read(id).state()).isEqualTo(DraftState.SCHEDULED);
        post(COLLEAGUE, id, "return", Map.of("version", 3, "reason", "文件不再需要"), HttpStatus.NO_CONTENT);
        assertThat(read(id).state()).isEqualTo(DraftState.DRAFT);
        assertThat(read(id).scheduledFor()).isNull();
    }

    @Test
    void a_case_that_comes_out_otherwise_on_the_first_day_leaves_the_edition_waiting_and_tells_its_reviewer() {
        UUID id = scheduled();
        long waiting = waitingFor(COLLEAGUE);
        cameOut(MatchOutcome.ELIGIBLE);
        dayComes(id);

        firstDays.sweep();

        assertThat(published()).as("the edition before holds on").hasSize(1);
        DraftDetail held = read(id);
        assertThat(held.state()).isEqualTo(DraftState.SCHEDULED);
        assertThat(held.heldReason()).isEqualTo("核验案例“十人小厂”应为“差一项”，实为“可享”，不能发布");
        assertThat(waitingFor(COLLEAGUE)).isEqualTo(waiting + 1);
        client.as(COLLEAGUE)
                .get()
                .uri(DRAFTS + "?waiting=true&size=100")
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.id == '" + id + "')].heldReason")
                .isNotEmpty();

        cameOut(MatchOutcome.NEARLY);
        firstDays.sweep();
        assertThat(published()).as("it was tried a moment ago").hasSize(1);
        hoursLater(id);
        await().untilAsserted(() -> {
            firstDays.sweep();
            assertThat(published()).hasSize(2);
        });
        assertThat(read(id).heldReason()).isNull();
    }

    @Test
    void conditions_that_the_dictionary_does_not_understand_any_more_wait_and_can_be_sent_back() {
        UUID id = scheduled();
        jdbc.sql(
                        "update policy_draft set content = replace(content::text, '\"employees\"', '\"goneSince\"')::jsonb where id = ?")
                .param(id)
                .update();
        dayComes(id);

        firstDays.sweep();

        DraftDetail held = read(id);
        assertThat(held.heldReason()).contains("申报条件有");
        assertThat(published()).hasSize(1);
        post(COLLEAGUE, id, "return", Map.of("version", held.version(), "reason", "指标已停用，请改写"), HttpStatus.NO_CONTENT);
        assertThat(read(id).state()).isEqualTo(DraftState.DRAFT);
        assertThat(read(id).heldReason()).isNull();
    }

    @Test
    void while_the_engine_is_silent_what_is_due_waits_with_that_reason_and_takes_effect_when_it_answers() {
        UUID id = scheduled();
        doThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE))
                .when(trials)
                .answer(any());
        dayComes(id);

        firstDays.sweep();

        assertThat(published()).hasSize(1);
        assertThat(read(id).heldReason()).isEqualTo(CommonProblem.SERVICE_UNAVAILABLE.title());
        cameOut(MatchOutcome.NEARLY);
        minutesLater(id, 2);
        await().untilAsserted(() -> {
            firstDays.sweep();
            assertThat(published()).hasSize(2);
        });
        assertThat(read(id).heldReason()).isNull();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void what_fails_on_its_first_day_says_so_once_and_is_tried_again_later_each_time(CapturedOutput log) {
        UUID id = scheduled();
        doThrow(new IllegalStateException("the engine speaks in tongues"))
                .when(trials)
                .answer(any());
        dayComes(id);

        firstDays.sweep();
        assertThat(read(id).heldReason()).contains("系统故障（IllegalStateException）");
        assertThat(pauseOf(id)).isEqualTo(Duration.ofMinutes(1));
        minutesLater(id, 5);
        firstDays.sweep();
        assertThat(pauseOf(id)).isCloseTo(Duration.ofMinutes(5), Duration.ofSeconds(30));
        hoursLater(id);
        firstDays.sweep();
        assertThat(pauseOf(id)).isEqualTo(Duration.ofHours(1));

        assertThat(log.toString().split("Draft " + id + " did not take effect", -1))
                .as("one line of the log for all three")
                .hasSize(2);
        assertThat(published()).hasSize(1);
    }

    @Test
    void what_waits_for_a_policy_that_is_not_published_keeps_no_other_edition_from_its_first_day() {
        UUID due = scheduled();
        dayComes(due);
        // As many as one sweep looks at, and all of them earlier.
        List<UUID> silent =
                jdbc.sql("""
                        with others as (
                            insert into policy select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'code', p.code || '-' || n))).*
                            from policy p, generate_series(1, 100) n where p.id = ? returning id)
                        insert into policy_draft select (jsonb_populate_record(d, jsonb_build_object('id', others.id, 'policy_id', others.id,
                            'scheduled_for', current_date - 9))).* from policy_draft d, others where d.id = ? returning id""").params(policy.id(), due).query(UUID.class).list();
        try {
            await().untilAsserted(() -> {
                firstDays.sweep();
                assertThat(read(due).state()).isEqualTo(DraftState.PUBLISHED);
            });
            assertThat(read(silent.getFirst()).heldReason()).isNull();
        } finally {
            jdbc.sql("delete from policy_draft where id in (:silent)")
                    .param("silent", silent)
                    .update();
            jdbc.sql("delete from policy where id in (:silent)")
                    .param("silent", silent)
                    .update();
        }
    }

    private void hoursLater(UUID draft) {
        minutesLater(draft, 120);
    }

    /** Since it was tried last. */
    private void minutesLater(UUID draft, int minutes) {
        jdbc.sql("""
                        update policy_draft set held_at = held_at - make_interval(mins => ?), retry_at = retry_at - make_interval(mins => ?)
                        where id = ?""").params(minutes, minutes, draft).update();
    }

    /** From now until it is tried again, in whole seconds. */
    private Duration pauseOf(UUID draft) {
        return Duration.ofSeconds(
                jdbc.sql("select ceil(extract(epoch from retry_at - now()))::bigint from policy_draft where id = ?")
                        .param(draft)
                        .query(Long.class)
                        .single());
    }

    /** Reviewed, and beginning in a month. */
    private UUID scheduled() {
        UUID id = start();
        LocalDate day = BusinessTime.today(Clock.systemUTC()).plusDays(30);
        write(id, 0, changed(changed(read(id).content(), "ruleFrom", day.toString()), "ruleTo", null), HttpStatus.OK);
        post(AUTHOR, id, "submit", Map.of("version", 1), HttpStatus.NO_CONTENT);
        post(COLLEAGUE, id, "publish", Map.of("version", 2), HttpStatus.NO_CONTENT);
        return id;
    }

    private long waitingFor(CurrentUser reviewer) {
        return Objects.requireNonNull(client.as(reviewer)
                        .get()
                        .uri("/api/policy/desk")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody())
                .path("figures")
                .valueStream()
                .filter(figure -> figure.path("list").asString().equals("DRAFTS"))
                .mapToLong(figure -> figure.path("count").asLong())
                .sum();
    }

    private void dayComes(UUID draft) {
        jdbc.sql("update policy_draft set scheduled_for = current_date - 1 where id = ?")
                .param(draft)
                .update();
    }

    @Test
    void the_engine_is_asked_once_and_while_no_transaction_is_open() {
        UUID id = start();
        post(AUTHOR, id, "submit", Map.of("version", 0), HttpStatus.NO_CONTENT);
        List<Boolean> inTransaction = new CopyOnWriteArrayList<>();
        doAnswer(asked -> {
                    inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive());
                    return answered(asked.getArgument(0));
                })
                .when(trials)
                .answer(any());

        for (int i = 0; i < 2; i++) {
            client.as(COLLEAGUE)
                    .post()
                    .uri(DRAFTS + "/{id}/publish", id)
                    .header("Idempotency-Key", "publish-" + id)
                    .body(Map.of("version", 1))
                    .exchange()
                    .expectStatus()
                    .isNoContent();
        }

        assertThat(inTransaction).containsExactly(false);
        assertThat(published()).hasSize(2);
    }

    @Test
    void what_was_sent_back_while_the_engine_was_asked_is_not_published() {
        UUID id = start();
        post(AUTHOR, id, "submit", Map.of("version", 0), HttpStatus.NO_CONTENT);
        doAnswer(asked -> {
                    post(COLLEAGUE, id, "return", Map.of("version", 1, "reason", "请再看一遍"), HttpStatus.NO_CONTENT);
                    return answered(asked.getArgument(0));
                })
                .when(trials)
                .answer(any());

        post(COLLEAGUE, id, "publish", Map.of("version", 1), HttpStatus.CONFLICT)
                .jsonPath("$.code")
                .isEqualTo("VERSION_CONFLICT");
        assertThat(published()).hasSize(1);
    }

    private void cameOut(MatchOutcome outcome) {
        doReturn(new Trial.Answer(
                        List.of(),
                        List.of(said("职工总数", "职工不少于 20 人")),
                        List.of(
                                new Trial.Outcome(LARGE.name(), MatchOutcome.ELIGIBLE, List.of(), List.of()),
                                new Trial.Outcome(SMALL.name(), outcome, List.of(), List.of()))))
                .when(trials)
                .answer(any());
    }

    @Test
    void only_those_who_may_write_and_review() {
        UUID id = start();
        client.as(WITHOUT)
                .get()
                .uri(DRAFTS + "/" + id)
                .exchange()
                .expectStatus()
                .isForbidden();
        client.as(TestUsers.ofDepartment(Ids.next(), "policy.manage"))
                .post()
                .uri(DRAFTS + "/" + id + "/publish")
                .body(Map.of("version", 0))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void the_facts_are_offered_with_the_ways_to_compare_them_and_a_tree_is_told_in_words() {
        client.as(AUTHOR)
                .get()
                .uri("/api/policy/manage/facts")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[?(@.name == 'employees')].unit")
                .isEqualTo("人")
                .jsonPath("$[?(@.name == 'quals')].operators[0]")
                .isEqualTo("in")
                .jsonPath("$[?(@.name == 'revenue')].operators.length()")
                .isEqualTo(0);
        client.as(AUTHOR)
                .post()
                .uri("/api/policy/manage/criteria/preview")
                .body(Map.of(
                        "criteria",
                        Map.of("type", "comparison", "fact", "nobody", "op", ">=", "value", 1),
                        "cases",
                        List.of()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.faults[0].code")
                .isEqualTo("FACT_UNKNOWN");
    }

    @Test
    void the_largest_draft_that_the_form_allows_is_kept_and_told_in_words() {
        UUID id = start();
        DraftContent content = largest(read(id).content());
        assertThat(bytes(Map.of("content", content, "cases", LARGEST_CASES)))
                .as("near to what the routes take")
                .isGreaterThan(600 * 1024);

        put(id, 0, content, LARGEST_CASES, HttpStatus.OK);
        preview(content.criteria(), LARGEST_CASES, HttpStatus.OK)
                .jsonPath("$.conditions[0].label")
                .isEqualTo("职工总数");

        assertThat(read(id).content()).isEqualTo(content);
        assertThat(read(id).cases()).hasSize(50);
    }

    @Test
    void what_is_larger_is_refused_at_its_field_and_not_for_its_length_as_a_whole() {
        UUID id = start();
        DraftContent content = read(id).content();
        Map<String, Object> tree = tree("文".repeat(90_000));
        List<GoldenCase> cases =
                List.of(new GoldenCase("大厂", Map.of("products", "文".repeat(90_000)), MatchOutcome.ELIGIBLE));

        put(id, 0, changed(content, "criteria", tree), cases, HttpStatus.BAD_REQUEST)
                .jsonPath("$.errors[0].field")
                .isEqualTo("content.criteria")
                .jsonPath("$.errors[0].code")
                .isEqualTo("TOO_LARGE")
                .jsonPath("$.errors[1].field")
                .isEqualTo("cases");
        preview(tree, List.of(), HttpStatus.BAD_REQUEST)
                .jsonPath("$.errors[0].field")
                .isEqualTo("criteria");
        put(id, 0, changed(content, "criteria", tree("文".repeat(400_000))), List.of(), HttpStatus.CONTENT_TOO_LARGE);
        assertThat(read(id).content()).isEqualTo(content);
    }

    private static final List<GoldenCase> LARGEST_CASES = IntStream.range(0, 50)
            .mapToObj(
                    one -> new GoldenCase("例".repeat(60), Map.of("products", "品".repeat(1_600)), MatchOutcome.ELIGIBLE))
            .toList();

    /** Every text as long as it may be, and a tree of long sentences. */
    private static DraftContent largest(DraftContent some) {
        DraftContent content = changed(
                some,
                "criteria",
                tree(Stream.generate(() -> "条".repeat(2_000)).limit(42).toArray(String[]::new)));
        Map<String, Integer> lengths = Map.ofEntries(
                Map.entry("title", 200),
                Map.entry("docNumber", 100),
                Map.entry("issuer", 200),
                Map.entry("department", 100),
                Map.entry("validityNote", 300),
                Map.entry("interpretation", 10_000),
                Map.entry("benefit", 5_000),
                Map.entry("source", 1_000),
                Map.entry("sourceUrl", 500),
                Map.entry("confidence", 100),
                Map.entry("operatorNote", 1_000),
                Map.entry("ruleNote", 300),
                Map.entry("grants", 100));
        for (Map.Entry<String, Integer> text : lengths.entrySet()) {
            content = changed(content, text.getKey(), "文".repeat(text.getValue()));
        }
        List<String> tags = Stream.generate(() -> "签".repeat(30)).limit(30).toList();
        content = changed(changed(content, "tagsBasic", tags), "tagsAdvanced", tags);
        return changed(
                content,
                "exclusions",
                Stream.generate(() ->
                                new DraftContent.ExcludedPolicy("号".repeat(20), "文".repeat(500), "条".repeat(100), true))
                        .limit(30)
                        .toList());
    }

    private static Map<String, Object> tree(String... reasons) {
        return Map.of(
                "type",
                "allOf",
                "criteria",
                Stream.of(reasons)
                        .map(reason -> Map.of("type", "unverified", "reason", reason))
                        .toList());
    }

    private static int bytes(Object value) {
        return Json.MAPPER.writeValueAsBytes(value).length;
    }

    private RestTestClient.BodyContentSpec preview(
            @Nullable Map<String, Object> criteria, List<GoldenCase> cases, HttpStatus expected) {
        return client.as(AUTHOR)
                .post()
                .uri("/api/policy/manage/criteria/preview")
                .body(Map.of("criteria", Objects.requireNonNull(criteria), "cases", cases))
                .exchange()
                .expectStatus()
                .isEqualTo(expected)
                .expectBody();
    }

    private static ConditionResult said(String label, String clause) {
        return new ConditionResult(
                new ConditionResult.Requirement(label, clause, null, "≥ 20 人", true),
                ConditionResult.Outcome.UNKNOWN,
                null,
                null,
                null,
                List.of(),
                null);
    }

    /** With the cases that conditions cannot do without. */
    private UUID start() {
        UUID id = begin();
        jdbc.sql("update policy_draft set cases = ?::jsonb where id = ?")
                .params(Json.MAPPER.writeValueAsString(new GoldenCases(CASES)), id)
                .update();
        return id;
    }

    private List<GoldenCase> casesCarriedOn() {
        return read(begin()).cases();
    }

    private UUID begin() {
        return UUID.fromString(client.as(AUTHOR)
                .post()
                .uri(DRAFTS + "/of/" + policy.id())
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(new org.springframework.core.ParameterizedTypeReference<Map<String, String>>() {})
                .returnResult()
                .getResponseBody()
                .get("id"));
    }

    private DraftDetail read(UUID id) {
        return client.as(AUTHOR)
                .get()
                .uri(DRAFTS + "/" + id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(DraftDetail.class)
                .returnResult()
                .getResponseBody();
    }

    private RestTestClient.BodyContentSpec read(String rest, HttpStatus expected) {
        return client.anonymous()
                .get()
                .uri("/api/policy/policies/" + policy.code() + rest)
                .exchange()
                .expectStatus()
                .isEqualTo(expected)
                .expectBody();
    }

    private RestTestClient.BodyContentSpec write(UUID id, int version, DraftContent content, HttpStatus expected) {
        return put(id, version, content, CASES, expected);
    }

    private RestTestClient.BodyContentSpec put(
            UUID id, int version, DraftContent content, List<GoldenCase> cases, HttpStatus expected) {
        return client.as(AUTHOR)
                .put()
                .uri(DRAFTS + "/" + id)
                .body(Map.of("version", version, "content", content, "cases", cases))
                .exchange()
                .expectStatus()
                .isEqualTo(expected)
                .expectBody();
    }

    private RestTestClient.BodyContentSpec post(
            CurrentUser user, UUID id, String step, Map<String, Object> body, HttpStatus expected) {
        return client.as(user)
                .post()
                .uri(DRAFTS + "/{id}/{step}", id, step)
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(expected)
                .expectBody();
    }

    private List<PolicyPublished> published() {
        return jdbc
                .sql("select data from outbox where subject = ? and type = 'policy.PolicyPublished' order by seq")
                .param(policy.id())
                .query(String.class)
                .list()
                .stream()
                .map(data -> Json.MAPPER.readValue(data, PolicyPublished.class))
                .toList();
    }

    private static DraftContent changed(DraftContent content, String field, @Nullable Object value) {
        @SuppressWarnings("unchecked")
        Map<String, Object> fields = new HashMap<>(Json.MAPPER.convertValue(content, Map.class));
        fields.put(field, value);
        return Json.MAPPER.convertValue(fields, DraftContent.class);
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
                "每户 1 万元",
                List.of("测试", "制造业"),
                List.of(),
                new PolicyCriteria(List.of()),
                "测试",
                null,
                "low",
                null);
    }

    private static PolicyRule rule(String code) {
        Criterion tree = new AllOf(
                null,
                null,
                List.of(
                        new Comparison(
                                "职工",
                                "employees",
                                Operator.AT_LEAST,
                                Value.of(20),
                                "人",
                                new Clause("职工不少于 20 人", "第二条", true),
                                null),
                        AnyOf.of(
                                Comparison.of("debtRatio", Operator.LESS_THAN, 70.5),
                                Comparison.of("quals", Operator.CONTAINS, "科技型中小企业"))));
        return new PolicyRule(
                code,
                "2026",
                "关于测试的通知",
                "测发〔2026〕1号",
                "区县",
                "资金补助",
                new Validity(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 12, 31), false, null, "暂定一年"),
                false,
                null,
                "每户 1 万元",
                false,
                "low",
                "测试",
                tree,
                List.of());
    }

    private RestTestClient.BodyContentSpec publicPage(String code) {
        return client.anonymous()
                .get()
                .uri("/api/policy/policies/{code}", code)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }
}
