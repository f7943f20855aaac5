package cn.zhengqi.message.ways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.push.TextMissed;
import cn.zhengqi.message.push.TextReported;
import cn.zhengqi.message.push.TextTaken;
import cn.zhengqi.message.push.WayEnded;
import cn.zhengqi.message.push.WayEnded.How;
import cn.zhengqi.message.sms.TextMessages;
import cn.zhengqi.message.sms.TextNotices;
import cn.zhengqi.message.wechat.WeChatNotices;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** In 2030, so that the service's own worker, which lives today, leaves what waits here alone. */
@MessageServiceTest
class OuterWaysTest {

    private static final Terms ORDINARY = new Terms("test.ordinary", false, false, true);
    private static final Terms URGENT = new Terms("test.urgent", true, true, false);
    private static final Terms FIXED = new Terms("test.fixed", true, false, false);

    private static final WaysSettings DISTRICT =
            new WaysSettings(LocalTime.of(22, 0), LocalTime.of(8, 0), LocalTime.of(9, 0));

    private final UUID account = Ids.next();
    private final WeChatNotices weChat = mock(WeChatNotices.class);
    private final TextNotices texts = mock(TextNotices.class);
    private final TextMessages phones = mock(TextMessages.class);
    private final SetClock clock = new SetClock();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Preferences preferences;
    private OuterNotices notices;
    private NextWay next;
    private OuterWays ways;
    private boolean takenBack;

    /** The time that a test says. */
    private static final class SetClock extends Clock {

        private volatile Instant now = at("2030-03-05T10:00");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void both_ways_are_there() {
        jdbc.sql("delete from outer_notice where due_at > now() + interval '1 year'")
                .update();
        when(phones.bringNotifications()).thenReturn(true);
        preferences = new Preferences(jdbc, DISTRICT);
        notices = new OuterNotices(jdbc, clock);
        next = new NextWay(notices, preferences, weChat, texts, phones);
        ways = new OuterWays(notices, next, preferences, DISTRICT, message -> takenBack);
    }

    // ---------------------------------------------------------------- one way after the other

    @Test
    void wechat_is_tried_first_and_nothing_goes_by_text_message_when_it_is_there() {
        UUID message = tell(ORDINARY);
        isAtWeChat(message);
        end(message, PushChannel.WECHAT, How.TAKEN);
        verify(texts, never()).add(any(), any(), any(), any());
        assertThat(state(message)).as("what has arrived has no way to go").isNull();
    }

    @Test
    void the_text_message_goes_when_wechat_has_failed_for_good() {
        UUID message = tell(ORDINARY);
        verifyNoInteractions(texts);
        end(message, PushChannel.WECHAT, How.FAILED);
        isAtTexts(message);
        end(message, PushChannel.SMS, How.TAKEN);
        assertThat(state(message)).isNull();
    }

    @Test
    void the_text_message_goes_to_who_has_bound_no_wechat() {
        UUID message = tell(ORDINARY);
        end(message, PushChannel.WECHAT, How.NOBODY);
        isAtTexts(message);
    }

    @Test
    void who_has_neither_has_the_message_in_the_inbox_and_nothing_failed() {
        UUID message = tell(ORDINARY);
        end(message, PushChannel.WECHAT, How.NOBODY);
        end(message, PushChannel.SMS, How.NOBODY);
        assertThat(state(message)).isNull();
    }

    @Test
    void what_failed_by_one_way_and_leads_to_nobody_by_the_other_did_not_arrive() {
        UUID message = tell(ORDINARY);
        end(message, PushChannel.WECHAT, How.FAILED);
        end(message, PushChannel.SMS, How.NOBODY);
        assertThat(state(message)).isEqualTo("FAILED {WECHAT}");
    }

    @Test
    void the_end_of_one_way_that_is_heard_twice_leads_to_one_text_message() {
        UUID message = tell(ORDINARY);
        end(message, PushChannel.WECHAT, How.FAILED);
        end(message, PushChannel.WECHAT, How.FAILED);
        verify(texts, times(1)).add(eq(message), any(), any(), any());
    }

    @Test
    void where_nobody_brings_text_messages_a_failure_at_wechat_is_the_end() {
        when(phones.bringNotifications()).thenReturn(false);
        UUID message = tell(ORDINARY);
        end(message, PushChannel.WECHAT, How.FAILED);
        assertThat(state(message)).isEqualTo("FAILED {WECHAT}");
    }

    // ---------------------------------------------------------------- sent again

    @Test
    void what_failed_goes_by_all_its_ways_again() {
        UUID message = failed();
        clearInvocations(weChat, texts);
        assertThat(resend(message)).isEqualTo(OuterWays.Resent.RESENT);
        isAtWeChat(message);
        assertThat(resend(message)).as("it is on its way").isEqualTo(OuterWays.Resent.NOT_THERE);
        end(message, PushChannel.WECHAT, How.TAKEN);
        assertThat(resend(message)).as("it has arrived").isEqualTo(OuterWays.Resent.NOT_THERE);
    }

    @Test
    void what_may_have_gone_out_is_not_sent_again() {
        UUID message = tell(ORDINARY);
        end(message, PushChannel.WECHAT, How.NOBODY);
        end(message, PushChannel.SMS, How.UNCERTAIN);
        assertThat(state(message)).isEqualTo("UNCERTAIN {SMS}");
        assertThat(resend(message)).isEqualTo(OuterWays.Resent.UNCERTAIN);
        assertThat(resendAccepting(message)).as("but when that is accepted").isEqualTo(OuterWays.Resent.RESENT);
        assertThat(resendAccepting(message)).isEqualTo(OuterWays.Resent.NOT_THERE);
    }

    @Test
    void what_its_receiver_declined_meanwhile_is_not_sent_again() {
        UUID message = failed();
        declines(ORDINARY, PushChannel.WECHAT, PushChannel.SMS);
        assertThat(resend(message)).isEqualTo(OuterWays.Resent.DECLINED);
    }

    // ---------------------------------------------------------------- what providers report

    @Test
    void what_a_provider_took_and_could_not_bring_did_not_arrive_and_can_be_sent_again() {
        UUID push = Ids.next();
        UUID message = takenByAProvider(push, How.TAKEN);
        assertThat(state(message)).as("nobody knows yet").isEqualTo("TAKEN {}");
        assertThat(resend(message)).as("it may be there").isEqualTo(OuterWays.Resent.NOT_THERE);

        report(push, false);

        assertThat(state(message)).isEqualTo("FAILED {SMS}");
        assertThat(resend(message)).isEqualTo(OuterWays.Resent.RESENT);
        end(message, PushChannel.WECHAT, How.NOBODY);
        verify(texts, times(2)).add(eq(message), any(), any(), any());
        report(push, true);
        assertThat(state(message))
                .as("a report of the first try says nothing of the second")
                .startsWith("UNDER_WAY");
    }

    @Test
    void what_is_reported_as_brought_has_arrived_whatever_the_answer_was() {
        for (How answer : List.of(How.TAKEN, How.UNCERTAIN)) {
            UUID push = Ids.next();
            UUID message = takenByAProvider(push, answer);
            report(push, true);
            assertThat(state(message)).isNull();
        }
    }

    @Test
    void what_may_have_gone_out_and_is_reported_as_not_brought_can_be_sent_again() {
        UUID push = Ids.next();
        UUID message = takenByAProvider(push, How.UNCERTAIN);
        report(push, false);
        assertThat(resend(message)).isEqualTo(OuterWays.Resent.RESENT);
    }

    @Test
    void what_its_provider_never_had_goes_again_by_text_message_and_after_three_times_waits_for_an_operator() {
        UUID message = tell(ORDINARY);
        end(message, PushChannel.WECHAT, How.NOBODY);
        for (int time = 1; time <= 4; time++) {
            UUID push = Ids.next();
            transaction.executeWithoutResult(
                    status -> ways.ended(new WayEnded(message, PushChannel.SMS, How.UNCERTAIN, push)));
            assertThat(resend(message)).isEqualTo(OuterWays.Resent.UNCERTAIN);
            transaction.executeWithoutResult(status -> ways.missed(new TextMissed(push, true)));
            transaction.executeWithoutResult(status -> ways.missed(new TextMissed(push, true)));
            verify(texts, times(Math.min(time, 3) + 1)).add(eq(message), any(), any(), any());
        }

        assertThat(state(message)).isEqualTo("FAILED {SMS}");
        assertThat(resend(message)).isEqualTo(OuterWays.Resent.RESENT);
    }

    @Test
    void what_its_provider_never_had_does_not_go_by_itself_after_its_day_nor_to_who_declined_it_meanwhile() {
        for (boolean declined : List.of(false, true)) {
            UUID push = Ids.next();
            UUID message = takenByAProvider(push, How.UNCERTAIN);
            if (declined) {
                declines(ORDINARY, PushChannel.SMS);
            }
            clearInvocations(texts);
            transaction.executeWithoutResult(status -> ways.missed(new TextMissed(push, declined)));
            assertThat(state(message)).isEqualTo("FAILED {SMS}");
            verifyNoInteractions(texts);
        }
    }

    @Test
    void what_its_provider_never_had_does_not_go_by_itself_when_it_was_taken_back_meanwhile() {
        UUID push = Ids.next();
        UUID message = takenByAProvider(push, How.UNCERTAIN);
        clearInvocations(texts);
        takenBack = true;
        transaction.executeWithoutResult(status -> ways.missed(new TextMissed(push, true)));
        assertThat(state(message)).isEqualTo("FAILED {SMS}");
        verifyNoInteractions(texts);
    }

    @Test
    void what_its_provider_has_after_all_waits_for_its_report() {
        UUID push = Ids.next();
        UUID message = takenByAProvider(push, How.UNCERTAIN);
        transaction.executeWithoutResult(status -> ways.taken(new TextTaken(push)));
        assertThat(state(message)).isEqualTo("TAKEN {}");
        report(push, false);
        assertThat(state(message)).isEqualTo("FAILED {SMS}");
    }

    @Test
    void of_what_nobody_reported_for_a_week_nothing_is_kept() {
        UUID message = takenByAProvider(Ids.next(), How.TAKEN);
        clock.now = clock.now.plus(HeldNotices.REPORTS_WITHIN);
        releasing().releaseAll();
        assertThat(state(message)).isNull();
    }

    // ---------------------------------------------------------------- what people choose

    @Test
    void by_a_way_that_somebody_declined_nothing_goes() {
        declines(ORDINARY, PushChannel.WECHAT);
        isAtTexts(tell(ORDINARY));
        verifyNoInteractions(weChat);
    }

    @Test
    void what_cannot_be_declined_goes_all_the_same() {
        declines(FIXED, PushChannel.WECHAT, PushChannel.SMS);
        isAtWeChat(tell(FIXED));
    }

    // ---------------------------------------------------------------- quiet hours

    @Test
    void at_night_it_waits_for_the_morning() {
        clock.now = at("2030-03-05T23:00");
        UUID message = tell(ORDINARY);
        releasing().releaseAll();
        verifyNoInteractions(weChat);

        clock.now = at("2030-03-06T08:00");
        releasing().releaseAll();
        releasing().releaseAll();
        isAtWeChat(message);
    }

    @Test
    void what_is_declined_during_the_night_does_not_go_in_the_morning() {
        clock.now = at("2030-03-05T23:00");
        UUID message = tell(ORDINARY);
        declines(ORDINARY, PushChannel.WECHAT, PushChannel.SMS);
        clock.now = at("2030-03-06T08:00");
        releasing().releaseAll();
        verifyNoInteractions(weChat, texts);
        assertThat(state(message)).isNull();
    }

    @Test
    void what_is_urgent_goes_at_night() {
        clock.now = at("2030-03-05T23:00");
        isAtWeChat(tell(URGENT));
    }

    @Test
    void a_text_message_after_a_failure_in_the_evening_waits_for_the_morning() {
        clock.now = at("2030-03-05T21:55");
        UUID message = tell(ORDINARY);
        clock.now = at("2030-03-05T22:05");
        end(message, PushChannel.WECHAT, How.FAILED);
        verifyNoInteractions(texts);
        clock.now = at("2030-03-06T08:00");
        releasing().releaseAll();
        isAtTexts(message);
    }

    @Test
    void who_wants_to_be_told_at_any_hour_is() {
        preferences.say(account, 0, new Quiet(Quiet.Mode.NONE, null, null), Map.of(), clock.now);
        clock.now = at("2030-03-05T23:00");
        isAtWeChat(tell(ORDINARY));
    }

    // ---------------------------------------------------------------- digest

    @Test
    void what_somebody_wants_once_a_day_is_one_message_of_what_they_have_not_read() {
        wantsDigests();
        UUID read = tell(ORDINARY);
        tell(ORDINARY);
        tell(ORDINARY);
        verifyNoInteractions(weChat);
        jdbc.sql("update message set read_at = now() where id = ?").param(read).update();

        clock.now = at("2030-03-06T09:00");
        releasing().releaseAll();
        releasing().releaseAll();

        verify(weChat, times(1))
                .add(
                        eq(PushChannel.WECHAT),
                        any(),
                        eq(account),
                        eq(MessageKind.SYSTEM),
                        eq("每日汇总：融资 2 条未读：银行已受理"),
                        eq(null),
                        any());
        verifyNoInteractions(texts);
    }

    @Test
    void a_digest_tells_by_each_way_only_what_is_wanted_by_it() {
        Terms other = new Terms("test.other", false, false, true);
        preferences.say(
                account,
                0,
                Quiet.OF_DISTRICT,
                Map.of(
                        ORDINARY.code(), new Choice(Set.of(PushChannel.SMS), true),
                        other.code(), new Choice(Set.of(PushChannel.WECHAT), true)),
                clock.now);
        tell(ORDINARY);
        tell(ORDINARY);
        tell(other);

        clock.now = at("2030-03-06T09:00");
        releasing().releaseAll();

        verify(weChat, times(1)).add(any(), any(), eq(account), any(), eq("每日汇总：融资 2 条未读：银行已受理"), eq(null), any());
    }

    @Test
    void a_digest_that_falls_into_somebody_s_quiet_hours_goes_after_them() {
        preferences.say(
                account,
                0,
                new Quiet(Quiet.Mode.OWN, LocalTime.of(22, 0), LocalTime.of(10, 0)),
                Map.of(ORDINARY.code(), new Choice(Set.of(PushChannel.SMS), true)),
                clock.now);
        tell(ORDINARY);
        tell(ORDINARY);

        clock.now = at("2030-03-06T09:00");
        releasing().releaseAll();
        verifyNoInteractions(weChat);
        clock.now = at("2030-03-06T10:00");
        releasing().releaseAll();
        releasing().releaseAll();

        verify(weChat, times(1)).add(any(), any(), eq(account), any(), eq("每日汇总：融资 2 条未读：银行已受理"), eq(null), any());
    }

    @Test
    void an_operator_s_text_message_that_is_sent_again_at_night_goes_in_the_morning() {
        UUID push = Ids.next();
        transaction.executeWithoutResult(status -> ways.undelivered(new OuterNotice(
                push,
                account,
                MessageKind.POLICY,
                new Terms(Terms.NOTIFICATIONS, false, false, false),
                null,
                null,
                "申报提醒",
                null,
                clock.now,
                false)));
        clock.now = at("2030-03-05T22:30");
        assertThat(resend(push)).isEqualTo(OuterWays.Resent.RESENT);
        verifyNoInteractions(texts);

        clock.now = at("2030-03-06T08:00");
        releasing().releaseAll();

        verify(texts, times(1)).add(push, account, MessageKind.POLICY, "申报提醒");
        end(push, PushChannel.SMS, How.FAILED);
        assertThat(state(push)).as("nothing is lost untold").isEqualTo("FAILED {SMS}");
    }

    @Test
    void what_is_taken_back_at_night_does_not_go_in_the_morning_and_what_is_not_does() {
        clock.now = at("2030-03-05T23:00");
        UUID back = tell(ORDINARY);
        UUID stays = tell(ORDINARY);
        transaction.executeWithoutResult(status -> ways.takeBack(List.of(back)));
        clock.now = at("2030-03-06T08:00");
        releasing().releaseAll();
        isAtWeChat(stays);
        verify(weChat, never()).add(any(), eq(back), any(), any(), any(), any(), any());
        assertThat(state(back)).as("operators may send it").isEqualTo("FAILED {SMS}");
    }

    @Test
    void what_is_read_or_deleted_in_the_inbox_during_the_night_does_not_go_in_the_morning() {
        clock.now = at("2030-03-05T23:00");
        UUID read = tell(ORDINARY);
        UUID deleted = tell(ORDINARY);
        jdbc.sql("update message set read_at = now() where id = ?").param(read).update();
        jdbc.sql("delete from message where id = ?").param(deleted).update();
        clock.now = at("2030-03-06T08:00");
        releasing().releaseAll();
        verifyNoInteractions(weChat, texts);
        assertThat(state(read)).isNull();
        assertThat(state(deleted)).isNull();
    }

    @Test
    void who_has_read_all_of_a_day_gets_no_digest() {
        wantsDigests();
        UUID read = tell(ORDINARY);
        jdbc.sql("update message set read_at = now() where id = ?").param(read).update();
        clock.now = at("2030-03-06T09:00");
        releasing().releaseAll();
        verifyNoInteractions(weChat, texts);
        assertThat(state(read)).isNull();
    }

    @Test
    void what_allows_no_digest_goes_at_once() {
        preferences.say(account, 0, Quiet.OF_DISTRICT, Map.of("test.soon", new Choice(Set.of(), true)), clock.now);
        isAtWeChat(tell(new Terms("test.soon", false, false, false)));
    }

    // ---------------------------------------------------------------- helpers

    /** Another copy of the service. */
    private HeldNotices releasing() {
        return new HeldNotices(notices, next, new DailyDigest(notices, next), transaction);
    }

    private UUID tell(Terms terms) {
        UUID message = Ids.next();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into message (id, account_id, event_id, at_desk, kind, title, body, created_at)
                            values (?, ?, ?, false, 'FINANCE', '银行已受理融资申请', '正文', now())""").params(message, account, Ids.next()).update();
            ways.add(new OuterNotice(
                    message,
                    account,
                    MessageKind.FINANCE,
                    terms,
                    "银行已受理",
                    null,
                    "银行已受理申请",
                    "/my/applications/1",
                    clock.now));
        });
        return message;
    }

    private UUID failed() {
        UUID message = tell(ORDINARY);
        end(message, PushChannel.WECHAT, How.FAILED);
        end(message, PushChannel.SMS, How.FAILED);
        assertThat(state(message)).isEqualTo("FAILED {WECHAT,SMS}");
        return message;
    }

    private void end(UUID message, PushChannel way, How how) {
        transaction.executeWithoutResult(status -> ways.ended(new WayEnded(message, way, how)));
    }

    private UUID takenByAProvider(UUID push, How answer) {
        UUID message = tell(ORDINARY);
        end(message, PushChannel.WECHAT, How.NOBODY);
        transaction.executeWithoutResult(status -> ways.ended(new WayEnded(message, PushChannel.SMS, answer, push)));
        return message;
    }

    private void report(UUID push, boolean delivered) {
        transaction.executeWithoutResult(status -> ways.reported(new TextReported(push, delivered)));
    }

    private OuterWays.@Nullable Resent resend(UUID message) {
        return transaction.execute(status -> ways.resend(message, false));
    }

    /** That it may come twice. */
    private OuterWays.@Nullable Resent resendAccepting(UUID message) {
        return transaction.execute(status -> ways.resend(message, true));
    }

    private void declines(Terms terms, PushChannel... declined) {
        preferences.say(
                account,
                0,
                Quiet.OF_DISTRICT,
                Map.of(terms.code(), new Choice(Set.copyOf(List.of(declined)), false)),
                clock.now);
    }

    private void wantsDigests() {
        preferences.say(
                account,
                0,
                Quiet.OF_DISTRICT,
                Map.of(ORDINARY.code(), new Choice(Set.of(PushChannel.SMS), true)),
                clock.now);
    }

    private void isAtWeChat(UUID message) {
        verify(weChat, times(1))
                .add(
                        PushChannel.WECHAT,
                        message,
                        account,
                        MessageKind.FINANCE,
                        "银行已受理",
                        "/my/applications/1",
                        toldAt(message));
        verifyNoInteractions(texts);
    }

    private void isAtTexts(UUID message) {
        verify(texts, times(1)).add(message, account, MessageKind.FINANCE, "银行已受理申请");
    }

    private Instant toldAt(UUID message) {
        return jdbc.sql("select happened_at from outer_notice where message_id = ?")
                .param(message)
                .query((row, number) ->
                        row.getObject("happened_at", OffsetDateTime.class).toInstant())
                .single();
    }

    private @Nullable String state(UUID message) {
        return jdbc.sql("select state || ' ' || failed::text from outer_notice where message_id = ?")
                .param(message)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BusinessTime.ZONE).toInstant();
    }
}
