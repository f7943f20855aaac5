package cn.zhengqi.message.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.push.PushLog;
import cn.zhengqi.message.push.SmsProvider;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestUsers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person who tries the platform on a machine of their own sees of text messages that fail. */
@MessageServiceTest
class SimulatedPhoneTest {

    private static final Clock EVEN = Clock.fixed(Instant.parse("2026-11-30T02:04:59Z"), ZoneOffset.UTC);
    private static final Clock ODD = Clock.fixed(Instant.parse("2026-11-30T02:05:00Z"), ZoneOffset.UTC);

    private static final String UNANSWERED = "19900009006";

    private final UUID account = Ids.next();

    @Autowired
    private ServiceClient client;

    @Autowired
    private DataProtection protection;

    @Autowired
    private SmsAttempts attempts;

    @Autowired
    private PushLog pushes;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_number_that_there_is_not_is_reported_as_not_delivered_and_its_message_can_be_sent_again() {
        UUID push = Ids.next();
        jdbc.sql("""
                        insert into outer_notice (message_id, account_id, code, kind, sms, happened_at, fixed, urgent, state, ways, push_id, taken_at)
                        values (?, ?, 'loan.disbursed', 'FINANCE', '云税贷已放款', now(), true, false, 'TAKEN', '{SMS}', ?, now())""").params(Ids.next(), account, push).update();

        assertThat(send(ODD, push, "19900009001")).isEqualTo(TextMessages.Sent.ACCEPTED);

        assertThat(states()).containsExactly("UNDELIVERED 模拟未送达：空号");
        client.as(TestUsers.operator("message.undelivered.resend"))
                .get()
                .uri("/api/message/undelivered?resendable=true&size=100")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.accountId == '" + account + "')].failed[0]")
                .isEqualTo("SMS");
    }

    @Test
    void a_phone_that_was_switched_off_is_reached_a_minute_later() {
        send(EVEN, Ids.next(), "19900009002");
        send(ODD, Ids.next(), "19900009002");

        assertThat(states()).containsExactlyInAnyOrder("UNDELIVERED 模拟未送达：对方关机", "DELIVERED 模拟送达，未实际发送");
    }

    @Test
    void what_the_first_provider_does_not_take_goes_by_the_spare_one() {
        assertThat(send(ODD, Ids.next(), "19900009003")).isEqualTo(TextMessages.Sent.ACCEPTED);

        assertThat(jdbc.sql("select provider || ' ' || state from sms_attempt where account_id = ? order by number")
                        .param(account)
                        .query(String.class)
                        .list())
                .containsExactly("SIMULATOR REFUSED", "SIMULATOR_SPARE DELIVERED");
        client.as(TestUsers.operator("message.push-log.read"))
                .get()
                .uri("/api/message/sms-attempts?provider=SIMULATOR_SPARE&accountId={id}", account)
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1);
    }

    @Test
    void a_number_that_nobody_takes_for_a_while_is_taken_when_it_is_tried_again() {
        assertThat(send(EVEN, Ids.next(), "19900009004")).isEqualTo(TextMessages.Sent.UNAVAILABLE);
        assertThat(send(ODD, Ids.next(), "19900009004")).isEqualTo(TextMessages.Sent.ACCEPTED);
    }

    @Test
    void a_slow_answer_is_slow_enough_to_speak_against_a_provider_and_is_waited_for() {
        Instant began = Instant.now();
        SimulatedPhone.of("19900009005").letWait();

        assertThat(Duration.between(began, Instant.now())).isBetween(Duration.ofSeconds(2), ProviderLine.PATIENCE);
    }

    @Test
    void what_nobody_answered_and_was_taken_has_arrived_when_it_is_asked_after_two_minutes() {
        Clock even = today(Duration.ZERO);
        UUID push = notAnswered(even);
        assertThat(states()).containsExactly("UNKNOWN");

        ask(Clock.offset(even, Duration.ofMinutes(1)));
        assertThat(states()).as("not before").containsExactly("UNKNOWN");
        ask(Clock.offset(even, Duration.ofMinutes(2)));

        assertThat(states()).containsExactly("DELIVERED 查询结果：已送达");
        assertThat(waits(push)).as("it has arrived").isEmpty();
    }

    @Test
    void what_nobody_answered_and_was_not_taken_is_refused_after_twelve_minutes_and_goes_again() {
        Clock odd = today(Duration.ofMinutes(1));
        UUID push = notAnswered(odd);

        ask(Clock.offset(odd, Duration.ofMinutes(2)));
        ask(Clock.offset(odd, Duration.ofMinutes(11)));
        assertThat(states()).as("one answer is none").containsExactly("UNKNOWN");
        assertThat(waits(push)).containsExactly("uncertain");
        ask(Clock.offset(odd, Duration.ofMinutes(12)));

        assertThat(states()).containsExactly("REFUSED 查询结果：服务商没有收到");
        assertThat(waits(null)).containsExactly("waiting");
    }

    /** Of what is of another day the service's own worker might have let go. */
    private static Clock today(Duration later) {
        return Clock.fixed(Instant.now().truncatedTo(ChronoUnit.HOURS).plus(later), ZoneOffset.UTC);
    }

    /** A result of an admission, which goes by text message alone. */
    private UUID notAnswered(Clock clock) {
        UUID push = Ids.next();
        jdbc.sql("delete from simulated_sms").update();
        jdbc.sql("update sms_attempt set inquire_at = null, phone_mark = null where inquire_at is not null")
                .update();
        jdbc.sql("""
                        insert into waiting_text_notice (message_id, account_id, purpose, kind, text, handed_over_at, push_id, tries, next_try_at, ended_at, uncertain, title)
                        values (?, ?, 'ADMISSION_APPROVED', 'SYSTEM', '示例商会', now(), ?, 1, 'infinity', now(), true, '入驻审核结果')""").params(Ids.next(), account, push).update();
        assertThat(send(clock, push, UNANSWERED)).isEqualTo(TextMessages.Sent.UNKNOWN);
        return push;
    }

    private void ask(Clock clock) {
        InternalAccounts accounts = mock(InternalAccounts.class);
        when(accounts.account(account))
                .thenReturn(new AccountRecord(
                        account, UserType.ENTERPRISE, null, UNANSWERED, true, "张三", true, false, false, Instant.now()));
        new Inquiries(attempts, simulator(clock), accounts, clock).askAll();
    }

    private List<String> waits(@Nullable UUID push) {
        return jdbc.sql("""
                        select case when uncertain then 'uncertain' when ended_at is null then 'waiting' else 'given up' end
                        from waiting_text_notice where account_id = ? and push_id is not distinct from ?""")
                .params(Arrays.asList(account, push))
                .query(String.class)
                .list();
    }

    private Providers simulator(Clock clock) {
        Providers providers = new Providers(clock, new SimpleMeterRegistry());
        for (SmsProvider provider : List.of(SmsProvider.SIMULATOR, SmsProvider.SIMULATOR_SPARE)) {
            providers.with(new SimulatedSmsSender(provider, jdbc, clock, "https://zhengqi.example", protection), 1);
        }
        return providers;
    }

    private TextMessages.Sent send(Clock clock, UUID push, String phone) {
        Providers providers = simulator(clock);
        SmsProperties properties = new SmsProperties(
                Set.of(SmsProperties.Provider.SIMULATOR), null, null, null, SmsProperties.Inquiry.USUAL);
        TextMessages.Sent sent = new TextMessages(
                        new Handing(providers, attempts, properties, clock),
                        properties,
                        pushes,
                        clock,
                        "https://zhengqi.example",
                        "")
                .sendNotification(push, account, phone, "云税贷已放款");
        new SimulatedReports(jdbc, providers, attempts, clock).reportAll();
        return sent;
    }

    private List<String> states() {
        return jdbc.sql("select concat_ws(' ', state, receipt_words) from sms_attempt where account_id = ?")
                .param(account)
                .query(String.class)
                .list();
    }
}
