package cn.zhengqi.message.sms;

import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.push.SmsProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A provider of a test, which remembers what it was asked. */
final class AnsweringSender implements SmsSender {

    private final SmsProvider provider;
    private final Function<TextMessage, Handover> answer;
    final List<UUID> attempts = new ArrayList<>();

    /** What it was asked about, and what it says then. */
    final List<Inquiry> inquiries = new CopyOnWriteArrayList<>();

    private Function<Inquiry, Found> knows = inquiry -> Found.notKnown("", "");
    private Duration remembers = Duration.ofDays(29);

    AnsweringSender remembering(Duration term) {
        remembers = term;
        return this;
    }

    AnsweringSender knowing(Function<Inquiry, Found> found) {
        knows = found;
        return this;
    }

    AnsweringSender(SmsProvider provider, Handover answer) {
        this(provider, message -> answer);
    }

    AnsweringSender(SmsProvider provider, Function<TextMessage, Handover> answer) {
        this.provider = provider;
        this.answer = answer;
    }

    @Override
    public SmsProvider provider() {
        return provider;
    }

    @Override
    public boolean brings(Purpose purpose) {
        return true;
    }

    @Override
    public String text(TextMessage message) {
        return new Wording("示例", "https://zhengqi.example").of(message);
    }

    @Override
    public Handover send(UUID attempt, TextMessage message) {
        attempts.add(attempt);
        return answer.apply(message);
    }

    @Override
    public Duration remembers() {
        return remembers;
    }

    @Override
    public Found find(Inquiry inquiry) {
        inquiries.add(inquiry);
        return knows.apply(inquiry);
    }
}
