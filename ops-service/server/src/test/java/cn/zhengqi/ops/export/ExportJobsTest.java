package cn.zhengqi.ops.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.InternalSignInNames;
import cn.zhengqi.events.audit.AuditAction;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.ops.OpsServiceTest;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.MovableClock;
import cn.zhengqi.testing.RawTables;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestServers;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.user.api.Principal;
import cn.zhengqi.web.CurrentUser;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Long lists as jobs; copies of the service look for them seldom here, so that each test says itself when one does. */
@OpsServiceTest
class ExportJobsTest {

    private static final String ASK = "/api/ops/operations/export-jobs";
    private static final int ROWS = 4;

    private final CurrentUser auditor = TestUsers.operator("ops.audit.read", "auth.signin-log.read");
    private final UUID subject = Ids.next();

    @Autowired
    private ServiceClient client;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MovableClock clock;

    @Autowired
    private InternalPrincipals principals;

    @Autowired
    private InternalSignInNames names;

    @Autowired
    private ExportWorker worker;

    @Autowired
    private ExportQueue queue;

    @Autowired
    private Askers askers;

    @Autowired
    private ExportSecrets secrets;

    @Autowired
    private DataSource source;

    @Value("${zhengqi.db.url}")
    private String address;

    private enum Done implements AuditAction {
        LIST_MADE;

        @Override
        public String label() {
            return "登记名单";
        }

        @Override
        public String subjectKind() {
            return "名单";
        }
    }

    private record Named(String title) {}

    @BeforeEach
    void someEntriesAndNobodyElsesJobs() {
        jdbc.sql("delete from export_job").update();
        may("ops.audit.read", "auth.signin-log.read");
        for (int i = 0; i < ROWS; i++) {
            String title = "名单" + i;
            transaction.executeWithoutResult(
                    status -> audit.changed(Done.LIST_MADE, subject, title, null, new Named(title)));
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(jdbc.sql("select count(*) from ops_log.audit_entry where subject_id = ?")
                                        .param(subject)
                                        .query(Integer.class)
                                        .single())
                                .isEqualTo(ROWS));
    }

    @AfterEach
    void theClockGoesRight() {
        clock.reset();
    }

    @Test
    void a_list_is_written_in_the_background_and_fetched_by_who_asked_for_it() {
        Map<?, ?> asked = ask(auditor);
        assertThat(asked.get("state")).isEqualTo("QUEUED");
        assertThat(asked.get("total")).isEqualTo(ROWS);
        assertThat(asked.get("conditions")).asString().isEqualTo("操作：登记名单；对象：" + subject);

        assertThat(worker.work()).isTrue();

        Map<?, ?> done = mine(auditor).getFirst();
        assertThat(done.get("state")).isEqualTo("DONE");
        assertThat(done.get("written")).isEqualTo(ROWS);
        ExportedFile file = ExportedFile.of(client.as(auditor), "/api/ops/exports/{id}/file", done.get("id"));
        assertThat(file.column("对象")).containsExactly("名单0", "名单1", "名单2", "名单3");
        assertThat(file.rows())
                .isEqualTo(ExportedFile.of(
                                client.as(auditor), "/api/ops/operations/export?sort=occurredAt,asc&subject=" + subject)
                        .rows());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(jdbc.sql("""
                                select action from ops_log.audit_entry where subject_id = ? order by seq""")
                                .param(UUID.fromString(String.valueOf(done.get("id"))))
                                .query(String.class)
                                .list())
                        .containsExactly("EXPORT_ASKED", "EXPORT_DOWNLOADED"));
        assertThat(worker.work()).as("there is no other").isFalse();
    }

    @Test
    void what_was_typed_to_sign_in_is_covered_where_it_is_shown_and_sealed_where_it_is_kept() {
        when(names.indexOf(new InternalSignInNames.Typed("13812345678")))
                .thenReturn(new InternalSignInNames.Index("0".repeat(64)));

        Map<?, ?> asked = ok(client.as(auditor), "/api/ops/sign-ins/export-jobs", Map.of("username", "13812345678"));
        worker.work();

        assertThat(asked.get("conditions")).isEqualTo("登录名：138****5678");
        assertThat(mine(auditor).getFirst().get("state")).isEqualTo("DONE");
        assertThat(RawTables.showing(source, "13812345678")).isEmpty();
        assertThat(RawTables.encryptedColumns(source)).contains("export_job.filter", "export_job.file_key");
    }

    @Test
    void a_job_whose_writer_was_killed_is_written_anew_from_its_beginning_once_that_one_is_silent_for_too_long() {
        UUID job = idOf(ask(auditor));
        ExportAttempt.Claimed killed = queue.claim().orElseThrow();
        ExportAttempt dead = queue.attempt(killed);
        dead.keep(1, new byte[] {1, 2, 3});
        assertThat(worker.work()).as("it is held").isFalse();

        clock.forward(ExportAttempt.HELD.plusSeconds(1));
        assertThat(worker.work()).isTrue();

        Map<?, ?> done = mine(auditor).getFirst();
        assertThat(done.get("state")).isEqualTo("DONE");
        assertThat(ExportedFile.of(client.as(auditor), "/api/ops/exports/{id}/file", job)
                        .rows())
                .hasSize(ROWS);
        assertThat(throwing(() -> dead.keep(2, new byte[] {4}))).isInstanceOf(ExportAttempt.NotMine.class);
        dead.done(3, secrets.newKey());
        assertThat(mine(auditor).getFirst()).isEqualTo(done);
        assertThat(told(job)).as("once, by who ended it").containsExactly("操作日志 4 ready");
    }

    @Test
    void who_may_read_the_list_no_more_when_it_is_written_gets_no_file_and_is_told_why() {
        UUID job = idOf(ask(auditor));
        may("auth.signin-log.read");

        worker.work();

        Map<?, ?> failed = mine(auditor).getFirst();
        assertThat(failed.get("state")).isEqualTo("FAILED");
        assertThat(failed.get("reason")).isEqualTo("申请人已没有查看操作日志的权限");
        assertThat(parts(job)).isZero();
        fetch(auditor, job).expectStatus().isEqualTo(409);
        assertThat(told(job)).containsExactly("操作日志 0 申请人已没有查看操作日志的权限");
    }

    @Test
    void who_may_read_the_list_no_more_cannot_fetch_what_was_written_before_and_nobody_else_sees_it() {
        UUID job = idOf(ask(auditor));
        worker.work();

        fetch(as(auditor, "auth.signin-log.read"), job).expectStatus().isForbidden();
        CurrentUser another = TestUsers.operator("ops.audit.read");
        fetch(another, job).expectStatus().isNotFound();
        post(client.as(another), "/api/ops/exports/" + job + "/cancel", null)
                .expectStatus()
                .isNotFound();
        assertThat(mine(another)).isEmpty();
    }

    @Test
    void a_job_is_cancelled_while_it_waits_and_while_it_is_written_and_leaves_nothing() {
        UUID waiting = idOf(ask(auditor));
        assertThat(cancel(waiting).get("state")).isEqualTo("CANCELLED");
        assertThat(worker.work()).isFalse();

        UUID running = idOf(ask(auditor));
        AtomicBoolean wentOn = new AtomicBoolean();
        writerOf((target, written) -> {
                    put(target, new byte[1024 * 1024]);
                    assertThat(parts(running)).isEqualTo(2);
                    cancel(running);
                    put(target, new byte[1024 * 1024]);
                    wentOn.set(true);
                })
                .work();

        assertThat(wentOn).isFalse();
        assertThat(mine(auditor)).extracting(job -> job.get("state")).containsOnly("CANCELLED");
        assertThat(parts(running)).isZero();
        assertThat(told(waiting)).as("they know").isEmpty();
        assertThat(told(running)).isEmpty();
        post(client.as(auditor), "/api/ops/exports/" + running + "/cancel", null)
                .expectStatus()
                .isEqualTo(409);
        fetch(auditor, running).expectStatus().isEqualTo(409);
    }

    @Test
    void progress_is_seen_while_it_is_written_and_what_breaks_off_is_tried_again_but_not_for_ever() {
        ask(auditor);
        ExportWorker breaking = writerOf((target, written) -> {
            for (int row = 0; row < 2000; row++) {
                written.run();
            }
            assertThat(mine(auditor).getFirst().get("written")).isEqualTo(2000);
            throw new IllegalStateException("the connection broke");
        });
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(breaking.work()).isTrue();
            assertThat(mine(auditor).getFirst().get("state")).isEqualTo("RUNNING");
            assertThat(breaking.work()).as("not at once").isFalse();
            clock.forward(Duration.ofMinutes(1));
        }

        breaking.work();

        Map<?, ?> failed = mine(auditor).getFirst();
        assertThat(failed.get("state")).isEqualTo("FAILED");
        assertThat(failed.get("reason")).isEqualTo("多次写出中断，请缩小查询范围后重新申请");
    }

    @Test
    void a_person_has_a_few_jobs_open_and_no_more() {
        for (int i = 0; i < 3; i++) {
            ask(auditor);
        }

        assertThat(problem(auditor)).containsEntry("code", "EXPORTS_OPEN");
        assertThat(ask(TestUsers.operator("ops.audit.read"))).containsEntry("state", "QUEUED");
        post(client.as(TestUsers.operator("auth.signin-log.read")), ASK, Map.of())
                .expectStatus()
                .isForbidden();
    }

    /** By hand, {@code -Dzhengqi.measure=1000000}: what docs/operations.md says of the memory that a job holds. */
    @Test
    @EnabledIfSystemProperty(named = "zhengqi.measure", matches = "\\d+")
    void however_long_the_list_is_its_job_holds_no_more_than_a_few_portions_of_it() throws InterruptedException {
        int rows = Integer.getInteger("zhengqi.measure");
        JdbcClient owner = JdbcClient.create(TestServers.get().asSuperuser(address, "ops_log"));
        String others = owner.sql("""
                        select string_agg(column_name, ', ') from information_schema.columns
                        where table_schema = 'ops_log' and table_name = 'audit_entry' and column_name not in ('seq', 'event_id', 'subject_id')""").query(String.class).single();
        UUID many = Ids.next();
        owner.sql("alter table audit_entry disable trigger user").update();
        // To fill them takes many times longer than what is measured; this database ends with the test.
        owner.sql("""
                        do $$ declare one regclass; begin
                          for one in select indexrelid from pg_index
                            where indrelid = 'ops_log.audit_entry'::regclass and not indisunique loop
                            execute format('drop index %s', one);
                          end loop;
                        end $$""").update();
        owner.sql("insert into audit_entry (seq, event_id, subject_id, " + others
                        + ") select 1000000000 + g, gen_random_uuid(), ?, " + others
                        + " from generate_series(1, ?) g, (select * from audit_entry where subject_id = ? limit 1) e")
                .params(many, rows, subject)
                .update();
        ok(client.as(auditor), ASK, Map.of("subject", many.toString()));
        var memory = ManagementFactory.getMemoryMXBean();
        System.gc();
        long before = memory.getHeapMemoryUsage().getUsed();
        AtomicLong most = new AtomicLong(before);
        Instant began = Instant.now();
        Thread writing = Thread.ofPlatform().start(worker::work);
        while (!writing.join(Duration.ofMillis(500))) {
            System.gc();
            most.accumulateAndGet(memory.getHeapMemoryUsage().getUsed(), Math::max);
        }
        long held = (most.get() - before) / (1024 * 1024);
        LoggerFactory.getLogger(ExportJobsTest.class)
                .info(
                        "{} rows in {} s, {} bytes, {} MB held at most",
                        rows,
                        Duration.between(began, Instant.now()).toSeconds(),
                        mine(auditor).getFirst().get("bytes"),
                        held);
        owner.sql("delete from audit_entry where seq > 1000000000").update();
        owner.sql("alter table audit_entry enable trigger user").update();

        assertThat(mine(auditor).getFirst()).containsEntry("state", "DONE").containsEntry("written", rows);
        assertThat(held).isLessThan(64);
    }

    /** What a list does while it is written. */
    @FunctionalInterface
    private interface Writing {

        void write(OutputStream target, Runnable written);
    }

    private ExportWorker writerOf(Writing writing) {
        ExportSource list = new ExportSource() {
            @Override
            public ExportKind kind() {
                return ExportKind.OPERATIONS;
            }

            @Override
            public void write(String filter, CurrentUser reader, Instant at, OutputStream target, Runnable written) {
                writing.write(target, written);
            }
        };
        return new ExportWorker(queue, askers, secrets, List.of(list), Clock.systemUTC());
    }

    private static void put(OutputStream target, byte[] bytes) {
        try {
            target.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Throwable throwing(Runnable work) {
        return catchThrowable(work::run);
    }

    private void may(String... permissions) {
        when(principals.principal(any(), eq(auditor.userType()), any()))
                .thenReturn(new Principal(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of("AUDITOR"),
                        List.of(permissions),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private static CurrentUser as(CurrentUser person, String permission) {
        return new CurrentUser(
                person.accountId(),
                person.name(),
                person.userType(),
                null,
                null,
                null,
                null,
                person.roles(),
                Set.of(permission));
    }

    private Map<?, ?> asked() {
        return Map.of("subject", subject.toString(), "action", "LIST_MADE", "sort", "occurredAt,asc");
    }

    private Map<String, Object> ask(CurrentUser person) {
        return ok(client.as(person), ASK, asked());
    }

    private Map<String, Object> problem(CurrentUser person) {
        return body(post(client.as(person), ASK, asked()).expectStatus().isEqualTo(409));
    }

    private Map<String, Object> cancel(UUID job) {
        return ok(client.as(auditor), "/api/ops/exports/" + job + "/cancel", null);
    }

    private static UUID idOf(Map<?, ?> job) {
        return UUID.fromString(String.valueOf(job.get("id")));
    }

    /** What was told of the job to who asked for it. */
    private List<String> told(UUID job) {
        return jdbc.sql("""
                        select concat_ws(' ', data ->> 'list', data ->> 'rows', coalesce(data ->> 'failure', 'ready')) from outbox
                        where type = 'ops.ExportEnded' and subject = ? and data ->> 'accountId' = ? order by id""")
                .params(job, auditor.accountId().toString())
                .query(String.class)
                .list();
    }

    private int parts(UUID job) {
        return jdbc.sql("select count(*) from export_part where job_id = ?")
                .param(job)
                .query(Integer.class)
                .single();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> mine(CurrentUser person) {
        return (List<Map<String, Object>>) body(client.as(person)
                        .get()
                        .uri("/api/ops/exports")
                        .exchange()
                        .expectStatus()
                        .isOk())
                .get("items");
    }

    private RestTestClient.ResponseSpec fetch(CurrentUser person, UUID job) {
        return client.as(person).get().uri("/api/ops/exports/{id}/file", job).exchange();
    }

    private Map<String, Object> ok(RestTestClient as, String path, @Nullable Object body) {
        return body(post(as, path, body).expectStatus().isOk());
    }

    private static RestTestClient.ResponseSpec post(RestTestClient as, String path, @Nullable Object body) {
        var request = as.post().uri(path).header("Idempotency-Key", Ids.next().toString());
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).body(body).exchange();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> body(RestTestClient.ResponseSpec answer) {
        return Objects.requireNonNull((Map<String, Object>)
                answer.expectBody(Map.class).returnResult().getResponseBody());
    }
}
