package cn.zhengqi.message.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.push.PushLog;
import cn.zhengqi.message.push.TextMissed;
import cn.zhengqi.message.push.TextReported;
import cn.zhengqi.message.push.TextTaken;
import cn.zhengqi.message.push.WayEnded;
import cn.zhengqi.message.sms.AskedTexts;
import cn.zhengqi.message.ways.OuterWays;
import cn.zhengqi.message.ways.Preferences;
import cn.zhengqi.message.ways.Quiet;
import cn.zhengqi.message.ways.WaysOverTexts;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What becomes of somebody whom an operator's notification may or may not have reached by text message, once the provider is asked. Three listen to what it says, in an order that nobody declares: each test runs in one
 * and in the other.
 */
@MessageServiceTest
class NotificationTextsTest {

    private final UUID account = Ids.next();
    private final UUID notification = Ids.next();
    private final CurrentUser author = TestUsers.operator("message.notification.read", "message.notification.manage");

    @Autowired
    private ServiceClient client;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Preferences preferences;

    @Autowired
    private PushLog pushes;

    @Autowired
    private NotificationMapper notifications;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private AskedTexts texts;

    @BeforeEach
    void an_account_has_a_phone() {
        InternalAccounts accounts = mock(InternalAccounts.class);
        when(accounts.account(account))
                .thenReturn(new AccountRecord(
                        account,
                        UserType.ENTERPRISE,
                        null,
                        "13700000057",
                        true,
                        "张三",
                        true,
                        false,
                        false,
                        Instant.now()));
        texts = new AskedTexts(beans.createBean(AskedTexts.Parts.class), accounts);
        jdbc.sql("insert into account (account_id, user_type) values (?, 'ENTERPRISE')")
                .param(account)
                .update();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_its_provider_never_had_goes_again_once_and_the_result_follows(boolean reversed) {
        sent(reversed);
        assertThat(result()).isEqualTo("UNCERTAIN");

        texts.askedItSaysThatItNeverHadIt(Duration.ofMinutes(3));
        assertThat(result()).as("one answer is none").isEqualTo("UNCERTAIN");
        texts.askedItSaysThatItNeverHadIt(Duration.ofMinutes(14));
        assertThat(result()).isEqualTo("UNDELIVERED");
        assertThat(waiting()).as("one of the listeners sends it").isEqualTo(1);
        assertThat(undelivered()).isEqualTo("UNDER_WAY 1");

        texts.answers();
        goes();
        assertThat(result()).isEqualTo("ACCEPTED");
        assertThat(undelivered()).isEqualTo("TAKEN 1");
        texts.reports(true);
        assertThat(result()).isEqualTo("DELIVERED");
        assertThat(undelivered()).as("it has arrived").isNull();
        assertThat(texts.handedOver()).isEqualTo(2);
        assertThat(pushed()).containsExactly("SMS FAILED", "SMS ACCEPTED");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_it_never_had_when_it_went_again_goes_a_third_time_once(boolean reversed) {
        sent(reversed);
        texts.itNeverHadIt();
        goes();
        assertThat(result()).as("of the second nobody knows either").isEqualTo("UNCERTAIN");
        assertThat(undelivered()).isEqualTo("UNCERTAIN 1");

        texts.itNeverHadIt();
        assertThat(result()).isEqualTo("UNDELIVERED");
        assertThat(waiting()).isEqualTo(1);
        assertThat(undelivered()).isEqualTo("UNDER_WAY 2");
        texts.answers();
        goes();
        texts.reports(false);

        assertThat(texts.handedOver()).isEqualTo(3);
        assertThat(result()).isEqualTo("UNDELIVERED");
        assertThat(undelivered()).as("operators may send it").isEqualTo("FAILED 2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_its_provider_has_after_all_is_taken_and_then_what_it_says_of_it(boolean reversed) {
        sent(reversed);
        texts.askedItSaysThatItHasIt(Duration.ofMinutes(3));
        assertThat(result()).isEqualTo("ACCEPTED");
        texts.askedItSaysThatItArrived(Duration.ofMinutes(14));
        assertThat(result()).isEqualTo("DELIVERED");
        assertThat(undelivered()).isNull();
        assertThat(texts.handedOver()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_its_provider_has_after_all_of_what_went_again_is_taken_too(boolean reversed) {
        sent(reversed);
        texts.itNeverHadIt();
        goes();
        texts.askedItSaysThatItHasIt(Duration.ofMinutes(3));
        assertThat(result()).isEqualTo("ACCEPTED");
        assertThat(undelivered()).isEqualTo("TAKEN 1");
        texts.reports(false);
        assertThat(result()).isEqualTo("UNDELIVERED");
        assertThat(undelivered()).isEqualTo("FAILED 1");
        assertThat(waiting()).as("its provider had it").isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_an_operator_sends_again_though_it_may_come_twice_has_its_result_too(boolean reversed) {
        OuterWays ways = sent(reversed);
        texts.itNeverHadIt();
        goes();
        assertThat(result()).isEqualTo("UNCERTAIN");
        UUID message = jdbc.sql(
                        "select push_id from notification_receiver where notification_id = ? and account_id = ?")
                .params(notification, account)
                .query(UUID.class)
                .single();

        texts.answers();
        transaction.executeWithoutResult(status -> WaysOverTexts.sendInDoubt(ways, message));
        goes();
        assertThat(result()).isEqualTo("ACCEPTED");
        texts.reports(true);

        assertThat(result()).isEqualTo("DELIVERED");
        assertThat(texts.handedOver()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_was_cancelled_meanwhile_does_not_go_again_but_when_an_operator_says_so(boolean reversed) {
        sent(reversed);
        cancel();
        assertThat(result()).as("it may have gone out").isEqualTo("UNCERTAIN");
        texts.itNeverHadIt();

        assertThat(result()).isEqualTo("UNDELIVERED");
        assertThat(waiting()).isZero();
        assertThat(undelivered()).isEqualTo("FAILED 0");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_was_cancelled_after_it_went_again_does_not_go_a_third_time(boolean reversed) {
        sent(reversed);
        texts.itNeverHadIt();
        goes();
        cancel();
        texts.itNeverHadIt();

        assertThat(texts.handedOver()).isEqualTo(2);
        assertThat(result()).isEqualTo("UNDELIVERED");
        assertThat(waiting()).isZero();
        assertThat(undelivered()).as("operators may send it").isEqualTo("FAILED 1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_waits_for_the_morning_to_go_again_and_is_cancelled_does_not_go_then(boolean reversed) {
        sent(reversed);
        LocalTime now = LocalTime.now(BusinessTime.ZONE);
        preferences.say(
                account, 0, new Quiet(Quiet.Mode.OWN, now.minusHours(1), now.plusHours(1)), Map.of(), Instant.now());
        texts.itNeverHadIt();
        assertThat(undelivered()).isEqualTo("HELD 1");
        cancel();

        assertThat(undelivered()).as("operators may send it").isEqualTo("FAILED 1");
        assertThat(result()).isEqualTo("UNDELIVERED");
        assertThat(waiting()).isZero();
    }

    /** To one who is told now, without an answer, and to another whose turn comes later, so that it can be cancelled. */
    private OuterWays sent(boolean reversed) {
        OuterWays ways = beans.createBean(WaysOverTexts.class).of(texts.notices(), texts.messages());
        Receivers receivers = new Receivers(jdbc, ways, Clock.systemUTC());
        List<Consumer<Object>> listeners =
                List.of(event -> hear(ways, event), event -> hear(receivers, event), texts::hear);
        texts.heardBy(reversed ? listeners.reversed() : listeners);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into notification (id, kind, title, body, channels, audience, state, author_id, author_name, authors,
                              created_at, changed_at, started_at, people)
                            values (?, 'POLICY', '申报提醒', '正文', '{SMS}', cast(? as jsonb), 'SENDING', ?, '运营', array[?], now(), now(), now(), 2)""")
                    .params(
                            notification,
                            """
                            {"target": "ACCOUNTS", "userTypes": [], "adminsOnly": false, "towns": [], "industries": [], "enterprises": [], "institutions": []}""",
                            author.accountId(),
                            author.accountId().toString())
                    .update();
            jdbc.sql(
                            "insert into notification_receiver (notification_id, account_id, channel, result) values (?, ?, 'SMS', 'WAITING')")
                    .params(notification, account)
                    .update();
            jdbc.sql("""
                            insert into notification_receiver (notification_id, account_id, channel, result, next_try_at)
                            values (?, ?, 'SMS', 'WAITING', now() + interval '1 day')""").params(notification, Ids.next()).update();
        });
        Deliveries deliveries = new Deliveries(jdbc, transaction, pushes, preferences, Clock.systemUTC());
        new TextDelivery(
                        jdbc, transaction, texts.accounts(), texts.messages(), receivers, deliveries, Clock.systemUTC())
                .sendSome(notifications.find(notification).orElseThrow());
        return ways;
    }

    private static void hear(OuterWays ways, Object event) {
        switch (event) {
            case TextReported report -> ways.reported(report);
            case TextTaken taken -> ways.taken(taken);
            case TextMissed miss -> ways.missed(miss);
            case WayEnded ended -> ways.ended(ended);
            default -> throw new IllegalArgumentException(event.toString());
        }
    }

    private static void hear(Receivers receivers, Object event) {
        switch (event) {
            case TextReported report -> receivers.reported(report);
            case TextTaken taken -> receivers.taken(taken);
            case TextMissed miss -> receivers.missed(miss);
            case WayEnded ended -> receivers.sentAgain(ended);
            default -> throw new IllegalArgumentException(event.toString());
        }
    }

    /** What waits for being sent again. */
    private void goes() {
        texts.sendAll();
        assertThat(waiting()).isZero();
    }

    private void cancel() {
        client.as(author)
                .post()
                .uri("/api/message/notifications/{id}/cancel", notification)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "version",
                        notifications.find(notification).orElseThrow().getVersion()))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private String result() {
        return jdbc.sql("select result from notification_receiver where notification_id = ? and account_id = ?")
                .params(notification, account)
                .query(String.class)
                .single();
    }

    private int waiting() {
        return jdbc.sql("select count(*) from waiting_text_notice where account_id = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }

    /** In which state it is where what has not arrived is, and how often it went again by itself; one at most. */
    private @Nullable String undelivered() {
        return jdbc.sql("select state || ' ' || again from outer_notice where account_id = ?")
                .param(account)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private List<String> pushed() {
        return jdbc.sql("select channel || ' ' || result from push_log where account_id = ? order by seq")
                .param(account)
                .query(String.class)
                .list();
    }
}
