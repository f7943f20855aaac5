package cn.zhengqi.message.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.push.PushLog;
import cn.zhengqi.message.push.SmsProvider;
import cn.zhengqi.message.push.TextReported;
import cn.zhengqi.message.push.WayEnded;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The service's own worker has nobody who brings text messages, and leaves these alone. */
@MessageServiceTest
class TextNoticesTest {

    private static final String PHONE = "13700000009";
    private static final TextMessage MESSAGE = new TextMessage(PHONE, Purpose.NOTIFICATION, "云税贷已放款");

    private final UUID account = Ids.next();
    private final InternalAccounts accounts = mock(InternalAccounts.class);
    private final TextMessages texts = mock(TextMessages.class);
    private final List<Object> events = new ArrayList<>();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private PushLog pushes;

    @Autowired
    private SmsAttempts attempts;

    @BeforeEach
    void there_is_somebody_who_brings_them() {
        jdbc.sql("delete from waiting_text_notice").update();
        when(texts.available()).thenReturn(true);
        when(texts.bringNotifications()).thenReturn(true);
        when(texts.bring(any())).thenReturn(true);
        when(accounts.account(account)).thenReturn(owner(true));
    }

    @Test
    void it_is_handed_over_once_and_is_on_record() {
        when(sending()).thenReturn(TextMessages.Sent.ACCEPTED);
        add();
        worker().sendAll();
        worker().sendAll();
        verify(texts, times(1)).send(any(), eq(account), eq(MESSAGE));
        assertThat(pushed()).containsExactly("SMS ACCEPTED 云税贷已放款");
        assertThat(ends()).containsExactly(WayEnded.How.TAKEN);
    }

    @Test
    void what_the_provider_refuses_is_on_record_and_not_tried_again() {
        when(sending()).thenReturn(TextMessages.Sent.REFUSED);
        add();
        worker().sendAll();
        itIsTimeAgain();
        worker().sendAll();
        verify(texts, times(1)).send(any(), any(), any());
        assertThat(pushed()).containsExactly("SMS FAILED 云税贷已放款");
    }

    @Test
    void one_whose_copy_of_the_service_died_with_it_in_hand_is_not_handed_over_again() {
        add();
        UUID push = Ids.next();
        jdbc.sql("update waiting_text_notice set handed_over_at = now(), push_id = ? where account_id = ?")
                .params(push, account)
                .update();
        worker().sendAll();
        verify(texts, never()).send(any(), any(), any());
        assertThat(pushed()).containsExactly("SMS FAILED 云税贷已放款");
        assertThat(ends()).as("it may have gone out").containsExactly(WayEnded.How.UNCERTAIN);
        assertThat(reportedUnder()).as("a report finds it").containsExactly(push);
    }

    @Test
    void the_push_under_which_a_provider_reports_is_stored_before_it_has_the_message() {
        List<UUID> stored = new ArrayList<>();
        when(sending()).thenAnswer(asked -> {
            stored.add(jdbc.sql("select push_id from waiting_text_notice where account_id = ?")
                    .param(account)
                    .query((row, number) -> row.getObject(1, UUID.class))
                    .single());
            assertThat(stored).containsExactly(asked.<UUID>getArgument(0));
            return TextMessages.Sent.ACCEPTED;
        });
        add();
        worker().sendAll();
        assertThat(reportedUnder()).isEqualTo(stored).hasSize(1);
    }

    private List<@Nullable UUID> reportedUnder() {
        return events.stream().map(event -> ((WayEnded) event).reportedUnder()).toList();
    }

    @Test
    void while_nobody_says_the_phone_it_waits() {
        when(accounts.account(account))
                .thenThrow(new IllegalStateException("away"))
                .thenReturn(owner(true));
        when(sending()).thenReturn(TextMessages.Sent.ACCEPTED);
        add();
        worker().sendAll();
        assertThat(pushed()).isEmpty();
        itIsTimeAgain();
        worker().sendAll();
        assertThat(pushed()).containsExactly("SMS ACCEPTED 云税贷已放款");
    }

    @Test
    void a_phone_that_nobody_has_proved_gets_nothing() {
        when(accounts.account(account)).thenReturn(owner(false));
        add();
        worker().sendAll();
        verify(texts, never()).send(any(), any(), any());
        assertThat(pushed()).isEmpty();
        assertThat(waiting()).isZero();
        assertThat(ends()).containsExactly(WayEnded.How.NOBODY);
    }

    @Test
    void where_nobody_brings_text_messages_none_waits() {
        when(texts.bringNotifications()).thenReturn(false);
        add();
        assertThat(waiting()).isZero();
    }

    @Test
    void what_got_no_answer_is_not_tried_again_either() {
        when(sending()).thenReturn(TextMessages.Sent.UNKNOWN);
        add();
        worker().sendAll();
        itIsTimeAgain();
        worker().sendAll();
        verify(texts, times(1)).send(any(), any(), any());
        assertThat(pushed()).containsExactly("SMS FAILED 云税贷已放款");
    }

    @Test
    void while_no_provider_is_available_it_is_handed_over_again_later_and_in_the_end_has_failed() {
        when(sending()).thenReturn(TextMessages.Sent.UNAVAILABLE);
        add();
        worker().sendAll();
        assertThat(waiting()).as("it waits").isEqualTo(1);
        assertThat(pushed()).isEmpty();
        assertThat(ends()).isEmpty();
        worker().sendAll();
        verify(texts, times(1)).send(any(), any(), any());

        for (int tries = 1; tries < 10; tries++) {
            itIsTimeAgain();
            worker().sendAll();
        }

        verify(texts, times(10)).send(any(), any(), any());
        assertThat(pushed()).containsExactly("SMS FAILED 云税贷已放款");
        assertThat(ends()).containsExactly(WayEnded.How.FAILED);
    }

    @Test
    void after_a_provider_is_available_again_it_goes_once() {
        when(sending()).thenReturn(TextMessages.Sent.UNAVAILABLE).thenReturn(TextMessages.Sent.ACCEPTED);
        add();
        worker().sendAll();
        itIsTimeAgain();
        worker().sendAll();
        itIsTimeAgain();
        worker().sendAll();
        verify(texts, times(2)).send(any(), any(), any());
        assertThat(pushed()).containsExactly("SMS ACCEPTED 云税贷已放款");
    }

    @Test
    void a_report_that_was_quicker_than_the_answer_counts() {
        when(sending()).thenReturn(TextMessages.Sent.ACCEPTED);
        when(texts.delivered(any())).thenReturn(Optional.of(false));
        add();
        worker().sendAll();
        assertThat(ends()).as("taken, and not brought").containsExactly(WayEnded.How.FAILED);
    }

    @Test
    void what_is_told_by_text_message_alone_and_could_not_go_is_kept_for_operators_and_goes_when_they_say_so() {
        when(texts.send(any(), eq(account), any()))
                .thenReturn(TextMessages.Sent.REFUSED)
                .thenReturn(TextMessages.Sent.ACCEPTED);
        UUID event = admitted();
        worker().sendAll();
        itIsTimeAgain();
        worker().sendAll();
        assertThat(pushed()).containsExactly("SMS FAILED 入驻审核结果");
        assertThat(givenUp()).containsExactly("入驻审核结果 false");

        assertThat(worker().waitAnew(event)).isTrue();
        assertThat(worker().waitAnew(event)).as("it waits already").isFalse();
        worker().sendAll();
        assertThat(pushed()).containsExactly("SMS FAILED 入驻审核结果", "SMS ACCEPTED 入驻审核结果");
        assertThat(waiting()).isZero();
    }

    @Test
    void what_may_have_gone_out_goes_again_only_when_its_provider_says_that_it_did_not() {
        when(texts.send(any(), eq(account), any())).thenReturn(TextMessages.Sent.UNKNOWN);
        UUID event = admitted();
        worker().sendAll();
        assertThat(givenUp()).containsExactly("入驻审核结果 true");
        assertThat(worker().waitAnew(event)).isFalse();

        UUID push = reportedUnder().getFirst();
        worker().reported(new TextReported(Ids.next(), true));
        worker().reported(new TextReported(Objects.requireNonNull(push), false));
        assertThat(givenUp()).containsExactly("入驻审核结果 false");
        assertThat(worker().waitAnew(event)).isTrue();
    }

    @Test
    void what_may_have_gone_out_and_did_is_kept_no_longer() {
        when(texts.send(any(), eq(account), any())).thenReturn(TextMessages.Sent.UNKNOWN);
        admitted();
        worker().sendAll();
        worker().reported(
                        new TextReported(Objects.requireNonNull(reportedUnder().getFirst()), true));
        assertThat(waiting()).isZero();
    }

    @Test
    void what_got_no_answer_and_was_reported_undelivered_before_that_was_known_can_go_again() {
        TextNotices reported = reportedBeforeItIsAnswered(false);
        UUID event = admitted();
        reported.sendAll();
        assertThat(givenUp()).containsExactly("入驻审核结果 false");
        assertThat(reported.waitAnew(event)).isTrue();
    }

    @Test
    void what_got_no_answer_and_was_reported_delivered_before_that_was_known_is_kept_no_longer() {
        admitted();
        reportedBeforeItIsAnswered(true).sendAll();
        assertThat(waiting()).isZero();
    }

    @Test
    void what_was_reported_after_its_copy_of_the_service_had_died_ends_as_it_was_reported() {
        UUID event = admitted();
        died(false);
        worker().sendAll();
        assertThat(givenUp()).containsExactly("入驻审核结果 false");
        assertThat(worker().waitAnew(event)).isTrue();

        died(true);
        worker().sendAll();
        assertThat(waiting()).isZero();
        verify(texts, never()).send(any(), any(), any());
    }

    /** With it in hand, and its provider has reported since. */
    private void died(boolean delivered) {
        UUID push = Ids.next();
        when(texts.delivered(push)).thenReturn(Optional.of(delivered));
        jdbc.sql("update waiting_text_notice set handed_over_at = now(), push_id = ? where account_id = ?")
                .params(push, account)
                .update();
    }

    /** By a provider whose report comes while it is still waited for its answer. */
    private TextNotices reportedBeforeItIsAnswered(boolean delivered) {
        SmsProperties properties = new SmsProperties(
                Set.of(SmsProperties.Provider.SIMULATOR), null, null, null, SmsProperties.Inquiry.USUAL);
        SmsSender provider = new AnsweringSender(SmsProvider.TENCENT, message -> {
            UUID attempt = jdbc.sql("select id from sms_attempt where account_id = ?")
                    .param(account)
                    .query((row, number) -> row.getObject(1, UUID.class))
                    .single();
            attempts.reported(
                    SmsProvider.TENCENT, List.of(new Receipt(attempt, null, delivered, "", "", 1)), Instant.now());
            return Handover.unknown(null, "未收到答复");
        });
        Providers providers = new Providers(Clock.systemUTC(), new SimpleMeterRegistry()).with(provider, 1);
        Handing handing = new Handing(providers, attempts, properties, Clock.systemUTC());
        TextMessages real =
                new TextMessages(handing, properties, pushes, Clock.systemUTC(), "https://zhengqi.example", "");
        return new TextNotices(jdbc, transaction, accounts, real, pushes, Clock.systemUTC(), events::add);
    }

    @Test
    void where_there_is_nobody_any_more_who_brings_them_none_waits_beyond_its_day() {
        add();
        admitted();
        when(texts.available()).thenReturn(false);
        worker().sendAll();
        assertThat(pushed()).as("its day is not over").isEmpty();

        // In one transaction: the service's own worker, which has nobody either, would give some of them up.
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update waiting_text_notice set tell_by = now()").update();
            worker().sendAll();
            worker().sendAll();
        });
        assertThat(pushed()).containsExactlyInAnyOrder("SMS FAILED 云税贷已放款", "SMS FAILED 入驻审核结果");
        assertThat(givenUp()).containsExactly("入驻审核结果 false");
        assertThat(ends()).containsExactly(WayEnded.How.FAILED, WayEnded.How.FAILED);
    }

    @Test
    void after_its_day_it_is_tried_once_more_and_given_up() {
        when(sending()).thenReturn(TextMessages.Sent.UNAVAILABLE);
        add();
        // As above; what goes on in the transaction goes on in one lane.
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update waiting_text_notice set tell_by = now()").update();
            worker().sendSome();
        });
        assertThat(pushed()).containsExactly("SMS FAILED 云税贷已放款");
        assertThat(ends()).containsExactly(WayEnded.How.FAILED);
    }

    private UUID admitted() {
        UUID event = Ids.next();
        worker().addOfEvent(event, account, Purpose.ADMISSION_APPROVED, "巴南区示例商会");
        return event;
    }

    private List<String> givenUp() {
        return jdbc.sql("select title || ' ' || uncertain from waiting_text_notice where ended_at is not null")
                .query(String.class)
                .list();
    }

    private TextMessages.Sent sending() {
        return texts.send(any(), eq(account), eq(MESSAGE));
    }

    private void add() {
        worker().add(Ids.next(), account, MessageKind.FINANCE, "云税贷已放款");
    }

    private TextNotices worker() {
        return new TextNotices(jdbc, transaction, accounts, texts, pushes, Clock.systemUTC(), events::add);
    }

    /** Instead of the pause before the next try. */
    private void itIsTimeAgain() {
        jdbc.sql("update waiting_text_notice set next_try_at = now() where ended_at is null")
                .update();
    }

    private List<WayEnded.How> ends() {
        return events.stream().map(event -> ((WayEnded) event).how()).toList();
    }

    private int waiting() {
        return jdbc.sql("select count(*) from waiting_text_notice")
                .query(Integer.class)
                .single();
    }

    private List<String> pushed() {
        return jdbc.sql(
                        "select channel || ' ' || result || ' ' || title from push_log where account_id = ? order by seq")
                .param(account)
                .query(String.class)
                .list();
    }

    private AccountRecord owner(boolean proved) {
        return new AccountRecord(
                account, UserType.ENTERPRISE, null, PHONE, proved, "张三", true, false, false, Instant.now());
    }
}
