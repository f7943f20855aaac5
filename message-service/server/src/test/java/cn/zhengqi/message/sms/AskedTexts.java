package cn.zhengqi.message.sms;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.message.push.PushLog;
import cn.zhengqi.message.push.SmsProvider;
import cn.zhengqi.message.push.TextMissed;
import cn.zhengqi.message.push.TextReported;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Text messages in the real database by one provider, which answers as a test says and is asked afterwards. What is heard of them goes to whom the test names, in its order. The service's own worker has no provider. */
public final class AskedTexts {

    private final AnsweringSender provider = new AnsweringSender(SmsProvider.ALIYUN, message -> answer());
    private final JdbcClient jdbc;
    private final InternalAccounts accounts;
    private final Providers providers;
    private final SmsAttempts attempts;
    private final TextMessages messages;
    private final TextNotices notices;
    private List<Consumer<Object>> listeners = List.of();
    private boolean silent = true;

    /** From the service that is tested. */
    public static class Parts {

        @Autowired
        private JdbcClient jdbc;

        @Autowired
        private TransactionTemplate transaction;

        @Autowired
        private PlatformTransactionManager transactions;

        @Autowired
        private DataProtection protection;

        @Autowired
        private PushLog pushes;
    }

    /** Of what other tests left nobody is told or asked. */
    public AskedTexts(Parts parts, InternalAccounts accounts) {
        this.jdbc = parts.jdbc;
        this.accounts = accounts;
        jdbc.sql("update sms_attempt set inquire_at = null, phone_mark = null where inquire_at is not null")
                .update();
        jdbc.sql("delete from waiting_text_notice").update();
        Clock clock = Clock.systemUTC();
        SmsProperties properties = new SmsProperties(
                Set.of(SmsProperties.Provider.SIMULATOR), null, null, null, SmsProperties.Inquiry.USUAL);
        attempts = new SmsAttempts(
                jdbc, parts.transactions, this::heard, parts.protection, properties, new SimpleMeterRegistry());
        providers = new Providers(clock, new SimpleMeterRegistry()).with(provider, 1);
        messages = new TextMessages(
                new Handing(providers, attempts, properties, clock),
                properties,
                parts.pushes,
                clock,
                "https://zhengqi.example",
                "");
        notices = new TextNotices(jdbc, parts.transaction, accounts, messages, parts.pushes, clock, this::heard);
    }

    private Handover answer() {
        return silent ? Handover.unknown(null, "未收到答复") : Handover.accepted("OK", "", null, 1);
    }

    private void heard(Object event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    public void heardBy(List<Consumer<Object>> all) {
        listeners = all;
    }

    /** As what waits here hears of it. */
    public void hear(Object event) {
        switch (event) {
            case TextReported report -> notices.reported(report);
            case TextMissed miss -> notices.missed(miss);
            default -> {}
        }
    }

    public InternalAccounts accounts() {
        return accounts;
    }

    public TextMessages messages() {
        return messages;
    }

    public TextNotices notices() {
        return notices;
    }

    public void sendAll() {
        notices.sendAll();
    }

    /** Now it answers what it is handed: it has it. */
    public void answers() {
        silent = false;
    }

    public int handedOver() {
        return provider.attempts.size();
    }

    public void askedItSaysThatItNeverHadIt(Duration later) {
        ask(later, Found.neverHad());
    }

    public void askedItSaysThatItHasIt(Duration later) {
        ask(later, Found.taken());
    }

    public void askedItSaysThatItArrived(Duration later) {
        ask(later, Found.delivered("DELIVERED"));
    }

    /** As often as it is believed. */
    public void itNeverHadIt() {
        askedItSaysThatItNeverHadIt(Duration.ofMinutes(3));
        askedItSaysThatItNeverHadIt(Duration.ofMinutes(14));
    }

    private void ask(Duration later, Found found) {
        provider.knowing(inquiry -> found);
        new Inquiries(attempts, providers, accounts, Clock.offset(Clock.systemUTC(), later)).askAll();
    }

    /** The report of the newest that it was handed. */
    public void reports(boolean delivered) {
        attempts.reported(
                provider.provider(),
                List.of(new Receipt(provider.attempts.getLast(), null, delivered, "", "", 1)),
                Clock.systemUTC().instant());
    }
}
