package cn.zhengqi.message.sms;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.MessageProblem;
import cn.zhengqi.message.api.InternalSms.CodeMessage;
import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.push.PushLog;
import cn.zhengqi.message.push.PushResult;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Sends text messages and puts on record that they were sent, or could not be. */
@Component
public class TextMessages {

    private final Handing handing;
    private final Wording wording;
    private final PushLog log;
    private final Clock clock;

    TextMessages(
            Handing handing,
            SmsProperties properties,
            PushLog log,
            Clock clock,
            @Value("${zhengqi.public-url:http://localhost:8080}") String portal,
            @Value("${zhengqi.district.sms-signature:}") String districtSignature) {
        this.handing = handing;
        this.wording = new Wording(properties.signature(districtSignature), portal);
        this.log = log;
        this.clock = clock;
    }

    /** What is known of a message after it was handed over. */
    public enum Sent {
        /** A provider has it. */
        ACCEPTED,
        /** No provider took it, nor will. */
        REFUSED,
        /** No provider could be reached or was able to: it has not gone out, and can be handed over later. */
        UNAVAILABLE,
        /** It may have gone out; it must not be handed over again. */
        UNKNOWN
    }

    /** Whether there is anybody who brings them. */
    public boolean available() {
        return !handing.providers().isEmpty();
    }

    /** Whether there is anybody who brings notifications, which need a template of their own. */
    public boolean bringNotifications() {
        return bring(Purpose.NOTIFICATION);
    }

    /** Whether there is anybody who brings these: each purpose needs a template of its own. */
    boolean bring(Purpose purpose) {
        return handing.providers().bring(purpose);
    }

    /** What stands on the phone. */
    public String notificationText(String title) {
        return wording.of(new TextMessage("", Purpose.NOTIFICATION, title));
    }

    /**
     * Hands over a notification once; whoever asks for it puts on record what became of it.
     *
     * @param push id under which it is put into the log of pushes
     */
    public Sent sendNotification(UUID push, UUID account, String phone, String title) {
        return send(push, account, new TextMessage(phone, Purpose.NOTIFICATION, title));
    }

    /** As {@link #sendNotification}, whatever it says. */
    Sent send(UUID push, UUID account, TextMessage message) {
        return sent(handing.send(push, account, message));
    }

    /** What the provider reported already of what it took, in the caller's transaction; empty: nothing yet. */
    public Optional<Boolean> delivered(UUID push) {
        return handing.delivered(push);
    }

    /**
     * That it could not be sent is on record too; where no provider is named there was nothing to send with.
     *
     * @throws ProblemException SMS_NOT_CONFIGURED, SMS_FAILED
     */
    public void send(CodeMessage message) {
        if (!available()) {
            throw new ProblemException(MessageProblem.SMS_NOT_CONFIGURED);
        }
        UUID account = message.accountId();
        UUID push = account == null ? null : Ids.next();
        Sent sent =
                sent(handing.send(push, account, new TextMessage(message.phone(), message.purpose(), message.code())));
        record(push, account, message, sent == Sent.ACCEPTED ? PushResult.ACCEPTED : PushResult.FAILED);
        if (sent != Sent.ACCEPTED) {
            throw new ProblemException(MessageProblem.SMS_FAILED);
        }
    }

    private static Sent sent(Optional<Handover> result) {
        return result.map(it -> switch (it.outcome()) {
                    case ACCEPTED -> Sent.ACCEPTED;
                    case REFUSED -> Sent.REFUSED;
                    case UNAVAILABLE -> Sent.UNAVAILABLE;
                    case UNKNOWN -> Sent.UNKNOWN;
                })
                .orElse(Sent.REFUSED);
    }

    /** The log says what was sent to whom: it has nothing of a code for a phone that is nobody's yet. */
    private void record(@Nullable UUID push, @Nullable UUID account, CodeMessage message, PushResult result) {
        if (push == null || account == null) {
            return;
        }
        String title = title(message.purpose(), message.code());
        log.sent(push, account, PushChannel.SMS, result, MessageKind.SYSTEM, title, clock.instant());
    }

    /**
     * What the log calls it.
     *
     * @param words of a notification, which is called what it says
     */
    static String title(Purpose purpose, @Nullable String words) {
        return switch (purpose) {
            case SIGN_IN -> "登录验证码";
            case PASSWORD_RESET -> "重置密码验证码";
            case REGISTRATION -> "注册验证码";
            case PHONE_CHANGE -> "更换手机号验证码";
            case PHONE_CHANGED -> "手机号更换提醒";
            case ADMISSION_APPROVED, ADMISSION_REJECTED -> "入驻审核结果";
            case PASSWORD_LINK -> "设置密码链接";
            case NOTIFICATION -> Objects.requireNonNull(words);
        };
    }
}
