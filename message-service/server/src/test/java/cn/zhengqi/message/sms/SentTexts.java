package cn.zhengqi.message.sms;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.push.PushLog;
import cn.zhengqi.message.push.SmsProvider;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What waits in the real database, sent when a test says so by a provider that can be away. The service's own worker has none, and leaves it alone. */
public final class SentTexts {

    private final List<String> onPhones = new ArrayList<>();
    private final JdbcClient jdbc;
    private final TextNotices notices;
    private boolean away;

    /** From the service that is tested. */
    public static class Parts {

        @Autowired
        private JdbcClient jdbc;

        @Autowired
        private TransactionTemplate transaction;

        @Autowired
        private SmsAttempts attempts;

        @Autowired
        private PushLog pushes;
    }

    public SentTexts(Parts parts, InternalAccounts accounts) {
        Clock clock = Clock.systemUTC();
        jdbc = parts.jdbc;
        SmsProperties properties = new SmsProperties(
                Set.of(SmsProperties.Provider.SIMULATOR), null, null, null, SmsProperties.Inquiry.USUAL);
        Providers providers = new Providers(clock, new SimpleMeterRegistry())
                .with(new AnsweringSender(SmsProvider.TENCENT, this::answer), 1);
        TextMessages texts = new TextMessages(
                new Handing(providers, parts.attempts, properties, clock),
                properties,
                parts.pushes,
                clock,
                "https://zhengqi.example",
                "");
        notices = new TextNotices(jdbc, parts.transaction, accounts, texts, parts.pushes, clock, event -> {});
    }

    private Handover answer(TextMessage message) {
        if (away) {
            return Handover.unavailable("FAILED", "away");
        }
        onPhones.add(message.phone() + " " + message.purpose() + " " + message.code());
        return Handover.accepted("Ok", "", "S" + Ids.next(), 1);
    }

    public TextNotices notices() {
        return notices;
    }

    public void providerIsAway(boolean isAway) {
        away = isAway;
    }

    /** As if the pause before the next try were over. */
    public void sendAll() {
        jdbc.sql("update waiting_text_notice set next_try_at = now() where ended_at is null")
                .update();
        notices.sendAll();
    }

    /** Phone, purpose and variable of what went out. */
    public List<String> onPhones() {
        return onPhones;
    }
}
