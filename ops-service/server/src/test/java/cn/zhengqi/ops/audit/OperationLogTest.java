package cn.zhengqi.ops.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.spy;

import cn.idev.excel.FastExcel;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.events.audit.AuditAction;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.events.audit.ChangeRecorded;
import cn.zhengqi.events.audit.Refusal;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.ops.OpsServiceTest;
import cn.zhengqi.ops.api.VerificationReport;
import cn.zhengqi.ops.api.VerificationReport.FaultKind;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.MovableClock;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.Streamed;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Sensitive;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OpsServiceTest
class OperationLogTest {

    private final CurrentUser auditor = TestUsers.operator("ops.audit.read");
    private final UUID subject = Ids.next();

    @Autowired
    private AuditTrail audit;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceClient client;

    @Autowired
    private AuditLog log;

    @Autowired
    private Operations operations;

    @Autowired
    private Chain chain;

    @Autowired
    private CheckpointKeys keys;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Checkpoints checkpoints;

    @Autowired
    private Retention retention;

    @Autowired
    private MovableClock clock;

    @Value("${zhengqi.db.url}")
    private String address;

    @Autowired
    @Qualifier("eventPump")
    private Object pump;

    private KeptLog kept;

    private enum Done implements AuditAction {
        CARD_CHANGED;

        @Override
        public String label() {
            return "修改名片";
        }

        @Override
        public String subjectKind() {
            return "企业名片";
        }
    }

    private record Card(
            String title, @Sensitive(mask = Mask.PHONE) String phone, Owner owner, int version) {}

    private record Owner(String name) {}

    private record Looked(String field, String reason, String title) {}

    @BeforeAll
    static void patience() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @BeforeEach
    void severalEntries() {
        kept = new KeptLog(ChainedLog.OPERATIONS, "/api/ops/operations", auditor, client, jdbc, address);
        for (int i = 0; i < 5; i++) {
            change("名片" + i, null, card("甲", "13812345678", 0));
        }
        await().untilAsserted(() -> assertThat(entries()).isEqualTo(5));
    }

    @AfterEach
    void theClockGoesRight() {
        clock.reset();
    }

    @Test
    void a_change_is_shown_with_what_was_before_and_after_and_covered_as_for_anybody() {
        change("重庆渝巴机械有限公司", card("旧", "13812345678", 1), card("新", "13900005678", 2));
        await().untilAsserted(() -> assertThat(entries()).isEqualTo(6));

        Map<String, Object> page = kept.get("/api/ops/operations?subject=" + subject);
        Map<?, ?> newest = (Map<?, ?>) ((List<?>) page.get("items")).getFirst();
        assertThat(newest.get("actionLabel")).isEqualTo("修改名片");
        assertThat(newest.get("subjectName")).isEqualTo("重庆渝巴机械有限公司");
        assertThat(newest.get("actorName")).isEqualTo("王审计");

        Map<String, Object> detail = kept.get("/api/ops/operations/" + newest.get("seq"));
        assertThat(detail.get("changes"))
                .asString()
                .contains("{field=phone, name=手机号, before=138****5678, after=139****5678, told=false}")
                .contains("{field=title, name=标题, before=旧, after=新, told=false}")
                .doesNotContain("version", "owner");
    }

    @Test
    void entries_are_found_by_who_what_when_and_about_what() {
        assertThat(kept.total("who=王审&subject=" + subject)).isEqualTo(5);
        assertThat(kept.total("who=李&subject=" + subject)).isZero();
        assertThat(kept.total("subject=" + subject + "&service=ops-service&action=CARD_CHANGED"))
                .isEqualTo(5);
        assertThat(kept.total("subject=" + subject + "&action=OTHER")).isZero();
        assertThat(kept.total("subject=" + subject + "&to=2020-01-01")).isZero();
        assertThat(kept.total("subject=名片3&who=" + "王审计")).isPositive();
    }

    @Test
    void a_name_is_found_by_any_part_of_it_however_short() {
        assertThat(kept.total("who=王&subject=" + subject)).isEqualTo(5);
        assertThat(kept.total("who=审计&subject=" + subject)).isEqualTo(5);
        assertThat(kept.total("who=王计&subject=" + subject)).isZero();
        assertThat(kept.total("who=%25&subject=" + subject))
                .as("no sign of a pattern")
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "王,, audit_entry_by_actor_part",
        "审计,, audit_entry_by_actor_part",
        "王审计,, audit_entry_by_actor_name",
        ", 名片, audit_entry_by_subject_part",
        ", 机械有限公司, audit_entry_by_subject_name"
    })
    void a_search_by_name_has_its_index_however_short_the_name(String who, String what, String index) {
        OperationFilter.Condition condition =
                new OperationFilter(who, null, null, what, null, null, null, null).condition();

        assertThat(plan("select count(*) from ops_log.audit_entry" + condition.sql(), condition))
                .anySatisfy(line -> assertThat(line).contains(index));
    }

    @Test
    void what_was_tried_in_vain_is_shown_as_failed_with_its_code_and_found_by_that_through_an_index() {
        transaction.executeWithoutResult(status -> audit.by(Ids.next(), "王审计")
                .changed(
                        Refusal.COMMAND_REFUSED,
                        subject,
                        "POST /api/policy/declarations/{id}/pass",
                        null,
                        new Refusal.Because("VERSION_CONFLICT", "内容已被他人修改，请刷新后重试", null, "办理本机构的政策申报")));
        await().untilAsserted(() -> assertThat(entries()).isEqualTo(6));

        assertThat(kept.total("result=SUCCESS&subject=" + subject)).isEqualTo(5);
        Map<String, Object> page = kept.get("/api/ops/operations?result=FAILED&subject=" + subject);
        assertThat(page.get("total")).isEqualTo(1);
        Map<?, ?> failed = (Map<?, ?>) ((List<?>) page.get("items")).getFirst();
        assertThat(failed.get("actionLabel")).isEqualTo("操作未成功");
        assertThat(failed.get("result")).isEqualTo("FAILED");
        assertThat(failed.get("problem")).isEqualTo("VERSION_CONFLICT");
        assertThat(failed.get("reason")).isEqualTo("内容已被他人修改，请刷新后重试");
        assertThat(failed.get("intended")).isEqualTo("办理本机构的政策申报");
        assertThat(kept.get("/api/ops/operations/" + failed.get("seq")).get("changes"))
                .asString()
                .contains(
                        "name=问题代码, before=（无）, after=VERSION_CONFLICT, told=true", "after=内容已被他人修改，请刷新后重试, told=true");
        ExportedFile file = ExportedFile.of(
                client.as(auditor), "/api/ops/operations/export?sort=occurredAt,asc&subject=" + subject);
        assertThat(file.column("结果")).containsExactly("成功", "成功", "成功", "成功", "成功", "失败");
        assertThat(file.column("拟办事项").getLast()).isEqualTo("办理本机构的政策申报");
        assertThat(file.column("原因").getLast()).isEqualTo("内容已被他人修改，请刷新后重试");
        assertThat(file.column("问题代码").getLast()).isEqualTo("VERSION_CONFLICT");
        assertThat(file.column("变更内容").getLast()).contains("问题代码：VERSION_CONFLICT");

        OperationFilter.Condition condition =
                new OperationFilter(null, null, null, null, null, null, OperationResult.FAILED, null).condition();
        assertThat(plan(
                        "select seq from ops_log.audit_entry" + condition.sql() + condition.order() + " limit 20",
                        condition))
                .anySatisfy(line -> assertThat(line).containsPattern("audit_entry_refused|Index Cond: .*action"));
        assertThat(plan("select count(*) from ops_log.audit_entry" + condition.sql(), condition))
                .anySatisfy(line -> assertThat(line).containsPattern("audit_entry_refused|Index Cond: .*action"));
    }

    @Test
    void only_who_may_read_it_reads_it_and_nobody_writes_it() {
        client.as(TestUsers.operator("auth.signin-log.read"))
                .get()
                .uri("/api/ops/operations")
                .exchange()
                .expectStatus()
                .isForbidden();
        client.as(auditor)
                .delete()
                .uri("/api/ops/operations/1")
                .exchange()
                .expectStatus()
                .isEqualTo(405);
        client.as(auditor)
                .put()
                .uri("/api/ops/operations/1")
                .exchange()
                .expectStatus()
                .isEqualTo(405);
    }

    @Test
    void the_role_of_the_service_can_add_and_read_and_nothing_else() {
        for (String forbidden : List.of(
                "update ops_log.audit_entry set actor_name = '别人' where seq = 1",
                "delete from ops_log.audit_entry where seq = 1",
                "truncate ops_log.audit_entry",
                "update ops_log.audit_checkpoint set through_seq = 1",
                "delete from ops_log.audit_checkpoint",
                "truncate ops_log.audit_checkpoint",
                "delete from ops_log.audit_key",
                "create table ops_log.audit_entry_of_mine (seq bigint)",
                "set role zq_ops_log")) {
            assertThatThrownBy(() -> jdbc.sql(forbidden).update())
                    .as(forbidden)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void the_role_of_the_service_owns_nothing_of_the_log_and_can_make_itself_no_room() {
        for (String forbidden : List.of(
                "alter table ops_log.audit_entry disable trigger all",
                "alter table ops_log.audit_entry disable trigger audit_entry_unchanged",
                "alter table ops_log.audit_entry drop column hash",
                "alter table ops_log.audit_entry owner to current_user",
                "alter schema ops_log owner to current_user",
                "drop trigger audit_entry_unchanged on ops_log.audit_entry",
                "drop table ops_log.audit_entry",
                "drop schema ops_log cascade",
                "create trigger mine before insert on ops_log.audit_entry for each row"
                        + " execute function ops_log.refuse_change()",
                "create rule mine as on insert to ops_log.audit_entry do instead nothing",
                "create or replace function ops_log.remove_expired(through bigint) returns bigint language sql as 'select 1::bigint'",
                "alter function ops_log.remove_expired(bigint) security invoker")) {
            assertThatThrownBy(() -> jdbc.sql(forbidden).update())
                    .as(forbidden)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageMatching("(?s).*(must be owner of|permission denied for).*");
        }
        // PostgreSQL grants nothing here and says so in a warning.
        jdbc.sql("grant all on ops_log.audit_entry, ops_log.audit_checkpoint, ops_log.audit_key to current_user")
                .update();
        assertThat(jdbc.sql("""
                                select privilege_type from information_schema.table_privileges
                                where table_schema = 'ops_log' and grantee = current_user""").query(String.class).list()).containsOnly("SELECT", "INSERT");
    }

    @Test
    void even_an_owner_changes_nothing_by_mistake() {
        for (String forbidden : List.of(
                "update ops_log.audit_entry set actor_name = '别人'",
                "delete from ops_log.audit_entry",
                "truncate ops_log.audit_entry")) {
            assertThatThrownBy(() -> kept.atTheDatabase().sql(forbidden).update())
                    .as(forbidden)
                    .rootCause()
                    .hasMessageMatching("(?s).*(is only added to|is kept for six months).*");
        }
    }

    @Test
    void a_backdated_checkpoint_lets_no_young_entry_go() {
        long before = kept.count("select count(*) from ops_log.audit_entry");
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("""
                            insert into ops_log.audit_checkpoint (number, through_seq, hash, made_at, key_id, signature)
                            select 1000000 + seq, seq, hash, now() - interval '1 year', gen_random_uuid(), hash
                            from ops_log.audit_entry order by seq desc limit 1""").update();
            assertThatThrownBy(() -> jdbc.sql("select ops_log.remove_expired(max(seq)) from ops_log.audit_entry")
                            .query(Long.class)
                            .single())
                    .rootCause()
                    .hasMessageContaining("is kept for six months");
        });
        assertThatThrownBy(() -> jdbc.sql("select ops_log.remove_expired(max(seq)) from ops_log.audit_entry")
                        .query(Long.class)
                        .single())
                .rootCause()
                .hasMessageContaining("no checkpoint of more than six months ago");
        assertThat(kept.count("select count(*) from ops_log.audit_entry")).isEqualTo(before);
    }

    @Test
    void an_unbroken_chain_is_said_to_be_so() {
        checkpoints.sign();

        VerificationReport report = kept.verify();

        assertThat(report.fault()).isNull();
        assertThat(report.entries()).isEqualTo(kept.count("select count(*) from ops_log.audit_entry"));
        assertThat(report.lastCheckpoint()).isNotNull();
        assertThat(report.lastCheckpoint().throughSeq()).isEqualTo(report.throughSeq());
    }

    @Test
    void a_changed_entry_is_named() {
        long seq = third();
        kept.tamper("update ops_log.audit_entry set changes = replace(changes, '甲', '乙') where seq = " + seq, () -> {
            kept.shows(FaultKind.CHANGED, seq);
        });
    }

    @Test
    void a_removed_entry_is_named() {
        long seq = third();
        kept.tamper("delete from ops_log.audit_entry where seq = " + seq, () -> {
            kept.shows(FaultKind.REMOVED, seq);
        });
    }

    @Test
    void an_entry_taken_out_by_closing_the_gap_behind_it_is_named() {
        long seq = third();
        kept.tamper(
                "delete from ops_log.audit_entry where seq = " + seq
                        + "; update ops_log.audit_entry set seq = -seq where seq > " + seq
                        + "; update ops_log.audit_entry set seq = -seq - 1 where seq < 0",
                () -> kept.shows(FaultKind.CHANGED, seq));
    }

    @Test
    void an_inserted_entry_is_named() {
        checkpoints.sign();
        long last = kept.count("select max(seq) from ops_log.audit_entry");
        kept.tamper(
                "insert into ops_log.audit_entry select (e).* from (select jsonb_populate_record(e, jsonb_build_object('seq', e.seq + 1,"
                        + " 'event_id', gen_random_uuid(), 'previous_hash', e.hash)) e from ops_log.audit_entry e where seq = "
                        + last
                        + ") forged",
                () -> kept.shows(FaultKind.INSERTED, last + 1));
    }

    @Test
    void a_tail_that_was_cut_off_is_named_signed_or_not() {
        long last = kept.count("select max(seq) from ops_log.audit_entry");
        kept.tamper("delete from ops_log.audit_entry where seq > " + (last - 2), () -> {
            kept.shows(FaultKind.REMOVED, last - 1);
        });
        checkpoints.sign();
        kept.tamper("delete from ops_log.audit_entry where seq > " + (last - 2), () -> {
            kept.shows(FaultKind.REMOVED, last - 1);
        });
    }

    @Test
    void a_log_that_was_set_back_as_a_whole_is_found_by_what_was_seen_before() {
        VerificationReport seen = kept.verify();
        String hash = jdbc.sql("select encode(hash, 'hex') from ops_log.audit_entry where seq = ?")
                .param(seen.throughSeq())
                .query(String.class)
                .single();
        String anchor = "&seenThrough=" + seen.throughSeq() + "&seenHash=" + hash;
        assertThat(kept.verify(anchor).fault()).isNull();
        assertThat(kept.verify("&seenThrough=" + (seen.throughSeq() + 1) + "&seenHash=" + hash)
                        .fault())
                .extracting(VerificationReport.Fault::kind)
                .isEqualTo(FaultKind.REMOVED);
        assertThat(kept.verify("&seenThrough=" + seen.throughSeq() + "&seenHash=" + "00".repeat(32))
                        .fault())
                .extracting(VerificationReport.Fault::kind)
                .isEqualTo(FaultKind.CHANGED);
    }

    @Test
    void a_checkpoint_of_somebody_else_is_found() {
        checkpoints.sign();
        long number = kept.count("select max(number) from ops_log.audit_checkpoint");
        JdbcClient owner = kept.atTheDatabase();
        owner.sql("alter table ops_log.audit_checkpoint disable trigger user").update();
        String flip =
                "update ops_log.audit_checkpoint set made_at = made_at %s interval '1 day' where number = " + number;
        owner.sql(flip.formatted("-")).update();
        try {
            kept.shows(FaultKind.CHECKPOINT, number);
        } finally {
            owner.sql(flip.formatted("+")).update();
            owner.sql("alter table ops_log.audit_checkpoint enable trigger user")
                    .update();
        }
        assertThat(kept.verify().fault()).isNull();
    }

    @Test
    void what_is_written_in_one_transaction_hangs_together_and_on_to_what_was_before_and_comes_after() {
        long before = kept.count("select count(*) from ops_log.audit_entry");
        for (int batch = 0; batch < 2; batch++) {
            transaction.executeWithoutResult(status -> {
                append("一");
                append("二");
                append("三");
            });
            append("单独");
        }

        VerificationReport report = kept.verify();

        assertThat(report.fault()).isNull();
        assertThat(report.entries()).isEqualTo(before + 8);
    }

    @Test
    void a_log_that_is_longer_than_what_is_held_is_read_in_pieces_and_proved_to_its_end() {
        for (int i = 0; i <= Verification.AT_ONCE; i++) {
            append("分段" + i);
            checkpoints.sign();
        }
        Chain watched = spy(chain);
        AtomicLong open = new AtomicLong(-1);
        doAnswer(call -> {
                    if (open.get() < 0) {
                        open.set(kept.count(Streamed.OPEN_CURSORS));
                    }
                    return call.callRealMethod();
                })
                .when(watched)
                .sealed(any(), any());

        VerificationReport report =
                new Verification(jdbc, watched, keys, transactions, clock).verify(ChainedLog.OPERATIONS, null);

        assertThat(open).as("cursor over the entries, at the first of them").hasValue(1);
        assertThat(report.fault()).isNull();
        assertThat(report.entries()).isEqualTo(kept.count("select count(*) from ops_log.audit_entry"));
        assertThat(report.checkpoints())
                .isEqualTo(kept.count("select count(*) from ops_log.audit_checkpoint"))
                .isGreaterThan(Verification.AT_ONCE);
        assertThat(report.lastCheckpoint().throughSeq()).isEqualTo(report.throughSeq());
        long last = report.throughSeq();
        kept.tamper(
                "update ops_log.audit_entry set changes = replace(changes, '甲', '乙') where seq = " + last,
                () -> assertThat(kept.verify().fault())
                        .as("no event brought it, so that it passes for inserted")
                        .extracting(VerificationReport.Fault::kind, VerificationReport.Fault::seq)
                        .containsExactly(FaultKind.INSERTED, last));
    }

    @Test
    void opening_the_log_reads_a_handful_of_its_rows_however_many_there_are() {
        long before = kept.count("select max(seq) from ops_log.audit_entry");
        long entries = kept.count("select count(*) from ops_log.audit_entry");
        String many = """
                insert into audit_entry (seq, event_id, occurred_at, recorded_at, service, action, action_label,
                  subject_kind, subject_id, subject_name, actor_kind, actor_name, changes, previous_hash, hash, seal)
                select seq + n, gen_random_uuid(), occurred_at + n * interval '1 second', recorded_at, 'many-service',
                  'DONE_' || n % 7, case when n < 19000 then '旧名' else '新名' end, subject_kind, subject_id, subject_name,
                  actor_kind, actor_name, changes, previous_hash, hash, seal
                from audit_entry, generate_series(1, 20000) n where seq = """ + before + "; analyze audit_entry";

        kept.tamper(
                many,
                () -> transaction.executeWithoutResult(status -> {
                    long read = rowsRead();

                    assertThat(operations.kinds())
                            .filteredOn(kind -> kind.service().equals("many-service"))
                            .extracting(Operations.Kind::action, Operations.Kind::label)
                            .containsExactlyInAnyOrder(
                                    tuple("DONE_0", "新名"),
                                    tuple("DONE_1", "新名"),
                                    tuple("DONE_2", "新名"),
                                    tuple("DONE_3", "新名"),
                                    tuple("DONE_4", "新名"),
                                    tuple("DONE_5", "新名"),
                                    tuple("DONE_6", "新名"));
                    OperationFilter everything = new OperationFilter(null, null, null, null, null, null, null, null);
                    assertThat(operations
                                    .list(everything, PageRequest.of(1, 20))
                                    .total())
                            .isEqualTo(entries + 20_000);
                    assertThat(operations.chain().entries()).isEqualTo(entries + 20_000);

                    assertThat(rowsRead() - read).isLessThan(500);
                }));
    }

    @Test
    void what_two_services_name_alike_is_chosen_found_and_called_each_by_itself() {
        String two = """
                insert into audit_entry (seq, event_id, occurred_at, recorded_at, service, action, action_label,
                  subject_kind, subject_id, subject_name, actor_kind, actor_name, changes, previous_hash, hash, seal)
                select seq + n, gen_random_uuid(), occurred_at, recorded_at,
                  case when n in (1, 2) then 'finance-service' else 'matching-service' end,
                  case when n in (1, 3) then 'TAKEN_OUT' else 'DONE_BY_BOTH' end,
                  case n when 1 then '取走信息报告' when 3 then '取走规划报告' else '两处都做' end,
                  subject_kind, subject_id, subject_name,
                  actor_kind, actor_name, changes, previous_hash, hash, seal
                from audit_entry, generate_series(1, 4) n where seq = """ + kept.count("select max(seq) from ops_log.audit_entry");

        kept.tamper(two, () -> {
            assertThat(operations.kinds())
                    .extracting(Operations.Kind::service, Operations.Kind::action, Operations.Kind::label)
                    .contains(
                            tuple("finance-service", "TAKEN_OUT", "取走信息报告"),
                            tuple("matching-service", "TAKEN_OUT", "取走规划报告"),
                            tuple("finance-service", "DONE_BY_BOTH", "两处都做（融资）"),
                            tuple("matching-service", "DONE_BY_BOTH", "两处都做（匹配）"));
            String both = "subject=" + subject + "&action=";
            assertThat(kept.total(both + "matching-service/TAKEN_OUT")).isEqualTo(1);
            assertThat(kept.total(both + "finance-service/TAKEN_OUT")).isEqualTo(1);
            assertThat(kept.total(both + "TAKEN_OUT")).isEqualTo(2);
            assertThat(called("matching-service/TAKEN_OUT")).isEqualTo("服务：匹配；操作：取走规划报告");
            assertThat(called("finance-service/DONE_BY_BOTH")).isEqualTo("服务：融资；操作：两处都做");
            assertThat(called("TAKEN_OUT")).isEqualTo("操作：取走信息报告、取走规划报告");
        });
    }

    private String called(String action) {
        OperationFilter filter = new OperationFilter(null, null, action, null, null, null, null, null);
        return filter.inWords(operations.label(filter));
    }

    @Test
    void what_happens_while_nobody_listens_waits_and_comes_in() {
        Object broker = ReflectionTestUtils.getField(pump, "broker");
        ((DefaultMQPushConsumer) ReflectionTestUtils.getField(broker, "consumer")).shutdown();
        ReflectionTestUtils.setField(broker, "consumer", null);
        try {
            for (int i = 0; i < 20; i++) {
                change("等待" + i, null, card("甲", "13812345678", 0));
            }
            await().untilAsserted(() -> assertThat(kept.count("select count(*) from outbox where published_at is null"))
                    .isZero());
            assertThat(entries()).isEqualTo(5);
        } finally {
            ReflectionTestUtils.invokeMethod(pump, "connect");
        }

        await().untilAsserted(() -> assertThat(entries()).isEqualTo(25));
        assertThat(kept.verify().fault()).isNull();
    }

    @Test
    void a_change_that_is_rolled_back_leaves_no_record() {
        transaction.executeWithoutResult(status -> {
            audit.by(Ids.next(), "王审计").changed(Done.CARD_CHANGED, subject, "反悔", null, card("甲", "1", 0));
            status.setRollbackOnly();
        });
        change("之后", null, card("甲", "13812345678", 0));
        await().untilAsserted(() -> assertThat(entries()).isEqualTo(6));
        assertThat(kept.total("subject=反悔")).isZero();
        assertThatThrownBy(() -> audit.changed(Done.CARD_CHANGED, subject, "没有事务", null, null))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_was_kept_for_long_enough_goes_up_to_a_checkpoint_and_the_rest_still_hangs_together() {
        kept.beginsAnew();
        clock.forward(Duration.ofDays(-4 * 365));
        UUID old = Ids.next();
        change(old, "旧的", null, card("甲", "13812345678", 0));
        await().untilAsserted(() -> assertThat(kept.total("subject=" + old)).isEqualTo(1));
        checkpoints.sign();
        clock.reset();
        change("新的", null, card("甲", "13812345678", 0));
        await().untilAsserted(() -> assertThat(entries()).isEqualTo(1));

        assertThat(retention.removeExpired()).isPositive();
        // They were written now, whatever the clock said.
        jdbc.sql("delete from inbox i where handler = 'audit-log'"
                        + " and not exists (select from ops_log.audit_entry e where e.event_id = i.event_id)")
                .update();

        assertThat(kept.total("subject=" + old)).isZero();
        VerificationReport report = kept.verify();
        assertThat(report.fault()).isNull();
        assertThat(report.fromSeq()).isGreaterThan(1);
        await().untilAsserted(
                        () -> assertThat(kept.total("action=ENTRIES_EXPIRED")).isPositive());
        assertThat(retention.removeExpired()).isZero();
    }

    @Test
    void it_is_taken_out_as_excel_which_goes_on_record() {
        byte[] file = client.as(auditor)
                .get()
                .uri("/api/ops/operations/export?subject=" + subject)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();

        List<Map<Integer, String>> rows = FastExcel.read(new ByteArrayInputStream(file))
                .sheet()
                .headRowNumber(2)
                .doReadSync();
        assertThat(rows).hasSize(5);
        assertThat(rows.getFirst().get(14)).contains("手机号：（无） → 138****5678");
        await().untilAsserted(() -> assertThat(kept.total("action=EXPORTED&who=" + auditor.accountId()))
                .isEqualTo(1));
    }

    @Test
    void which_covered_field_was_looked_at_and_why_is_told_and_no_change_on_the_page_and_in_the_file() {
        UUID about = Ids.next();
        transaction.executeWithoutResult(status -> audit.by(Ids.next(), "王审计")
                .changed(Done.CARD_CHANGED, about, "名片", null, new Looked("联系电话", "核对经办人", "新")));
        await().untilAsserted(() -> assertThat(kept.total("subject=" + about)).isEqualTo(1));

        Map<?, ?> entry = (Map<?, ?>)
                ((List<?>) kept.get("/api/ops/operations?subject=" + about).get("items")).getFirst();
        assertThat(kept.get("/api/ops/operations/" + entry.get("seq")).get("changes"))
                .asString()
                .contains(
                        "name=查看的字段, before=（无）, after=联系电话, told=true",
                        "name=原因, before=（无）, after=核对经办人, told=true",
                        "name=标题, before=（无）, after=新, told=false");
        assertThat(ExportedFile.of(client.as(auditor), "/api/ops/operations/export?subject=" + about)
                        .column("变更内容")
                        .getFirst())
                .contains("查看的字段：联系电话", "原因：核对经办人", "标题：（无） → 新");
    }

    @Test
    void it_is_read_from_either_end_and_in_no_other_order() {
        String oldestFirst = ((Map<?, ?>)
                        ((List<?>) kept.get("/api/ops/operations?sort=occurredAt,asc&subject=" + subject)
                                        .get("items"))
                                .getFirst())
                .get("subjectName")
                .toString();
        assertThat(oldestFirst).isEqualTo("名片0");
        for (String way : List.of("", "/export")) {
            client.as(auditor)
                    .get()
                    .uri("/api/ops/operations" + way + "?sort=hash,asc")
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("VALIDATION_FAILED");
        }
    }

    @Test
    void who_reads_the_log_sees_how_far_it_is_signed_and_nobody_else_does() {
        checkpoints.sign();

        Map<String, Object> chain = kept.get("/api/ops/operations/chain");

        assertThat(((Number) chain.get("lastSeq")).longValue()).isGreaterThanOrEqualTo(5);
        assertThat(((Number) chain.get("signedThrough")).longValue()).isPositive();
        assertThat(chain.get("signedAt").toString()).endsWith("+08:00");
        client.as(TestUsers.operator("auth.signin-log.read"))
                .get()
                .uri("/api/ops/operations/chain")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private static Card card(String title, String phone, int version) {
        return new Card(title, phone, new Owner("陈志远"), version);
    }

    private void change(String name, Card before, Card after) {
        change(subject, name, before, after);
    }

    private void change(UUID about, String name, Card before, Card after) {
        transaction.executeWithoutResult(
                status -> audit.by(Ids.next(), "王审计").changed(Done.CARD_CHANGED, about, name, before, after));
    }

    /** As the broker hands it over, without waiting for the broker. */
    private void append(String name) {
        ChangeRecorded change = new ChangeRecorded(
                Ids.next(),
                "ops-service",
                Done.CARD_CHANGED.name(),
                Done.CARD_CHANGED.label(),
                Done.CARD_CHANGED.subjectKind(),
                subject,
                name,
                new ChangeRecorded.Actor(ChangeRecorded.ActorKind.SYSTEM, null, "王审计", null, null, null, null, null),
                null,
                null,
                null,
                List.of(new ChangeRecorded.FieldChange("title", null, "甲")),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        log.handle(
                change,
                new EventMetadata(Ids.next(), "audit.ChangeRecorded", change.recordId(), 0, change.occurredAt()));
    }

    /** How the database goes about it where it has to use an index. */
    private List<String> plan(String sql, OperationFilter.Condition condition) {
        return transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql("explain " + sql)
                    .params(condition.parameters())
                    .query(String.class)
                    .list();
        });
    }

    /** Of the log, in this transaction. */
    private long rowsRead() {
        return kept.count("""
                select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables
                where relname = 'audit_entry' and schemaname = 'ops_log'""");
    }

    private long entries() {
        return kept.count("select count(*) from ops_log.audit_entry where subject_id = '" + subject + "'");
    }

    /** Number of the third of this test's entries. */
    private long third() {
        return kept.count("select seq from ops_log.audit_entry where subject_id = '" + subject
                + "' order by seq offset 2 limit 1");
    }
}
