package cn.zhengqi.message.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import cn.zhengqi.auth.api.InternalAccounts.FormerPhone;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.message.api.InternalSms.CodeMessage;
import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.push.PushLog;
import cn.zhengqi.message.push.SmsProvider;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestUsers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Of what nobody knows the provider is asked; the service's own worker has none, and asks nobody. */
@MessageServiceTest
class InquiriesTest {

    private static final String PHONE = "13700000055";

    private final UUID account = Ids.next();
    private final InternalAccounts accounts = mock(InternalAccounts.class);
    private final SmsProperties properties =
            new SmsProperties(Set.of(SmsProperties.Provider.SIMULATOR), null, null, null, SmsProperties.Inquiry.USUAL);

    @Autowired
    private ServiceClient client;

    @Autowired
    private SmsAttempts attempts;

    @Autowired
    private PushLog pushes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MeterRegistry meters;

    @BeforeEach
    void nobody_else_is_asked_about() {
        jdbc.sql("update sms_attempt set inquire_at = null, phone_mark = null where inquire_at is not null")
                .update();
        jdbc.sql("delete from waiting_text_notice").update();
        when(accounts.account(account)).thenReturn(owner(PHONE));
    }

    @Test
    void what_the_provider_says_of_it_is_written_as_a_report_is_and_no_phone_is_kept() {
        AnsweringSender silent = silent().knowing(inquiry -> Found.delivered("DELIVERED"));
        admitted(silent);
        assertThat(states()).containsExactly("UNKNOWN");

        ask(silent, Duration.ofMinutes(1));
        assertThat(silent.inquiries).as("not at once").isEmpty();
        ask(silent, Duration.ofMinutes(3));
        ask(silent, Duration.ofHours(3));

        assertThat(silent.inquiries).singleElement().satisfies(inquiry -> {
            assertThat(inquiry.attempt()).isEqualTo(silent.attempts.getFirst());
            assertThat(inquiry.phone()).isEqualTo(PHONE);
            assertThat(inquiry.toString()).doesNotContain(PHONE);
        });
        assertThat(states()).containsExactly("DELIVERED 查询结果：已送达 DELIVERED");
        assertThat(waiting()).as("it has arrived").isEmpty();
        assertThat(jdbc.sql(
                                "select count(*) from sms_attempt a where account_id = ? and (phone_mark is not null or a::text like '%' || ? || '%')")
                        .params(account, PHONE)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_it_never_had_goes_again_once_though_two_copies_ask_at_the_same_moment() throws Exception {
        AnsweringSender silent = silent().knowing(inquiry -> Found.neverHad());
        admitted(silent);
        ask(silent, Duration.ofMinutes(3));
        assertThat(states()).as("one answer is none").containsExactly("UNKNOWN");
        assertThat(waiting()).containsExactly("uncertain");

        Callable<Void> copy = () -> {
            ask(silent, Duration.ofMinutes(14));
            return null;
        };
        try (var copies = Executors.newFixedThreadPool(2)) {
            for (var done : copies.invokeAll(List.of(copy, copy))) {
                done.get();
            }
        }

        assertThat(silent.inquiries).hasSize(2);
        assertThat(states()).containsExactly("REFUSED 查询结果：服务商没有收到");
        assertThat(waiting()).containsExactly("waiting");
        AnsweringSender well =
                new AnsweringSender(SmsProvider.TENCENT, Handover.accepted("Ok", "", "S" + Ids.next(), 1));
        worker(well).sendAll();
        worker(well).sendAll();
        assertThat(well.attempts).hasSize(1);
        assertThat(waiting()).isEmpty();
        assertThat(states()).containsExactlyInAnyOrder("REFUSED 查询结果：服务商没有收到", "ACCEPTED");
        client.as(TestUsers.operator("message.push-log.read"))
                .get()
                .uri("/api/message/sms-attempts?state=REFUSED&accountId={id}", account)
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].report")
                .isEqualTo("查询结果：服务商没有收到");
    }

    @Test
    void two_answers_too_soon_after_handing_over_are_not_believed_yet() {
        AnsweringSender silent = silent().knowing(inquiry -> Found.neverHad());
        admitted(silent);
        ask(silent, Duration.ofMinutes(3));
        jdbc.sql("update sms_attempt set inquire_at = now() where account_id = ?")
                .param(account)
                .update();
        ask(silent, Duration.ofMinutes(9));
        assertThat(silent.inquiries).hasSize(2);
        assertThat(states()).containsExactly("UNKNOWN");
        ask(silent, Duration.ofMinutes(50));
        assertThat(states()).containsExactly("REFUSED 查询结果：服务商没有收到");
    }

    @Test
    void a_provider_that_cannot_say_never_leads_to_a_second_message() {
        AnsweringSender silent = silent();
        admitted(silent);
        for (int hour = 1; hour <= 30; hour++) {
            ask(silent, Duration.ofHours(hour));
        }
        assertThat(silent.inquiries).hasSize(30);
        assertThat(states()).containsExactly("UNKNOWN");
        assertThat(waiting()).containsExactly("uncertain");
        ask(silent, Duration.ofDays(28).plusHours(23).plusMinutes(30));
        assertThat(silent.inquiries).hasSize(31);
        assertThat(waitsForAnInquiry()).isTrue();
        assertThat(marked("account_id = ?", account)).isTrue();
        ask(silent, Duration.ofDays(29).plusMinutes(1));
        assertThat(silent.inquiries).as("it keeps them no longer").hasSize(31);
        assertThat(waitsForAnInquiry()).as("nor does it wait for one").isFalse();
        assertThat(marked("account_id = ?", account))
                .as("nor is its phone marked")
                .isFalse();
    }

    @Test
    void what_nobody_can_be_asked_about_waits_for_no_inquiry() {
        AnsweringSender never =
                new AnsweringSender(SmsProvider.SUBMAIL, Handover.unknown(null, "未收到答复")).remembering(Duration.ZERO);
        admitted(never);
        assertThat(states()).containsExactly("UNKNOWN");
        assertThat(waitsForAnInquiry()).as("its provider cannot be asked").isFalse();
        assertThat(marked("account_id = ?", account)).isFalse();

        TextMessages texts = texts(silent(), Clock.systemUTC());
        assertThatThrownBy(() -> texts.send(new CodeMessage(null, PHONE, Purpose.REGISTRATION, "024680")))
                .isInstanceOf(ProblemException.class);
        assertThat(jdbc.sql(
                                "select inquire_at is not null from sms_attempt where purpose = 'REGISTRATION' and state = 'UNKNOWN' order by sent_at desc limit 1")
                        .query(Boolean.class)
                        .single())
                .as("nobody has its phone")
                .isFalse();
        assertThat(marked("purpose = ?", "REGISTRATION")).isFalse();
    }

    @Test
    void what_a_provider_was_handed_that_is_not_set_any_more_is_let_go_after_a_month() {
        admitted(new AnsweringSender(SmsProvider.TENCENT, Handover.unknown(null, "未收到答复")));
        ask(silent(), Duration.ofDays(29).plusHours(23));
        assertThat(waitsForAnInquiry()).isTrue();
        ask(silent(), Duration.ofDays(30).plusMinutes(1));
        assertThat(waitsForAnInquiry()).isFalse();
    }

    @Test
    void a_report_between_two_inquiries_wins() {
        AnsweringSender silent = silent();
        admitted(silent);
        silent.knowing(inquiry -> Found.neverHad());
        ask(silent, Duration.ofMinutes(3));
        silent.knowing(inquiry -> {
            report(silent, true);
            return Found.neverHad();
        });
        ask(silent, Duration.ofMinutes(14));

        assertThat(states()).containsExactly("DELIVERED 用户接收成功 DELIVERED");
        assertThat(waiting()).as("it does not go again").isEmpty();
    }

    @Test
    void that_it_arrived_though_its_provider_had_said_that_it_never_had_it_is_on_record_and_counted() {
        AnsweringSender silent = silent().knowing(inquiry -> Found.neverHad());
        admitted(silent);
        ask(silent, Duration.ofMinutes(3));
        ask(silent, Duration.ofMinutes(14));
        double before = meters.counter("zhengqi.sms.contradicted").count();

        report(silent, true);
        report(silent, true);

        assertThat(states()).as("what was said is not rewritten").containsExactly("REFUSED 查询结果：服务商没有收到");
        assertThat(meters.counter("zhengqi.sms.contradicted").count()).isEqualTo(before + 1);
        client.as(TestUsers.operator("message.push-log.read"))
                .get()
                .uri("/api/message/sms-attempts?accountId={id}", account)
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].report")
                .isEqualTo("查询结果：服务商没有收到 （后又报告已送达）");
    }

    @Test
    void what_it_has_after_all_is_on_record_and_asked_about_until_it_says_whether_it_arrived() {
        AnsweringSender silent = silent().knowing(inquiry -> Found.taken());
        admitted(silent);
        ask(silent, Duration.ofMinutes(3));
        assertThat(states()).containsExactly("ACCEPTED 查询结果：服务商已受理，等待回执");
        client.as(TestUsers.operator("message.push-log.read"))
                .get()
                .uri("/api/message/push-log?result=ACCEPTED&accountId={id}", account)
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].answer")
                .isEqualTo("查询结果：服务商已受理，等待回执");
        silent.knowing(inquiry -> Found.neverHad());
        ask(silent, Duration.ofMinutes(14));
        ask(silent, Duration.ofMinutes(60));
        assertThat(states()).as("it had said that it has it").containsExactly("ACCEPTED 查询结果：服务商已受理，等待回执");
        silent.knowing(inquiry -> Found.undelivered("MK:0001"));
        ask(silent, Duration.ofHours(4));
        assertThat(states()).containsExactly("UNDELIVERED 查询结果：未送达 MK:0001");
        assertThat(waiting()).as("operators may send it again").containsExactly("given up");
        client.as(TestUsers.operator("message.undelivered.resend"))
                .get()
                .uri("/api/message/undelivered?resendable=true&size=100")
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.accountId == '" + account + "')].answer")
                .isEqualTo("查询结果：未送达 MK:0001");
    }

    @Test
    void another_phone_of_the_account_is_not_asked_about() {
        AnsweringSender silent = silent().knowing(inquiry -> Found.neverHad());
        admitted(silent);
        when(accounts.account(account)).thenReturn(owner("13700000056"));
        ask(silent, Duration.ofMinutes(3));
        ask(silent, Duration.ofMinutes(14));
        assertThat(silent.inquiries).isEmpty();
        assertThat(states()).containsExactly("UNKNOWN");
    }

    @Test
    void that_an_account_has_another_phone_is_asked_of_the_one_before() {
        AnsweringSender silent = silent().knowing(inquiry -> Found.delivered(""));
        when(accounts.formerPhone(account, 7)).thenReturn(new FormerPhone("13700000054", "0055"));
        worker(silent).addToFormerPhone(Ids.next(), account, 7);
        worker(silent).sendAll();
        ask(silent, Duration.ofMinutes(3));
        assertThat(silent.inquiries).extracting(Inquiry::phone).containsExactly("13700000054");
        assertThat(states()).containsExactly("DELIVERED 查询结果：已送达");
    }

    @Test
    void while_nobody_says_the_phone_it_stays_unknown() {
        AnsweringSender silent = silent().knowing(inquiry -> Found.neverHad());
        admitted(silent);
        when(accounts.account(account)).thenThrow(new IllegalStateException("away"));
        ask(silent, Duration.ofMinutes(3));
        assertThat(silent.inquiries).isEmpty();
        assertThat(states()).containsExactly("UNKNOWN");
    }

    @Test
    void of_what_was_handed_over_before_phones_were_marked_it_is_not_believed_that_it_never_had_it() {
        AnsweringSender silent = silent().knowing(inquiry -> Found.neverHad());
        admitted(silent);
        jdbc.sql("update sms_attempt set phone_mark = null where account_id = ?")
                .param(account)
                .update();
        ask(silent, Duration.ofMinutes(3));
        ask(silent, Duration.ofMinutes(14));
        assertThat(states()).containsExactly("UNKNOWN");
    }

    @Test
    void what_a_copy_that_died_had_handed_over_is_asked_about_too() {
        UUID attempt = Ids.next();
        attempts.begin(
                new SmsAttempts.Begun(
                        attempt,
                        Ids.next(),
                        account,
                        Purpose.NOTIFICATION,
                        1,
                        SmsProvider.ALIYUN,
                        1,
                        null,
                        Instant.now(),
                        Duration.ofDays(29)),
                PHONE);
        AnsweringSender provider = silent().knowing(inquiry -> Found.delivered(""));
        ask(provider, Duration.ofMinutes(3));
        assertThat(states()).containsExactly("DELIVERED 查询结果：已送达");
    }

    @Test
    void a_code_is_settled_and_not_sent_again() {
        AnsweringSender silent = silent().knowing(inquiry -> Found.neverHad());
        TextMessages texts = texts(silent, Clock.systemUTC());
        assertThatThrownBy(() -> texts.send(new CodeMessage(account, PHONE, Purpose.SIGN_IN, "024680")))
                .isInstanceOf(ProblemException.class);
        ask(silent, Duration.ofMinutes(3));
        ask(silent, Duration.ofMinutes(14));
        assertThat(states()).containsExactly("REFUSED 查询结果：服务商没有收到");
        assertThat(waiting()).isEmpty();
        assertThat(silent.attempts).hasSize(1);
    }

    @Test
    void what_it_never_had_does_not_go_by_itself_after_its_day() {
        AnsweringSender silent = silent();
        admitted(silent);
        ask(silent, Duration.ofHours(2));
        silent.knowing(inquiry -> Found.neverHad());
        ask(silent, Duration.ofHours(26));
        ask(silent, Duration.ofHours(28));
        assertThat(states()).containsExactly("REFUSED 查询结果：服务商没有收到");
        assertThat(waiting()).as("operators may send it").containsExactly("given up");
    }

    @Test
    void whoever_stood_still_before_handing_over_does_not_hand_over_any_more() {
        AnsweringSender provider = silent();
        Instant began = Instant.now();
        Clock slow = mock(Clock.class);
        when(slow.instant()).thenReturn(began, began, began.plus(Duration.ofMinutes(6)));
        assertThat(texts(provider, slow).sendNotification(Ids.next(), account, PHONE, "云税贷已放款"))
                .isEqualTo(TextMessages.Sent.UNAVAILABLE);
        assertThat(provider.attempts).isEmpty();
    }

    @Test
    void nothing_but_what_its_provider_says_later_refuses_what_may_have_gone_out() {
        AnsweringSender silent = silent();
        admitted(silent);
        assertThatThrownBy(() -> jdbc.sql("update sms_attempt set state = 'REFUSED' where account_id = ?")
                        .param(account)
                        .update())
                .rootCause()
                .hasMessageContaining("says once what became of it");
    }

    private static AnsweringSender silent() {
        return new AnsweringSender(SmsProvider.ALIYUN, Handover.unknown(null, "未收到答复"));
    }

    /** A result of an admission, which goes by text message alone. */
    private void admitted(AnsweringSender sender) {
        TextNotices worker = worker(sender);
        worker.addOfEvent(Ids.next(), account, Purpose.ADMISSION_APPROVED, "巴南区示例商会");
        worker.sendAll();
    }

    private void ask(AnsweringSender sender, Duration later) {
        Providers providers = new Providers(Clock.systemUTC(), new SimpleMeterRegistry()).with(sender, 1);
        new Inquiries(attempts, providers, accounts, Clock.offset(Clock.systemUTC(), later)).askAll();
    }

    private void report(AnsweringSender sender, boolean delivered) {
        attempts.reported(
                sender.provider(),
                List.of(new Receipt(sender.attempts.getFirst(), null, delivered, "DELIVERED", "用户接收成功", 1)),
                Instant.now());
    }

    private TextNotices worker(AnsweringSender sender) {
        return new TextNotices(
                jdbc, transaction, accounts, texts(sender, Clock.systemUTC()), pushes, Clock.systemUTC(), event -> {});
    }

    private TextMessages texts(AnsweringSender sender, Clock clock) {
        Providers providers = new Providers(clock, new SimpleMeterRegistry()).with(sender, 1);
        return new TextMessages(
                new Handing(providers, attempts, properties, clock),
                properties,
                pushes,
                clock,
                "https://zhengqi.example",
                "");
    }

    private boolean marked(String which, Object value) {
        return jdbc.sql("select exists (select from sms_attempt where phone_mark is not null and " + which + ")")
                .param(value)
                .query(Boolean.class)
                .single();
    }

    private boolean waitsForAnInquiry() {
        return jdbc.sql("select inquire_at is not null from sms_attempt where account_id = ?")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    private List<String> states() {
        return jdbc.sql("""
                        select concat_ws(' ', state, receipt_words, nullif(receipt_code, '')) from sms_attempt
                        where account_id = ? order by sent_at""").param(account).query(String.class).list();
    }

    private List<String> waiting() {
        return jdbc.sql("""
                        select case when uncertain then 'uncertain' when ended_at is null then 'waiting' else 'given up' end
                        from waiting_text_notice where account_id = ?""").param(account).query(String.class).list();
    }

    private AccountRecord owner(String phone) {
        return new AccountRecord(
                account, UserType.ENTERPRISE, null, phone, true, "张三", true, false, false, Instant.now());
    }
}
