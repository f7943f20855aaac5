package cn.zhengqi.policy.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.policy.PolicyServiceApplication;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceProcess;
import cn.zhengqi.web.CurrentUser;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A copy of policy-service, in a process of its own, is ended with kill -9 while it is in the middle of each step by which money goes: once when all is written and nothing
 * committed, once when the commit is on its way and nobody has heard of it. Whoever asked asks again, under the same key; in the end each application is paid once.
 * The steps stand side by side, each with applications of its own, so that one process dies in all of them.
 */
class KilledProcessTest extends PaymentServiceTest {

    private static final String APPLICATIONS = "/api/policy/redemption/applications/";
    private static final String BATCHES = "/api/policy/redemption/batches";

    /** By which the database knows the copy's connections. */
    private static final String COPY = "killed-copy";

    /** What they wait for, in the last statement of a step and in its commit: what a server is told to commit it commits, whoever is gone meanwhile. */
    private static final int LAST_STATEMENT = 1;

    private static final int COMMIT = 2;
    private static final int GATES = 37;

    @Autowired
    private Environment environment;

    @Autowired
    private JsonMapper json;

    @TempDir
    private Path folder;

    private OtherServices others;
    private final List<CurrentUser> offered = new ArrayList<>();
    private int references;

    @BeforeEach
    void a_gate_before_the_end_of_each_step_and_somebody_whom_the_copy_asks() {
        others = new OtherServices(register, standings, json);
        jdbc.sql("""
                        create or replace function wait_at_gate() returns trigger language plpgsql as $$
                        begin
                            if current_setting('application_name') = '%s' then
                                perform pg_advisory_xact_lock_shared(%d, tg_argv[0]::integer);
                            end if;
                            return null;
                        end $$""".formatted(COPY, GATES)).update();
        // The answer under its key is the last that a step stores; the hand-over has no key, and ends with its record.
        gates("after update on idempotency_key", "");
        gates("after insert on outbox", "when (new.data ->> 'action' = 'BATCH_EXPORTED')");
    }

    private void gates(String at, String when) {
        jdbc.sql("create trigger gate_of_last_statement %s for each row %s execute function wait_at_gate(%d)"
                        .formatted(at, when, LAST_STATEMENT))
                .update();
        jdbc.sql(
                        "create constraint trigger gate_of_commit %s deferrable initially deferred for each row %s execute function wait_at_gate(%d)"
                                .formatted(at, when, COMMIT))
                .update();
    }

    @AfterEach
    void no_gates_any_more() {
        others.close();
        jdbc.sql("drop function if exists wait_at_gate cascade").update();
    }

    @Test
    void of_a_process_that_is_killed_in_every_step_no_yuan_is_lost_and_none_is_paid_twice() {
        List<Step> steps = steps();
        Map<String, Object> before = everything();

        try (ServiceProcess copy = copy()) {
            killedIn(steps, copy, LAST_STATEMENT);
        }
        assertThat(everything()).as("killed before its commit").isEqualTo(before);
        assertThat(differences()).isEmpty();

        try (ServiceProcess copy = copy()) {
            killedIn(steps, copy, COMMIT);
        }
        Map<String, Object> done = everything();
        assertThat(done.keySet())
                .as("each step is done that was committed")
                .allSatisfy(what -> assertThat(done.get(what)).as(what).isNotEqualTo(before.get(what)));
        assertThat(differences()).isEmpty();

        try (ServiceProcess copy = copy()) {
            for (Step step : steps) {
                assertThat(step.ask().apply(copy.client()).status())
                        .as(step.name() + ", asked again")
                        .isEqualTo(step.askedAgain());
            }
            assertThat(everything()).as("asked again").isEqualTo(done);
            // Whoever goes on does so at the copy that came back.
            client = copy.client();
            allIsPaid();
        }
        eachIsPaidOnceAndToldOnce();
    }

    /** @param askedAgain what is answered to whoever asks for what is done */
    private record Step(String name, Function<ServiceClient, Answer> ask, int askedAgain) {}

    private List<Step> steps() {
        Answer applied = applied(aFirm(), paying(500_000), 800_000);
        List<Answer> payments = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            payments.add(noticed(aFirm(), paying(500_000), 800_000));
        }
        List<Answer> exempt = List.of(exemptInNotice(), exemptInNotice(), exemptInNotice());
        afterTheNotice();
        Answer prepared = prepared(clerk, payments.get(1), exempt.get(1));
        Answer approved = step(chief, prepared(clerk, payments.get(2), exempt.get(2)), "approve");
        Answer handedOver = handedOver(payments.get(3), payments.get(4));
        Answer failed = settledAs(failed(payments.get(5), "账号不存在"), payments.get(5));
        Answer paid = settledAs(paid(payments.get(6), reference()), payments.get(6));
        Answer cameBack = cameBack(
                clerk,
                settledAs(paid(payments.get(7), reference()), payments.get(7)).id());
        Answer offers = exempt();
        List<CurrentUser> firms = List.of(aFirm(), aFirm());
        offered.addAll(firms);
        offered(exempt(), firm);
        Answer offer = mineOf(firm);

        return List.of(
                keyed("recognise", clerk, APPLICATIONS + applied.id() + "/recognise", seen(applied, Map.of()), 200),
                keyed(
                        "prepare",
                        clerk,
                        BATCHES,
                        Map.of(
                                "applications",
                                List.of(
                                        payments.getFirst().id(),
                                        exempt.getFirst().id())),
                        201),
                keyed("approve", chief, BATCHES + "/" + prepared.id() + "/approve", seen(prepared, Map.of()), 200),
                // Whoever did not get the file is told that it is handed over, and takes it out once more.
                new Step("hand over", copy -> handOver(copy, clerk, approved), 409),
                results(handedOver, paid(payments.get(3), reference()), failed(payments.get(4), "账号不存在")),
                keyed(
                        "pay again",
                        clerk,
                        APPLICATIONS + failed.id() + "/pay-again",
                        seen(failed, Map.of("reason", "国库已恢复")),
                        200),
                keyed(
                        "tell a return",
                        clerk,
                        APPLICATIONS + paid.id() + "/returns",
                        Map.of("reference", "TH2", "reason", "账号已销户"),
                        201),
                keyed(
                        "confirm a return",
                        chief,
                        "/api/policy/redemption/returns/" + cameBack.id() + "/confirm",
                        seen(cameBack, Map.of()),
                        200),
                keyed(
                        "offer",
                        clerk,
                        "/api/policy/manage/redemption-projects/" + offers.id() + "/offers",
                        Map.of(
                                "offers",
                                firms.stream()
                                        .map(it -> Map.of("enterpriseId", it.enterpriseId()))
                                        .toList()),
                        201),
                keyed(
                        "confirm an offer",
                        firm,
                        "/api/policy/my/redemptions/" + offer.id() + "/confirm",
                        seen(offer, Map.of("account", account(firm))),
                        200));
    }

    private Answer exemptInNotice() {
        CurrentUser who = aFirm();
        offered(exempt(), who);
        return mine(who, mineOf(who), "confirm", Map.of("account", account(who)));
    }

    /** A payment of which the treasury has said that. */
    private Answer settledAs(String said, Answer payment) {
        settled(clerk, handedOver(payment), said);
        return get(clerk, APPLICATIONS + payment.id());
    }

    private String reference() {
        references++;
        return "LS" + references;
    }

    private static Step keyed(String name, CurrentUser who, String uri, Map<String, Object> body, int done) {
        String key = Ids.next().toString();
        return new Step(
                name,
                copy -> answerOf(copy.as(who)
                        .post()
                        .uri(uri)
                        .header("Idempotency-Key", key)
                        .body(body)
                        .exchange()),
                done);
    }

    private Step results(Answer batch, String... rows) {
        String key = Ids.next().toString();
        MultiValueMap<String, Object> file =
                resultsIn("结果.csv", file(batch, List.of(rows)).getBytes(StandardCharsets.UTF_8));
        return new Step("take results", copy -> settledWith(copy, clerk, batch, key, file), 200);
    }

    private ServiceProcess copy() {
        Map<String, String> properties = new HashMap<>(others.properties());
        properties.put(
                "zhengqi.db.url", environment.getRequiredProperty("zhengqi.db.url") + "?ApplicationName=" + COPY);
        // Each step holds a connection until the copy is killed.
        properties.put("zhengqi.db.pool-size", "16");
        return ServiceProcess.start(PolicyServiceApplication.class, environment, properties, folder);
    }

    private void killedIn(List<Step> steps, ServiceProcess copy, int gate) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> asked;
            try (Connection held = closed(gate)) {
                asked = steps.stream()
                        .map(step -> threads.submit(() -> step.ask().apply(copy.client())))
                        .toList();
                await("each step waits for its end").until(() -> {
                    assertThat(asked).as("answered already").allSatisfy(KilledProcessTest::isNotAnswered);
                    return waiting(gate) == steps.size();
                });
                copy.kill();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            for (Future<Answer> unanswered : asked) {
                assertThatThrownBy(unanswered::get).hasCauseInstanceOf(ResourceAccessException.class);
            }
        }
        await("the database has ended what the copy had begun").until(() -> connections() == 0);
    }

    private static void isNotAnswered(Future<Answer> asked) throws ExecutionException, InterruptedException {
        if (asked.isDone()) {
            throw new AssertionError(asked.get().toString());
        }
    }

    /** Until it is closed. */
    private Connection closed(int gate) throws SQLException {
        Connection gatekeeper = DriverManager.getConnection(
                environment.getRequiredProperty("zhengqi.db.url"),
                environment.getRequiredProperty("zhengqi.db.user"),
                environment.getRequiredProperty("zhengqi.db.password"));
        try (PreparedStatement close = gatekeeper.prepareStatement("select pg_advisory_lock(?, ?)")) {
            close.setInt(1, GATES);
            close.setInt(2, gate);
            close.execute();
        }
        return gatekeeper;
    }

    private long waiting(int gate) {
        return jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and application_name = ? and wait_event = 'advisory' and (query ilike 'commit%') = ?""").params(COPY, gate == COMMIT).query(Long.class).single();
    }

    private long connections() {
        return jdbc.sql(
                        "select count(*) from pg_stat_activity where datname = current_database() and application_name = ?")
                .param(COPY)
                .query(Long.class)
                .single();
    }

    /** All that the steps change; what was found before a payment is kept, whatever becomes of it, and so is that somebody was refused. */
    private Map<String, Object> everything() {
        return jdbc.sql("""
                        with a as (select * from redemption_application where institution_id = :department),
                            b as (select * from redemption_batch where institution_id = :department),
                            p as (select id from redemption_project where institution_id = :department)
                        select (select string_agg(id || status || version, ',' order by id) from a) as applications,
                            (select count(*) from redemption_event where application_id in (select id from a)) as events,
                            (select count(*) from redemption_entry where project_id in (select id from p)) as entries,
                            (select string_agg(r::text, ',' order by project_id) from redemption_budget r where project_id in (select id from p)) as budgets,
                            (select string_agg(id || state || version, ',' order by id) from b) as batches,
                            (select string_agg(batch_id::text || application_id || outcome, ',' order by batch_id, application_id)
                               from redemption_batch_item where batch_id in (select id from b)) as items,
                            (select string_agg(id || state, ',' order by id) from redemption_return where institution_id = :department) as returns,
                            (select count(*) from idempotency_key) as keys,
                            (select string_agg(what || ' ' || times, ',' order by what) from (
                                select type || coalesce(' ' || (data ->> 'action'), '') as what, count(*) as times from outbox
                                where data ->> 'action' is distinct from 'COMMAND_REFUSED' group by 1) t) as told""").param("department", department).query().singleRow();
    }

    /** Goes on from wherever the steps are. */
    private void allIsPaid() {
        offered.forEach(it -> mine(it, mineOf(it), "confirm", Map.of("account", account(it))));
        afterTheNotice();
        items(get(chief, "/api/policy/redemption/returns?state=OPEN"))
                .forEach(told -> confirmed(chief, new Answer(200, told)));
        applications("status in ('PAY_FAILED', 'RETURNED')")
                .forEach(it -> decide(clerk, get(clerk, APPLICATIONS + it), "pay-again", Map.of("reason", "国库已恢复")));
        batches("DRAFT").forEach(it -> step(chief, it, "approve"));
        batches("APPROVED").forEach(it -> handOver(clerk, it));
        batches("EXPORTED").forEach(this::isPaid);
        isPaid(handedOver(applications("status = 'APPROVED'").stream()
                .map(it -> get(clerk, APPLICATIONS + it))
                .toArray(Answer[]::new)));
    }

    private void isPaid(Answer batch) {
        assertThat(exported(clerk, batch)).contains("DX");
        String[] rows = jdbc
                .sql("select application_id from redemption_batch_item where batch_id = ?")
                .param(batch.id())
                .query(UUID.class)
                .list()
                .stream()
                .map(it -> paid(get(clerk, APPLICATIONS + it), reference()))
                .toArray(String[]::new);
        assertThat(settled(clerk, batch, rows).status()).isEqualTo(200);
    }

    private List<UUID> applications(String condition) {
        return jdbc.sql("select id from redemption_application where institution_id = ? and " + condition
                        + " order by id")
                .param(department)
                .query(UUID.class)
                .list();
    }

    private List<Answer> batches(String state) {
        return items(get(clerk, BATCHES + "?state=" + state)).stream()
                .map(it -> new Answer(200, it))
                .toList();
    }

    private void eachIsPaidOnceAndToldOnce() {
        assertThat(differences()).isEmpty();
        assertThat(counted("""
                        select a.status || ', living payments ' || (select count(*) from redemption_batch_item
                                where application_id = a.id and outcome in ('PENDING', 'PAID')) || ': '
                            || (select string_agg(kind, ' ' order by seq) from redemption_entry where application_id = a.id)
                        from redemption_application a where institution_id = :department"""))
                .containsOnly(
                        Map.entry("PAID, living payments 1: RESERVE APPROVE PAY", 13L),
                        Map.entry("PAID, living payments 1: RESERVE APPROVE PAY RETURNED PAY", 2L));
        assertThat(jdbc.sql("""
                                select unnest(array[sum(reserved), sum(approved), sum(paid), sum(returned)]) from redemption_budget
                                where project_id in (select id from redemption_project where institution_id = ?)""").param(department).query(BigDecimal.class).list())
                .as("nine of 80,000 who applied, six of 20,000 who were found")
                .isEqualTo(yuan(0, 0, 840_000, 0));
        assertThat(counted("""
                        select type from outbox where type like 'policy.Redemption%'
                            and subject in (select id from redemption_application where institution_id = :department)""")).containsEntry("policy.RedemptionPaid", 17L);
        assertThat(counted("""
                        select data ->> 'action' from outbox
                        where type = 'audit.ChangeRecorded' and data ->> 'subjectId' in (
                            select id::text from redemption_application where institution_id = :department
                            union all select id::text from redemption_batch where institution_id = :department
                            union all select id::text from redemption_return where institution_id = :department)
                            and data ->> 'action' not in ('REDEMPTION_VIEWED', 'COMMAND_REFUSED')"""))
                .containsOnly(
                        Map.entry("REDEMPTION_SUBMITTED", 9L),
                        Map.entry("REDEMPTION_RECOGNISED", 9L),
                        Map.entry("REDEMPTION_OFFERED", 6L),
                        Map.entry("REDEMPTION_CONFIRMED", 6L),
                        Map.entry("REDEMPTION_APPROVED", 15L),
                        Map.entry("BATCH_PREPARED", 8L),
                        Map.entry("BATCH_APPROVED", 8L),
                        Map.entry("BATCH_HANDED_OVER", 8L),
                        Map.entry("BATCH_SETTLED", 8L),
                        Map.entry("RETURN_TOLD", 2L),
                        Map.entry("RETURN_CONFIRMED", 2L),
                        Map.entry("REDEMPTION_RETURNED", 2L),
                        Map.entry("REDEMPTION_PAID_AGAIN", 4L));
        assertThat(counted("""
                        select type || subject || version from outbox where type like 'policy.Redemption%'
                            and subject in (select id from redemption_application where institution_id = :department)"""))
                .allSatisfy((fact, times) -> assertThat(times).as(fact).isEqualTo(1));
    }

    /** How often each line is found. */
    private Map<String, Long> counted(String lines) {
        Map<String, Long> counted = new HashMap<>();
        jdbc.sql(lines)
                .param("department", department)
                .query(String.class)
                .list()
                .forEach(line -> counted.merge(line, 1L, Long::sum));
        return counted;
    }
}
