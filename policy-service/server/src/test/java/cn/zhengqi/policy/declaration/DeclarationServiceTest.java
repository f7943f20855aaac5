package cn.zhengqi.policy.declaration;

import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.matching.api.criteria.InternalTrials;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.testing.MovableClock;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestPdf;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.user.api.InternalEnterprises;
import cn.zhengqi.user.api.InternalInstitutions;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.web.CurrentUser;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A department with an open project under a published policy, and an enterprise. */
@ServiceTest
@Import(MovableClock.Configuration.class)
public abstract class DeclarationServiceTest {

    protected static final String[] OFFICER = {
        "policy.project.manage", "policy.declaration.handle", "policy.declaration.reveal"
    };

    @Autowired
    protected ServiceClient client;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TransactionTemplate transaction;

    @MockitoBean
    protected InternalStandings standings;

    @MockitoBean
    protected InternalTrials trials;

    @MockitoBean
    protected InternalEnterprises register;

    @MockitoBean
    protected InternalInstitutions institutions;

    @MockitoBean
    protected InternalPrincipals principals;

    protected UUID department;
    protected CurrentUser officer;
    protected CurrentUser enterprise;
    protected UUID policy;

    @BeforeEach
    void a_department_and_an_enterprise() {
        department = Ids.next();
        officer = officerOf(department);
        enterprise = anEnterprise();
        policy = jdbc.sql("select id from policy where code = 'N06'")
                .query(UUID.class)
                .single();
        thereAre(4);
        when(register.enterprise(any())).thenAnswer(call -> recordOf(call.getArgument(0)));
        theOutcomeIs(MatchOutcome.ELIGIBLE);
        when(standings.evidenceOfMany(any())).thenAnswer(call -> eachAsIfAlone(call.getArgument(0)));
        when(standings.facts(any()))
                .thenReturn(new InternalStandings.Facts(List.of(
                        new InternalStandings.Fact(
                                "employees",
                                "职工总数",
                                "人",
                                FactKind.INTEGER,
                                86,
                                null,
                                FactSource.SELF,
                                LocalDate.of(2026, 10, 1)),
                        new InternalStandings.Fact(
                                "totalAssets",
                                "资产总额",
                                "万元",
                                FactKind.NUMBER,
                                new BigDecimal("1234.5"),
                                null,
                                FactSource.DEMO,
                                LocalDate.of(2026, 10, 1)))));
    }

    /** In every institution as many may handle declarations, and one below it. */
    protected void thereAre(int people) {
        when(principals.staff(any(), any()))
                .thenAnswer(call -> Stream.concat(
                                Stream.generate(() -> call.<UUID>getArgument(0)).limit(people), Stream.of(Ids.next()))
                        .map(institution -> new InternalPrincipals.StaffMember(Ids.next(), "经办人", institution, "部门"))
                        .toList());
    }

    private List<InternalStandings.EvidenceOfOne> eachAsIfAlone(InternalStandings.EvidenceQuestion asked) {
        Map<String, Object> criteria = asked.criteria();
        return asked.enterprises().stream()
                .map(it -> new InternalStandings.EvidenceOfOne(
                        it,
                        standings.evidence(it, asked.policyId()),
                        criteria == null
                                ? null
                                : standings.evidenceAgainst(it, new InternalStandings.Conditions(criteria))))
                .toList();
    }

    protected void theOutcomeIs(MatchOutcome outcome) {
        theStandingIs(
                new InternalStandings.Standing(LocalDate.of(2026, 11, 27), outcome, true, List.of(), List.of(), null));
    }

    private void theStandingIs(InternalStandings.Standing told) {
        when(standings.standing(any(), any())).thenReturn(told);
        when(standings.evidence(any(), any())).thenReturn(told);
    }

    /** As {@link #condition} comes out with it. */
    protected static InternalStandings.Standing standing(MatchOutcome outcome) {
        ConditionResult.Outcome one = switch (outcome) {
            case ELIGIBLE -> ConditionResult.Outcome.MET;
            case UNKNOWN -> ConditionResult.Outcome.UNKNOWN;
            case NEARLY, INELIGIBLE -> ConditionResult.Outcome.NOT_MET;
        };
        return new InternalStandings.Standing(
                LocalDate.of(2026, 11, 27), outcome, true, List.of(condition(one)), missing(one), null);
    }

    private static List<ConditionResult.FactRef> missing(ConditionResult.Outcome outcome) {
        return outcome == ConditionResult.Outcome.UNKNOWN
                ? List.of(new ConditionResult.FactRef("employees", "职工总数"))
                : List.of();
    }

    /** At least ten people. */
    protected static ConditionResult condition(ConditionResult.Outcome outcome) {
        return new ConditionResult(
                new ConditionResult.Requirement("职工总数", null, null, "≥ 10 人", true),
                outcome,
                null,
                null,
                outcome == ConditionResult.Outcome.NOT_MET ? "职工总数 7 人，还差 3 人" : null,
                missing(outcome),
                null);
    }

    protected static CurrentUser officerOf(UUID institution) {
        return TestUsers.ofDepartment(institution, OFFICER)
                .reaching(Map.of(), Territory.of(institution, Set.of(), Set.of()));
    }

    protected static CurrentUser anEnterprise() {
        return TestUsers.ofEnterprise(Ids.next(), "policy.declare");
    }

    private static EnterpriseRecord recordOf(UUID id) {
        return new EnterpriseRecord(
                id,
                "91500113MAX5XQ4WX4",
                "测试企业" + id,
                "企业",
                "张三",
                BigDecimal.TEN,
                LocalDate.of(2020, 1, 1),
                "C3484",
                "机械零部件加工",
                "500113003",
                "龙洲湾街道",
                "500113",
                "地址",
                EnterpriseStatus.values()[0],
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Fields of each type, a table, a condition, and one paper. */
    protected Map<String, Object> form() {
        return Map.of(
                "groups",
                List.of(
                        Map.of(
                                "title",
                                "企业情况",
                                "fields",
                                List.of(
                                        field(
                                                "employees",
                                                "从业人员",
                                                "NUMBER",
                                                true,
                                                Map.of("fact", "employees", "min", 1)),
                                        field(
                                                "assets",
                                                "资产总额",
                                                "MONEY",
                                                true,
                                                Map.of("fact", "totalAssets", "unit", "元")),
                                        field("product", "主导产品", "TEXT", true, Map.of("maxLength", 20)),
                                        field("founded", "成立日期", "DATE", false, Map.of()))),
                        Map.of(
                                "title",
                                "申报内容",
                                "fields",
                                List.of(
                                        field("kind", "申报类型", "CHOICE", true, Map.of("options", List.of("首次", "复核"))),
                                        field(
                                                "since",
                                                "首次认定年份",
                                                "NUMBER",
                                                true,
                                                Map.of("shownWhen", Map.of("field", "kind", "values", List.of("复核")))),
                                        field(
                                                "areas",
                                                "领域",
                                                "MULTI_CHOICE",
                                                false,
                                                Map.of("options", List.of("软件", "材料"))),
                                        field("honest", "承诺属实", "YES_NO", true, Map.of()),
                                        field("chart", "组织架构图", "FILE", false, Map.of()),
                                        field(
                                                "patents",
                                                "知识产权",
                                                "TABLE",
                                                false,
                                                Map.of(
                                                        "columns",
                                                        List.of(
                                                                Map.of(
                                                                        "key",
                                                                        "name",
                                                                        "label",
                                                                        "名称",
                                                                        "type",
                                                                        "TEXT",
                                                                        "required",
                                                                        true),
                                                                Map.of(
                                                                        "key",
                                                                        "on",
                                                                        "label",
                                                                        "授权日期",
                                                                        "type",
                                                                        "DATE",
                                                                        "required",
                                                                        false))))))));
    }

    protected static Map<String, Object> field(
            String key, String label, String type, boolean required, Map<String, Object> more) {
        Map<String, Object> field =
                new HashMap<>(Map.of("key", key, "label", label, "type", type, "required", required));
        field.putAll(more);
        return field;
    }

    protected Map<String, Object> project() {
        LocalDate today = LocalDate.now(BusinessTime.ZONE);
        return new HashMap<>(Map.of(
                "title",
                "测试申报项目",
                "summary",
                "说明",
                "opensOn",
                today.minusDays(1).toString(),
                "closesOn",
                today.plusDays(30).toString(),
                "barring",
                false,
                "form",
                form(),
                "materials",
                List.of(Map.of("key", "licence", "name", "营业执照", "required", true, "formats", List.of("PDF"))),
                "steps",
                List.of(
                        Map.of("kind", "ACCEPTANCE", "workingDays", 3, "maySendBack", true),
                        Map.of("kind", "APPROVAL", "workingDays", 5, "maySendBack", false))));
    }

    protected Answer created(Map<String, Object> project) {
        return post(officer, "/api/policy/manage/projects", Map.of("policyId", policy, "project", project));
    }

    /** An open project. */
    protected Answer opened(Map<String, Object> project) {
        Answer created = created(project);
        return post(
                officer, "/api/policy/manage/projects/" + created.id() + "/open", Map.of("version", created.version()));
    }

    protected static Map<String, Object> answers() {
        return new HashMap<>(
                Map.of("employees", 86, "assets", 12_345_000, "product", "齿轮", "kind", "首次", "honest", true));
    }

    protected Answer begun(CurrentUser who, UUID project) {
        return post(who, "/api/policy/my/declarations", Map.of("projectId", project));
    }

    protected Answer saved(CurrentUser who, Answer draft, Map<String, Object> answers, Map<String, Object> papers) {
        return put(
                who,
                "/api/policy/my/declarations/" + draft.id() + "/draft",
                Map.of(
                        "version",
                        draft.version(),
                        "contact",
                        Map.of("name", "李经理", "phone", "13812345678"),
                        "answers",
                        answers,
                        "papers",
                        papers));
    }

    /** A draft with everything in it. */
    protected Answer whole(CurrentUser who, UUID project) {
        return saved(
                who,
                begun(who, project),
                answers(),
                Map.of("licence", List.of(uploaded(who, TestPdf.ofOnePage()).id())));
    }

    protected Answer submitted(CurrentUser who, UUID project) {
        return my(who, whole(who, project), "submit");
    }

    protected Answer my(CurrentUser who, Answer seen, String action) {
        return post(who, "/api/policy/my/declarations/" + seen.id() + "/" + action, Map.of("version", seen.version()));
    }

    protected Answer act(CurrentUser who, Answer seen, String action, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("version", seen.version());
        return post(who, "/api/policy/declarations/" + seen.id() + "/" + action, body);
    }

    protected Answer uploaded(CurrentUser who, byte[] bytes) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("file", new ByteArrayResource(bytes) {
            @Override
            public String getFilename() {
                return "执照.pdf";
            }
        });
        return answerOf(client.as(who)
                .post()
                .uri("/api/policy/declaration-files")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .exchange());
    }

    /** An answer as it came. */
    public record Answer(int status, Map<String, Object> body) {

        public UUID id() {
            return UUID.fromString((String) body.get("id"));
        }

        public int version() {
            return (Integer) body.get("version");
        }

        public @Nullable Object code() {
            return body.get("code");
        }

        public @Nullable Object get(String member) {
            return body.get(member);
        }

        /** Fields that are wrong, each with what is said of it. */
        public Map<String, String> errors() {
            return said("errors");
        }

        /** The same of a draft, which keeps them. */
        public Map<String, String> wrong() {
            return said("wrong");
        }

        @SuppressWarnings("unchecked")
        private Map<String, String> said(String member) {
            Map<String, String> errors = new HashMap<>();
            ((List<Map<String, String>>) body.getOrDefault(member, List.of()))
                    .forEach(error -> errors.put(error.get("field"), error.get("message")));
            return errors;
        }
    }

    protected Answer post(CurrentUser who, String uri, Map<String, Object> body) {
        return answerOf(client.as(who)
                .post()
                .uri(uri)
                .header("Idempotency-Key", Ids.next().toString())
                .body(body)
                .exchange());
    }

    protected Answer put(CurrentUser who, String uri, Map<String, Object> body) {
        return answerOf(client.as(who).put().uri(uri).body(body).exchange());
    }

    protected Answer get(CurrentUser who, String uri) {
        return answerOf(client.as(who).get().uri(uri).exchange());
    }

    @SuppressWarnings("unchecked")
    protected static List<Map<String, Object>> items(Answer page) {
        return (List<Map<String, Object>>) page.body().get("items");
    }

    /** The same at the same moment; answers in no particular order. */
    protected static List<Answer> atOnce(List<Callable<Answer>> actions) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (Callable<Answer> action : actions) {
                running.add(threads.submit(() -> {
                    start.await();
                    return action.call();
                }));
            }
            start.countDown();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /** What is answered to somebody who waits for another's change, which is stored but not committed when they read. */
    protected Answer meanwhile(Runnable change, Callable<Answer> action) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> waiting = transaction.execute(status -> {
                change.run();
                Future<Answer> begun = threads.submit(action);
                await().until(() -> begun.isDone() || somebodyWaits());
                return begun;
            });
            return waiting.get();
        }
    }

    private boolean somebodyWaits() {
        return jdbc.sql("""
                        select exists (select 1 from pg_stat_activity
                          where datname = current_database() and wait_event_type = 'Lock' and query like '%declaration%')""").query(Boolean.class).single();
    }

    /** Other tests need the policy as it is. */
    protected void withdrawn(Runnable meanwhile) {
        jdbc.sql("""
                        update policy_edition set publication = 'WITHDRAWN', withdrawn_at = now(), withdrawn_reason = '测试'
                        where policy_id = ? and publication = 'PUBLISHED'""").param(policy).update();
        try {
            meanwhile.run();
        } finally {
            jdbc.sql("""
                            update policy_edition set publication = 'PUBLISHED', withdrawn_at = null, withdrawn_reason = null
                            where policy_id = ? and publication = 'WITHDRAWN'""").param(policy).update();
        }
    }

    /** Its last day was yesterday. Other tests need the policy as it is. */
    protected void over(Runnable meanwhile) {
        LocalDate yesterday = LocalDate.now(BusinessTime.ZONE).minusDays(1);
        until(yesterday);
        try {
            meanwhile.run();
        } finally {
            until(null);
        }
    }

    /** Another took its place, from today on. Other tests need the policy as it is. */
    protected void replaced(Runnable meanwhile) {
        over(() -> {
            succeeded("(select id from policy where code = 'N11')");
            try {
                meanwhile.run();
            } finally {
                succeeded("null");
            }
        });
    }

    private void succeeded(String by) {
        jdbc.sql("update policy_edition set superseded_by = " + by
                        + " where policy_id = ? and publication = 'PUBLISHED'")
                .param(policy)
                .update();
    }

    /** Its first day is to come, and whoever is asked after meets all conditions. Other tests need the policy as it is. */
    protected void toCome(Consumer<LocalDate> meanwhile) {
        beginning("effective_from = :day, rule = jsonb_set(rule, '{validity,from}', to_jsonb(:day::date))", meanwhile);
    }

    /** Its document is in force, and enterprises are matched from a day on that is to come. */
    protected void conditionsToCome(Consumer<LocalDate> meanwhile) {
        beginning("rule = jsonb_set(rule, '{validity,from}', to_jsonb(:day::date))", meanwhile);
    }

    private void beginning(String day, Consumer<LocalDate> meanwhile) {
        LocalDate first = LocalDate.now(BusinessTime.ZONE).plusDays(60);
        List<Map<String, Object>> before = jdbc.sql(
                        "select id, effective_from, rule::text as rule from policy_edition where policy_id = ? and publication = 'PUBLISHED'")
                .param(policy)
                .query()
                .listOfRows();
        jdbc.sql("update policy_edition set " + day + " where policy_id = :policy and publication = 'PUBLISHED'")
                .param("day", first)
                .param("policy", policy)
                .update();
        theStandingIs(new InternalStandings.Standing(
                LocalDate.now(BusinessTime.ZONE), MatchOutcome.ELIGIBLE, true, List.of(), List.of(), first));
        try {
            meanwhile.accept(first);
        } finally {
            before.forEach(edition -> jdbc.sql(
                            "update policy_edition set effective_from = :day::date, rule = :rule::jsonb where id = :edition")
                    .param("day", edition.get("effective_from"))
                    .param("rule", edition.get("rule"))
                    .param("edition", edition.get("id"))
                    .update());
            theOutcomeIs(MatchOutcome.ELIGIBLE);
        }
    }

    private void until(@Nullable LocalDate lastDay) {
        jdbc.sql(
                        "update policy_edition set valid_to = :day::date where policy_id = :policy and publication = 'PUBLISHED'")
                .param("day", lastDay)
                .param("policy", policy)
                .update();
    }

    protected List<String> eventsOf(UUID subject) {
        return jdbc
                .sql("select type from outbox where subject = ? and type <> 'platform.ChangeRecorded' order by version")
                .param(subject)
                .query(String.class)
                .list()
                .stream()
                .filter(type -> type.startsWith("policy."))
                .toList();
    }

    @SuppressWarnings("unchecked")
    protected static Answer answerOf(RestTestClient.ResponseSpec response) {
        var result = response.returnResult(Map.class);
        Map<String, Object> body = result.getResponseBody();
        return new Answer(result.getStatus().value(), body == null ? Map.of() : body);
    }
}
