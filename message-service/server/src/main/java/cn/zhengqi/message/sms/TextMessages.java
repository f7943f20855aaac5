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
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Sends text messages and puts on record that they were sent, or could not be. */
@Component
public class TextMessages {

    private final SmsSender sender;
    private final SmsProperties.Provider provider;
    private final String signature;
    private final boolean notifications;
    private final PushLog log;
    private final Clock clock;

    TextMessages(
            SmsSender sender,
            SmsProperties properties,
            PushLog log,
            Clock clock,
            @Value("${zhengqi.district.sms-signature:}") String districtSignature) {
        this.sender = sender;
        this.provider = properties.provider();
        this.signature = properties.signature(districtSignature);
        this.notifications = properties.bringsNotifications();
        this.log = log;
        this.clock = clock;
    }

    /** Whether there is anybody who brings them. */
    public boolean available() {
        return provider != SmsProperties.Provider.NONE;
    }

    /** Whether there is anybody who brings notifications, which need a template of their own. */
    public boolean bringNotifications() {
        return notifications;
    }

    /** As the provider has approved it, around the title. */
    static String notification(String title) {
        return "您有一条新通知：" + title + "，请登录平台查看。";
    }

    /** What stands on the phone. */
    public String notificationText(String title) {
        return "【" + signature + "】" + notification(title);
    }

    /**
     * Hands over a notification once; whoever asks for it puts on record what became of it.
     *
     * @return false: the provider did not take it
     */
    public boolean sendNotification(String phone, String title) {
        try {
            sender.send(new TextMessage(phone, Purpose.NOTIFICATION, title));
            return true;
        } catch (ProblemException failed) {
            return false;
        }
    }

    /**
     * That it could not be sent is on record too; where no provider is named there was nothing to send with.
     *
     * @throws ProblemException SMS_NOT_CONFIGURED, SMS_FAILED
     */
    public void send(CodeMessage message) {
        try {
            sender.send(new TextMessage(message.phone(), message.purpose(), message.code()));
        } catch (ProblemException failed) {
            if (failed.code() == MessageProblem.SMS_FAILED) {
                record(message, PushResult.FAILED);
            }
            throw failed;
        }
        record(message, PushResult.ACCEPTED);
    }

    /** For what is said in the inbox too: one that was refused is on record, and is not tried again. */
    public void sendOrRecord(CodeMessage message) {
        PushResult result = PushResult.ACCEPTED;
        try {
            sender.send(new TextMessage(message.phone(), message.purpose(), message.code()));
        } catch (ProblemException failed) {
            result = PushResult.FAILED;
        }
        record(message, result);
    }

    /** The log says what was sent to whom: it has nothing of a code for a phone that is nobody's yet. */
    private void record(CodeMessage message, PushResult result) {
        UUID account = message.accountId();
        if (account == null) {
            return;
        }
        String title = switch (message.purpose()) {
            case SIGN_IN -> "登录验证码";
            case PASSWORD_RESET -> "重置密码验证码";
            case REGISTRATION -> "注册验证码";
            case PHONE_CHANGE -> "更换手机号验证码";
            case PHONE_CHANGED -> "手机号更换提醒";
            case ADMISSION_APPROVED, ADMISSION_REJECTED -> "入驻审核结果";
            case PASSWORD_LINK -> "设置密码链接";
            case NOTIFICATION -> message.code();
        };
        log.sent(Ids.next(), account, PushChannel.SMS, result, MessageKind.SYSTEM, title, clock.instant());
    }
}
