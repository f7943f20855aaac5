package cn.zhengqi.ops.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.InternalSignInNames;
import cn.zhengqi.auth.api.SignInRecorded;
import cn.zhengqi.auth.api.SignInResult;
import cn.zhengqi.auth.api.SignInWay;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.ops.OpsServiceTest;
import cn.zhengqi.ops.api.VerificationReport;
import cn.zhengqi.ops.api.VerificationReport.FaultKind;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.MovableClock;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 登录日志 as it is kept and read; that it is told at all is shown where people sign in. */
@OpsServiceTest
class SignInLogTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CurrentUser auditor = TestUsers.operator("auth.signin-log.read");
    private final UUID account = Ids.next();
    private final String index = account.toString().replace("-", "");

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceClient client;

    @Autowired
    private Checkpoints checkpoints;

    @Autowired
    private Retention retention;

    @Autowired
    private MovableClock clock;

    @Autowired
    private InternalSignInNames names;

    @Value("${zhengqi.db.url}")
    private String address;

    private KeptLog log;
    private KeptLog operations;

    @BeforeEach
    void severalEntries() {
        log = new KeptLog(ChainedLog.SIGN_INS, "/api/ops/sign-ins", auditor, client, jdbc, address);
        operations = new KeptLog(ChainedLog.OPERATIONS, "/api/ops/operations", auditor, client, jdbc, address);
        when(names.indexOf(new InternalSignInNames.Typed("13812345678")))
                .thenReturn(new InternalSignInNames.Index(index));
        for (int i = 0; i < 3; i++) {
            tell(SignInWay.PASSWORD, SignInResult.BAD_CREDENTIALS);
        }
        tell(SignInWay.PASSKEY, SignInResult.SUCCESS);
        tell(SignInWay.PASSKEY, SignInResult.LOCKED);
        tell(null, SignInResult.SIGNED_OUT);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(entries()).isEqualTo(6));
    }

    @AfterEach
    void theClockGoesRight() {
        clock.reset();
    }

    @Test
    void who_may_read_it_finds_attempts_by_what_was_typed_whose_account_it_was_the_way_and_how_it_ended() {
        assertThat(log.total("username=13812345678")).isEqualTo(6);
        assertThat(log.total("name=" + account)).isEqualTo(6);
        assertThat(log.total("name=李登录&username=13812345678")).isEqualTo(6);
        assertThat(log.total("name=王&username=13812345678")).isZero();
        assertThat(log.total("username=13812345678&result=BAD_CREDENTIALS&result=SUCCESS"))
                .isEqualTo(4);
        assertThat(log.total("username=13812345678&failed=true")).isEqualTo(4);
        assertThat(log.total("username=13812345678&failed=true&way=PASSKEY")).isEqualTo(1);
        assertThat(log.total("username=13812345678&failed=true&result=LOCKED")).isEqualTo(1);
        assertThat(log.total("username=13812345678&failed=false")).isEqualTo(2);
        assertThat(log.total("username=13812345678&way=PASSKEY")).isEqualTo(2);
        assertThat(log.total("username=13812345678&to=2020-01-01")).isZero();
        assertThat(log.total("")).isEqualTo(log.count("select count(*) from ops_log.sign_in_entry"));

        Map<?, ?> success = (Map<?, ?>) ((List<?>) log.get("/api/ops/sign-ins?username=13812345678&result=SUCCESS")
                        .get("items"))
                .getFirst();
        assertThat(success.get("username")).isEqualTo("138****5678");
        assertThat(success.get("affiliation")).isEqualTo("渝巴示例银行");
        assertThat(success.get("way")).isEqualTo("PASSKEY");
        assertThat(success.get("client")).isEqualTo("Chrome · Linux");
        assertThat(success.get("at").toString()).endsWith("+08:00");
    }

    @Test
    void it_is_taken_out_with_the_same_words_and_phones_covered_there_and_on_record() {
        ExportedFile file =
                ExportedFile.of(client.as(auditor), "/api/ops/sign-ins/export?sort=at,asc&username=13812345678");

        assertThat(file.column("结果")).containsExactly("账号或密码错误", "账号或密码错误", "账号或密码错误", "成功", "账号已锁定", "退出登录");
        assertThat(file.column("登录方式").subList(0, 4)).containsExactly("密码", "密码", "密码", "通行密钥");
        assertThat(ExportedFile.of(client.as(auditor), "/api/ops/sign-ins/export?username=13812345678&failed=true")
                        .column("结果"))
                .containsExactlyInAnyOrder("账号或密码错误", "账号或密码错误", "账号或密码错误", "账号已锁定");
        assertThat(file.column("登录名")).containsOnly("138****5678");
        assertThat(file.column("登录时所属机构或企业")).containsOnly("渝巴示例银行");
        assertThat(file.column("终端")).containsOnly("Chrome · Linux");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(jdbc.sql("""
                                select changes from ops_log.audit_entry where action = 'SIGN_IN_LOG_EXPORTED' and actor_id = ?""")
                                .param(auditor.accountId())
                                .query(String.class)
                                .list())
                        .as("once for each file")
                        .hasSize(2)
                        .allSatisfy(changes ->
                                assertThat(changes).contains("138****5678").doesNotContain("13812345678")));
    }

    @Test
    void nobody_else_reads_it_and_nobody_writes_it() {
        for (String way : List.of("", "/export")) {
            client.as(TestUsers.operator("ops.audit.read"))
                    .get()
                    .uri("/api/ops/sign-ins" + way)
                    .exchange()
                    .expectStatus()
                    .isForbidden();
            client.as(auditor)
                    .get()
                    .uri("/api/ops/sign-ins" + way + "?sort=hash,asc")
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
        client.as(auditor)
                .delete()
                .uri("/api/ops/sign-ins")
                .exchange()
                .expectStatus()
                .isEqualTo(405);
        for (String forbidden : List.of(
                "update ops_log.sign_in_entry set account_name = '别人'",
                "delete from ops_log.sign_in_entry",
                "truncate ops_log.sign_in_entry",
                "delete from ops_log.sign_in_checkpoint",
                "alter table ops_log.sign_in_entry disable trigger all",
                "drop table ops_log.sign_in_entry")) {
            assertThatThrownBy(() -> jdbc.sql(forbidden).update())
                    .as(forbidden)
                    .rootCause()
                    .hasMessageMatching("(?s).*(must be owner of|permission denied for).*");
        }
        assertThatThrownBy(() -> jdbc.sql("select ops_log.remove_expired_sign_ins(max(seq)) from ops_log.sign_in_entry")
                        .query(Long.class)
                        .single())
                .rootCause()
                .hasMessageContaining("no checkpoint of more than six months ago");
    }

    @Test
    void a_changed_a_removed_an_inserted_and_a_cut_off_entry_are_named_and_the_other_log_stays_unbroken() {
        checkpoints.sign();
        VerificationReport whole = log.verify();
        assertThat(whole.fault()).isNull();
        assertThat(whole.entries()).isEqualTo(log.count("select count(*) from ops_log.sign_in_entry"));
        assertThat(whole.lastCheckpoint().throughSeq()).isEqualTo(whole.throughSeq());
        long second = log.count("select min(seq) + 1 from ops_log.sign_in_entry where account_id = '" + account + "'");
        long last = whole.throughSeq();

        log.tamper("update sign_in_entry set result = 'SUCCESS' where seq = " + second, () -> {
            log.shows(FaultKind.CHANGED, second);
            assertThat(operations.verify().fault()).isNull();
        });
        log.tamper("delete from sign_in_entry where seq = " + second, () -> log.shows(FaultKind.REMOVED, second));
        log.tamper("delete from sign_in_entry where seq > " + (last - 1), () -> log.shows(FaultKind.REMOVED, last));
        log.tamper(
                "insert into sign_in_entry select (e).* from (select jsonb_populate_record(e, jsonb_build_object('seq', e.seq + 1,"
                        + " 'event_id', gen_random_uuid(), 'previous_hash', e.hash)) e from sign_in_entry e where seq = "
                        + last + ") forged",
                () -> log.shows(FaultKind.INSERTED, last + 1));
    }

    @Test
    void what_was_kept_for_long_enough_goes_up_to_a_checkpoint_and_the_rest_still_hangs_together() {
        log.beginsAnew();
        clock.forward(Duration.ofDays(-500));
        tell(SignInWay.SMS_CODE, SignInResult.SUCCESS);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(entries()).isEqualTo(1));
        checkpoints.sign();
        clock.reset();
        tell(SignInWay.WECHAT, SignInResult.SUCCESS);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(entries()).isEqualTo(2));

        assertThat(retention.removeExpired()).isEqualTo(1);
        // They were written now, whatever the clock said.
        jdbc.sql("delete from inbox i where handler = 'sign-in-log'"
                        + " and not exists (select from ops_log.sign_in_entry e where e.event_id = i.event_id)")
                .update();

        assertThat(entries()).isEqualTo(1);
        assertThat(log.verify().fault()).isNull();
        assertThat(retention.removeExpired()).isZero();
    }

    private void tell(@Nullable SignInWay way, SignInResult result) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SignInRecorded signIn = new SignInRecorded(
                Ids.next(),
                "138****5678",
                index,
                account,
                "李登录",
                "渝巴示例银行",
                way,
                result,
                "10.0.0.8",
                "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0",
                now);
        transaction.executeWithoutResult(status -> outbox.publish(signIn, 0, now));
    }

    private long entries() {
        return log.count("select count(*) from ops_log.sign_in_entry where account_id = '" + account + "'");
    }
}
