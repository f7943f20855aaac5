package cn.zhengqi.policy.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.zhengqi.data.Json;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.matching.api.RecommendationsSwitched;
import cn.zhengqi.policy.api.InternalPolicyTotals;
import cn.zhengqi.policy.api.InternalPolicyTotals.PolicyTotals;
import cn.zhengqi.policy.api.PolicyStep;
import cn.zhengqi.policy.api.PolicyStepTaken;
import cn.zhengqi.policy.api.PolicyStepUndone;
import cn.zhengqi.policy.redemption.PaymentServiceTest;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** How far enterprises come under a policy is told to be counted, each step once. */
class PolicyStepsTest extends PaymentServiceTest {

    @Autowired
    private List<EventHandler<?>> handlers;

    @Autowired
    private InternalPolicyTotals totals;

    private long before;

    @BeforeEach
    void whatever_was_told_before() {
        before = jdbc.sql("select coalesce(max(seq), 0) from outbox")
                .query(Long.class)
                .single();
    }

    @Test
    void an_enterprise_that_is_paid_twice_under_a_policy_counts_once_and_its_money_twice() {
        PolicyTotals there = totals.totals();
        Answer one = approved(firm, paying(500_000), 100_000);
        Answer other = approved(firm, paying(500_000), 200_000);
        Answer batch = handedOver(one, other);
        settled(clerk, batch, paid(one, "A1"), paid(other, "A2"));

        hearAll();
        hearAll();

        assertThat(told(PolicyStep.FILED)).hasSize(1);
        assertThat(told(PolicyStep.APPROVED)).hasSize(1);
        assertThat(told(PolicyStep.PAID))
                .extracting(PolicyStepTaken::newToPolicy)
                .containsExactly(true, false);
        assertThat(told(PolicyStep.PAID))
                .allSatisfy(it -> assertThat(it.institutionId()).isEqualTo(department));
        assertThat(told(PolicyStep.PAID).stream().map(PolicyStepTaken::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("30000");
        PolicyTotals now = totals.totals();
        assertThat(now.filed() - there.filed()).isEqualTo(1);
        assertThat(now.approved() - there.approved()).isEqualTo(1);
        assertThat(now.paid() - there.paid()).isEqualTo(1);
        assertThat(now.amountPaid().subtract(there.amountPaid())).isEqualByComparingTo("30000");
    }

    @Test
    void money_that_comes_back_is_not_paid_under_the_policy_until_it_is_paid_again() {
        PolicyTotals there = totals.totals();
        Answer one = approved(firm, paying(500_000), 100_000);
        settled(clerk, handedOver(one), paid(one, "A1"));
        hearAll();
        confirmed(chief, cameBack(clerk, one.id()));

        hearAll();

        assertThat(told(PolicyStep.PAID))
                .extracting(PolicyStepTaken::newToPolicy, it -> it.amount().intValueExact())
                .containsExactly(tuple(true, 10_000), tuple(false, -10_000));
        assertThat(undone())
                .extracting(PolicyStepUndone::step, PolicyStepUndone::institutionId)
                .containsExactly(tuple(PolicyStep.PAID, null), tuple(PolicyStep.PAID, department));
        PolicyTotals now = totals.totals();
        assertThat(now.paid()).isEqualTo(there.paid());
        assertThat(now.amountPaid()).isEqualByComparingTo(there.amountPaid());

        Answer own = get(firm, "/api/policy/my/redemptions/" + one.id());
        mine(firm, own, "account", Map.of("account", account(firm)));
        settled(clerk, handedOver(get(clerk, "/api/policy/redemption/applications/" + one.id())), paid(one, "A2"));
        hearAll();
        hearAll();

        assertThat(told(PolicyStep.PAID))
                .extracting(PolicyStepTaken::newToPolicy, it -> it.amount().intValueExact())
                .containsExactly(tuple(true, 10_000), tuple(false, -10_000), tuple(true, 10_000));
        assertThat(undone()).hasSize(2);
        assertThat(totals.totals().paid() - there.paid()).isEqualTo(1);
    }

    @Test
    void who_was_still_counted_as_paid_when_this_was_changed_is_taken_off_and_nobody_else() throws Exception {
        Answer one = approved(firm, paying(500_000), 100_000);
        Answer kept = approved(aFirm(), paying(500_000), 100_000);
        settled(clerk, handedOver(one, kept), paid(one, "A1"), paid(kept, "A2"));
        hearAll();
        confirmed(chief, cameBack(clerk, one.id()));
        hearAll();
        jdbc.sql("""
                        insert into policy_step (policy_id, step, institution_id, enterprise_id, at)
                        values (:policy, 'PAID', null, :firm, now()), (:policy, 'PAID', :department, :firm, now())""")
                .param("policy", policy)
                .param("firm", firm.enterpriseId())
                .param("department", department)
                .update();
        int told = undone().size();
        String migration = new ClassPathResource("db/migration/V58__who_has_nothing_any_more_is_not_paid.sql")
                .getContentAsString(StandardCharsets.UTF_8);

        jdbc.sql(migration.substring(0, migration.indexOf(';'))).update();

        assertThat(undone().subList(told, told + 2))
                .extracting(PolicyStepUndone::policyId, PolicyStepUndone::institutionId)
                .containsExactlyInAnyOrder(tuple(policy, null), tuple(policy, department));
        assertThat(undone()).hasSize(told + 2);
    }

    @Test
    void who_is_paid_twice_under_a_policy_and_gives_one_back_stays_counted_as_paid() {
        Answer one = approved(firm, paying(500_000), 100_000);
        Answer other = approved(firm, paying(500_000), 200_000);
        settled(clerk, handedOver(one, other), paid(one, "A1"), paid(other, "A2"));
        hearAll();
        confirmed(chief, cameBack(clerk, one.id()));

        hearAll();

        assertThat(undone()).isEmpty();
        assertThat(told(PolicyStep.PAID).stream().map(PolicyStepTaken::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("20000");
    }

    @Test
    void who_has_nothing_approved_any_more_is_not_approved_under_the_policy_and_who_has_stays() {
        PolicyTotals there = totals.totals();
        Answer one = approved(firm, paying(500_000), 100_000);
        Answer other = approved(firm, paying(500_000), 200_000);
        hearAll();
        ended(one);
        hearAll();
        assertThat(undone()).as("another one of it is approved").isEmpty();

        ended(other);
        hearAll();
        hearAll();

        assertThat(undone())
                .extracting(PolicyStepUndone::step, PolicyStepUndone::institutionId)
                .containsExactly(tuple(PolicyStep.APPROVED, null), tuple(PolicyStep.APPROVED, department));
        assertThat(totals.totals().approved()).isEqualTo(there.approved());
        assertThat(totals.totals().filed() - there.filed()).as("it filed").isEqualTo(1);

        approved(firm, paying(500_000), 300_000);
        hearAll();
        assertThat(told(PolicyStep.APPROVED))
                .extracting(PolicyStepTaken::newToPolicy)
                .containsExactly(true, true);
        assertThat(totals.totals().approved() - there.approved()).isEqualTo(1);
    }

    private void ended(Answer application) {
        assertThat(decide(
                                clerk,
                                get(clerk, "/api/policy/redemption/applications/" + application.id()),
                                "end",
                                Map.of("reason", "不符合条件"))
                        .get("status"))
                .isEqualTo("ENDED");
    }

    @Test
    void what_the_bank_did_not_take_is_not_paid() {
        PolicyTotals there = totals.totals();
        Answer one = approved(firm, paying(500_000), 100_000);
        settled(clerk, handedOver(one), failed(one, "账号不存在"));

        hearAll();

        assertThat(told(PolicyStep.APPROVED)).hasSize(1);
        assertThat(told(PolicyStep.PAID)).isEmpty();
        assertThat(totals.totals().paid()).isEqualTo(there.paid());
        assertThat(totals.totals().amountPaid()).isEqualByComparingTo(there.amountPaid());
    }

    @Test
    void who_declares_and_is_paid_under_one_policy_has_filed_once_there() {
        submitted(enterprise, opened(project()).id());
        CurrentUser both = TestUsers.ofEnterprise(
                Objects.requireNonNull(enterprise.enterpriseId()), "policy.declare", "policy.redemption.apply");
        applied(both, paying(500_000), 100_000);

        hearAll();

        assertThat(told(PolicyStep.FILED))
                .extracting(PolicyStepTaken::newToPolicy)
                .containsExactly(true);
    }

    @Test
    void a_policy_is_opened_once_by_each_enterprise_and_nobody_is_named() {
        open(enterprise);
        open(enterprise);
        open(firm);
        client.anonymous()
                .get()
                .uri("/api/policy/policies/N06")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(told(PolicyStep.OPENED)).hasSize(2);
        assertThat(jdbc.sql("select data::text from outbox where seq > ? and type = 'policy.PolicyStepTaken'")
                        .param(before)
                        .query(String.class)
                        .list())
                .noneMatch(data -> data.contains(
                        Objects.requireNonNull(enterprise.enterpriseId()).toString()));
    }

    @Test
    void who_switches_recommendations_off_is_not_counted_and_what_it_opened_is_forgotten() {
        open(enterprise);
        UUID id = Objects.requireNonNull(enterprise.enterpriseId());
        assertThat(openedBy(id)).isEqualTo(1);

        hear(new RecommendationsSwitched(id, false, Instant.now()), 2);
        hear(new RecommendationsSwitched(id, true, Instant.now()), 1);
        open(enterprise);
        assertThat(openedBy(id)).isZero();
        assertThat(told(PolicyStep.OPENED)).hasSize(1);

        hear(new RecommendationsSwitched(id, true, Instant.now()), 3);
        open(enterprise);
        assertThat(openedBy(id)).isEqualTo(1);
    }

    @Test
    void each_figure_opens_the_enterprises_that_it_counts_for_who_may_read_what_they_handed_in() {
        Answer one = approved(firm, paying(500_000), 100_000);
        Answer other = approved(firm, paying(500_000), 200_000);
        Answer unpaid = approved(aFirm(), paying(500_000), 100_000);
        settled(clerk, handedOver(one, other, unpaid), paid(one, "A1"), paid(other, "A2"), failed(unpaid, "账号不存在"));
        hearAll();
        String[] both = {"policy.declaration.handle", "policy.redemption.handle"};
        CurrentUser officer = handling(department, both);

        assertThat(cases(listed(officer, "FILED"), firm))
                .containsExactlyInAnyOrder(String.valueOf(one.get("number")), String.valueOf(other.get("number")));
        assertThat(listed(officer, "APPROVED").path("total").asInt())
                .isEqualTo(told(PolicyStep.APPROVED).stream()
                        .filter(PolicyStepTaken::newToInstitution)
                        .count())
                .isEqualTo(2);
        assertThat(listed(officer, "PAID").path("items"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.path("enterpriseId").asString()).isEqualTo(String.valueOf(firm.enterpriseId())));
        assertThat(listed(handling(Ids.next(), both), "PAID").path("total").asInt())
                .as("another department's")
                .isZero();
        refused(handling(department, "policy.declaration.handle"), "step=PAID&policyId=" + policy, 403);
        refused(officer, "step=OPENED&policyId=" + policy, 400);
        assertThat(ExportedFile.of(
                                client.as(officer),
                                "/api/policy/manage/steps/export?step=PAID&policyId={policy}",
                                policy)
                        .column("申报和兑付申请"))
                .singleElement()
                .asString()
                .contains(String.valueOf(one.get("number")), String.valueOf(other.get("number")));
    }

    @Test
    void an_enterprise_at_two_offices_is_one_in_the_figure_of_both_and_it_is_told_where_else_it_counts() {
        UUID office = Ids.next();
        Answer one = approved(firm, paying(500_000), 100_000);
        hearAll();
        Answer other = approved(firm, paying(500_000), 200_000);
        atOffice(other, office);
        hearAll();

        assertThat(told(PolicyStep.FILED))
                .extracting(PolicyStepTaken::institutionId, PolicyStepTaken::elsewhere)
                .containsExactly(tuple(department, Set.of()), tuple(office, Set.of(department)));
        CurrentUser head = TestUsers.ofDepartment(department, "policy.declaration.handle", "policy.redemption.handle")
                .reaching(Map.of(), Territory.of(department, Set.of(office), Set.of()));
        JsonNode listed = listed(head, "FILED");
        assertThat(listed.path("total").asInt()).isEqualTo(1);
        assertThat(cases(listed, firm))
                .containsExactlyInAnyOrder(String.valueOf(one.get("number")), String.valueOf(other.get("number")));
        assertThat(listed.path("items").get(0).path("institution").asString().split("、"))
                .containsExactlyInAnyOrder("办事处", institutionOf(one));
        assertThat(ExportedFile.of(
                                client.as(head), "/api/policy/manage/steps/export?step=FILED&policyId={policy}", policy)
                        .column("企业名称"))
                .hasSize(1);
    }

    @Test
    void who_was_counted_at_two_offices_before_is_told_anew_with_where_else_it_counts() throws Exception {
        UUID office = Ids.next();
        CurrentUser twice = aFirm();
        approved(twice, paying(500_000), 100_000);
        atOffice(approved(twice, paying(500_000), 200_000), office);
        hearAll();
        jdbc.sql("delete from policy_step where enterprise_id <> ?")
                .param(twice.enterpriseId())
                .update();
        UUID later = Stream.of(department, office)
                .max(Comparator.comparing(UUID::toString))
                .orElseThrow();
        UUID first = later.equals(office) ? department : office;
        String migration = new ClassPathResource("db/migration/V76__who_is_at_two_offices_is_one.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        before = jdbc.sql("select max(seq) from outbox").query(Long.class).single();

        jdbc.sql(migration).update();

        assertThat(undone().stream().filter(it -> it.policyId().equals(policy)))
                .extracting(PolicyStepUndone::step, PolicyStepUndone::institutionId, PolicyStepUndone::elsewhere)
                .containsExactlyInAnyOrder(
                        tuple(PolicyStep.FILED, later, Set.of()), tuple(PolicyStep.APPROVED, later, Set.of()));
        for (PolicyStep step : List.of(PolicyStep.FILED, PolicyStep.APPROVED)) {
            assertThat(told(step).stream().filter(it -> it.policyId().equals(policy)))
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.institutionId()).isEqualTo(later);
                        assertThat(it.elsewhere()).containsExactly(first);
                        assertThat(it.newToPolicy()).isFalse();
                        assertThat(it.newToInstitution()).isTrue();
                        assertThat(it.amount()).isNull();
                    });
        }
    }

    private void atOffice(Answer application, UUID office) {
        jdbc.sql("update redemption_application set institution_id = ?, institution_name = '办事处' where id = ?")
                .params(office, application.id())
                .update();
    }

    private String institutionOf(Answer application) {
        return jdbc.sql("select institution_name from redemption_application where id = ?")
                .param(application.id())
                .query(String.class)
                .single();
    }

    @Test
    void what_each_part_of_a_budget_is_held_by_adds_up_to_it() {
        Answer project = paying(500_000);
        approved(aFirm(), project, 100_000);
        Answer paid = approved(aFirm(), project, 200_000);
        settled(clerk, handedOver(paid), paid(paid, "A1"));
        noticed(aFirm(), project, 300_000);

        JsonNode money = body(clerk, "/api/policy/manage/redemption-projects/" + project.id(), 200)
                .path("money");
        for (String part : List.of("reserved", "approved", "paid")) {
            JsonNode rows = body(
                            clerk,
                            "/api/policy/redemption/applications?projectId=" + project.id() + "&money="
                                    + part.toUpperCase(Locale.ROOT),
                            200)
                    .path("items");
            assertThat(rows).as(part).hasSize(1);
            assertThat(rows.get(0).path("amount").decimalValue())
                    .as(part)
                    .isEqualByComparingTo(money.path(part).decimalValue());
        }
    }

    private static CurrentUser handling(UUID institution, String... permissions) {
        return TestUsers.ofDepartment(institution, permissions)
                .reaching(Map.of(), Territory.of(institution, Set.of(), Set.of()));
    }

    private JsonNode listed(CurrentUser officer, String step) {
        return body(officer, "/api/policy/manage/steps?step=" + step + "&policyId=" + policy, 200);
    }

    private static List<String> cases(JsonNode rows, CurrentUser of) {
        return rows.path("items")
                .valueStream()
                .filter(row -> row.path("enterpriseId").asString().equals(String.valueOf(of.enterpriseId())))
                .flatMap(row -> row.path("cases").valueStream())
                .map(one -> one.path("number").asString())
                .toList();
    }

    private void refused(CurrentUser who, String query, int status) {
        body(who, "/api/policy/manage/steps?" + query, status);
    }

    private JsonNode body(CurrentUser who, String uri, int status) {
        return Objects.requireNonNull(client.as(who)
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void a_department_is_told_to_have_a_project_when_it_opens_it() {
        Answer project = opened(project());

        assertThat(jdbc.sql(
                                "select (data ->> 'institutionId')::uuid from outbox where type = 'policy.PolicyProjectOpened' and subject = ?")
                        .param(project.id())
                        .query(UUID.class)
                        .list())
                .containsExactly(department);
    }

    private void open(CurrentUser reader) {
        client.as(reader)
                .get()
                .uri("/api/policy/policies/N06")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private long openedBy(UUID id) {
        return jdbc.sql("select count(*) from policy_step where enterprise_id = ? and step = 'OPENED'")
                .param(id)
                .query(Long.class)
                .single();
    }

    private List<PolicyStepTaken> told(PolicyStep step) {
        return jdbc
                .sql("select data from outbox where seq > ? and type = 'policy.PolicyStepTaken' order by seq")
                .param(before)
                .query(String.class)
                .list()
                .stream()
                .map(data -> Json.MAPPER.readValue(data, PolicyStepTaken.class))
                .filter(it -> it.step() == step)
                .toList();
    }

    private List<PolicyStepUndone> undone() {
        return jdbc
                .sql("select data from outbox where seq > ? and type = 'policy.PolicyStepUndone' order by seq")
                .param(before)
                .query(String.class)
                .list()
                .stream()
                .map(data -> Json.MAPPER.readValue(data, PolicyStepUndone.class))
                .toList();
    }

    private static String nameOf(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(EventType.class)).value();
    }

    private record Told(String type, String data) {}

    /** Again where it was called before: a new consumer hears once more what the broker still holds. */
    private void hearAll() {
        List<Told> facts = jdbc.sql("select type, data::text as data from outbox where seq > ? order by seq")
                .param(before)
                .query(Told.class)
                .list();
        for (Told fact : facts) {
            handlers.stream()
                    .filter(it -> it.name().equals("policy-steps")
                            && nameOf(it.type()).equals(fact.type()))
                    .forEach(handler -> handle(handler, fact.data()));
        }
    }

    private <E extends DomainEvent> void handle(EventHandler<E> handler, String data) {
        hear(handler, Json.MAPPER.readValue(data, handler.type()), 0);
    }

    private void hear(RecommendationsSwitched choice, long version) {
        handlers.stream()
                .filter(it -> it.type() == RecommendationsSwitched.class)
                .forEach(it -> hear(cast(it), choice, version));
    }

    @SuppressWarnings("unchecked")
    private static EventHandler<RecommendationsSwitched> cast(EventHandler<?> handler) {
        return (EventHandler<RecommendationsSwitched>) handler;
    }

    private <E extends DomainEvent> void hear(EventHandler<E> handler, E fact, long version) {
        EventMetadata meta =
                new EventMetadata(Ids.next(), nameOf(fact.getClass()), fact.subject(), version, Instant.now());
        transaction.executeWithoutResult(status -> handler.handle(fact, meta));
    }
}
