package cn.zhengqi.policy.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server behind a connection is killed at each row that a step writes: nothing of the step is done, and done again it is done once. */
class KilledTest extends PaymentServiceTest {

    private static final String OUTBOX = "outbox";
    private static final String ITEMS = "redemption_batch_item";
    private static final String BATCHES = "redemption_batch";
    private static final String EVENTS = "redemption_event";
    private static final String LEDGER = "redemption_entry";
    private static final String BUDGETS = "redemption_budget";
    private static final String APPLICATIONS = "redemption_application";

    private Answer project;

    @BeforeEach
    void a_killer_at_the_rows_of_each_table() {
        project = paying(500_000);
        jdbc.sql("create sequence if not exists killed_at_row").update();
        jdbc.sql("create table if not exists killing (name text primary key, row bigint not null)")
                .update();
        jdbc.sql("""
                        create or replace function kill_at_row() returns trigger language plpgsql as $$
                        begin
                            if exists (select 1 from killing where name = tg_table_name)
                                and nextval('killed_at_row') = (select row from killing where name = tg_table_name) then
                                perform pg_terminate_backend(pg_backend_pid());
                                perform pg_sleep(10);
                            end if;
                            return new;
                        end $$""").update();
        for (String table : List.of(OUTBOX, ITEMS, BATCHES, EVENTS, LEDGER, BUDGETS, APPLICATIONS)) {
            jdbc.sql("create or replace trigger kill_at_row after insert or update on " + table
                            + " for each row execute function kill_at_row()")
                    .update();
        }
    }

    @AfterEach
    void no_killer_any_more() {
        for (String table : List.of(OUTBOX, ITEMS, BATCHES, EVENTS, LEDGER, BUDGETS, APPLICATIONS)) {
            jdbc.sql("drop trigger if exists kill_at_row on " + table).update();
        }
        jdbc.sql("drop function if exists kill_at_row").update();
        jdbc.sql("drop table if exists killing").update();
        jdbc.sql("drop sequence if exists killed_at_row").update();
    }

    @Test
    void at_every_step_of_a_batch_no_yuan_is_lost_and_none_is_paid_twice() {
        List<Answer> noticed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Answer applied = applied(aFirm(), project, 800_000);
            noticed.add(killed(
                    "recognise",
                    Map.of(APPLICATIONS, 1, EVENTS, 1, LEDGER, 1, BUDGETS, 1, OUTBOX, 2),
                    200,
                    () -> decide(clerk, applied, "recognise", Map.of())));
        }
        afterTheNotice();
        assertThat(money(project)).isEqualTo(yuan(260_000, 0, 240_000, 0, 0));
        Answer batch = killed(
                "prepare",
                Map.of(BATCHES, 1, ITEMS, 3, APPLICATIONS, 3, EVENTS, 3, OUTBOX, 1),
                201,
                () -> prepared(clerk, noticed.toArray(Answer[]::new)));
        Answer approved = killed("approve", Map.of(BATCHES, 1, OUTBOX, 1), 200, () -> step(chief, batch, "approve"));
        killed("hand over", Map.of(BATCHES, 1, OUTBOX, 2), 200, () -> handOver(clerk, approved));
        killed(
                "settle",
                Map.of(BATCHES, 1, ITEMS, 3, APPLICATIONS, 3, EVENTS, 3, LEDGER, 2, BUDGETS, 2, OUTBOX, 4),
                200,
                () -> settled(
                        clerk,
                        batch,
                        paid(noticed.get(0), "A1"),
                        failed(noticed.get(1), "账号不存在"),
                        paid(noticed.get(2), "A2")));

        assertThat(money(project)).isEqualTo(yuan(260_000, 0, 80_000, 160_000, 0));
        Answer told = post(
                clerk,
                "/api/policy/redemption/applications/" + noticed.get(0).id() + "/returns",
                Map.of("reference", "TH1", "reason", "账号已销户"));
        killed(
                "return",
                Map.of(ITEMS, 1, APPLICATIONS, 1, EVENTS, 1, LEDGER, 1, BUDGETS, 1, OUTBOX, 3),
                200,
                () -> post(
                        chief,
                        "/api/policy/redemption/returns/" + told.id() + "/confirm",
                        Map.of("version", told.version())));

        assertThat(money(project)).isEqualTo(yuan(260_000, 0, 160_000, 80_000, 0));
        assertThat(differences()).isEmpty();
        assertThat(jdbc.sql("""
                                select kind || ' ' || count(*) from redemption_entry
                                where project_id = ? group by kind order by kind""").param(project.id()).query(String.class).list())
                .containsExactly("ALLOCATE 1", "APPROVE 3", "PAY 2", "RESERVE 3", "RETURNED 1");
    }

    @Test
    void
            a_notice_that_ends_a_payment_that_leaves_its_batch_and_a_batch_that_is_cancelled_are_done_whole_or_not_at_all() {
        Answer leaving = noticed(aFirm(), project, 800_000);
        killed("the end of a notice", Map.of(APPLICATIONS, 1, EVENTS, 1, LEDGER, 1, BUDGETS, 1, OUTBOX, 1), 200, () -> {
            afterTheNotice();
            // What the sweep could not do it takes up the next time, and tells its log alone.
            return new Answer(isApproved(leaving) ? 200 : 500, Map.of());
        });
        Answer staying = approved(aFirm(), project, 800_000);
        Answer batch = prepared(clerk, leaving, staying);
        // To look at them is on record: not what is held here.
        Answer seen = get(clerk, "/api/policy/redemption/applications/" + leaving.id());
        killed(
                "ending one in a batch",
                Map.of(BATCHES, 1, ITEMS, 1, APPLICATIONS, 2, EVENTS, 2, LEDGER, 1, BUDGETS, 1, OUTBOX, 3),
                200,
                () -> decide(clerk, seen, "end", Map.of("reason", "企业已迁出")));
        Answer reduced = get(clerk, "/api/policy/redemption/batches/" + batch.id());
        killed(
                "cancelling a batch",
                Map.of(BATCHES, 1, ITEMS, 1, APPLICATIONS, 1, EVENTS, 1, OUTBOX, 1),
                200,
                () -> step(chief, reduced, "cancel", Map.of("reason", "需要重新编制")));

        assertThat(money(project)).isEqualTo(yuan(420_000, 0, 80_000, 0, 0));
        assertThat(differences()).isEmpty();
        assertThat(prepared(clerk, staying).status())
                .as("what was in it is free for another")
                .isEqualTo(201);
    }

    private boolean isApproved(Answer application) {
        return jdbc.sql("select status = 'APPROVED' from redemption_application where id = ?")
                .param(application.id())
                .query(Boolean.class)
                .single();
    }

    /** What a caller does whose answer was lost, as where a copy dies after its commit. No process is ended here. */
    @Test
    void who_did_not_hear_the_answer_and_asks_again_with_the_same_key_prepares_and_pays_nothing_twice() {
        Answer payable = approved(aFirm(), project, 800_000);
        String key = Ids.next().toString();
        Answer first = prepareUnder(key, payable);
        Answer again = prepareUnder(key, payable);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(jdbc.sql("select count(*) from redemption_batch_item where application_id = ?")
                        .param(payable.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        Answer approved = step(chief, first, "approve");
        handOver(clerk, approved);
        assertThat(handOver(clerk, approved).status())
                .as("it is handed over once")
                .isEqualTo(409);
        assertThat(exported(clerk, approved))
                .as("and its file is there all the same")
                .contains("DX");
        settled(clerk, approved, paid(payable, "A1"));
        assertThat(settled(clerk, approved, paid(payable, "A1")).status()).isEqualTo(200);
        assertThat(money(project)).isEqualTo(yuan(420_000, 0, 0, 80_000, 0));
        assertThat(differences()).isEmpty();
    }

    private Answer prepareUnder(String key, Answer application) {
        return answerOf(client.as(clerk)
                .post()
                .uri("/api/policy/redemption/batches")
                .header("Idempotency-Key", key)
                .body(Map.of("applications", List.of(application.id())))
                .exchange());
    }

    /**
     * Does it with the server killed at each of the rows that it writes, and then to its end.
     *
     * @param rows how many it writes of which table
     */
    private Answer killed(String step, Map<String, Integer> rows, int done, Supplier<Answer> action) {
        Map<String, Object> before = everything();
        new LinkedHashMap<>(rows).forEach((table, count) -> {
            for (int row = 1; row <= count; row++) {
                jdbc.sql("alter sequence killed_at_row restart").update();
                jdbc.sql("insert into killing values (?, ?)").params(table, row).update();
                Answer answer;
                try {
                    answer = action.get();
                } finally {
                    jdbc.sql("delete from killing").update();
                }
                String where = step + ", row " + row + " of " + table;
                assertThat(answer.status()).as(where).isGreaterThanOrEqualTo(500);
                assertThat(everything()).as(where).isEqualTo(before);
                assertThat(differences()).as(where).isEmpty();
            }
        });
        Answer answer = action.get();
        assertThat(answer.status()).as(step).isEqualTo(done);
        return answer;
    }

    /** All that a step may change, of this project's applications. */
    private Map<String, Object> everything() {
        return jdbc.sql("""
                        select (select string_agg(a.id || a.status || a.version, ',' order by a.id) from redemption_application a where project_id = p.id) as applications,
                            (select count(*) from redemption_event e join redemption_application a on a.id = e.application_id where a.project_id = p.id) as events,
                            (select count(*) from redemption_entry where project_id = p.id) as entries,
                            (select b::text from redemption_budget b where project_id = p.id) as budget,
                            (select string_agg(b.id || b.state || b.version, ',' order by b.id) from redemption_batch b where institution_id = p.institution_id) as batches,
                            (select string_agg(i.application_id || i.outcome, ',' order by i.application_id)
                               from redemption_batch_item i join redemption_application a on a.id = i.application_id where a.project_id = p.id) as items,
                            (select count(*) from outbox) as told
                        from redemption_project p where id = ?""").param(project.id()).query().singleRow();
    }
}
