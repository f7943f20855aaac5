package cn.zhengqi.message.sms;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.MessageProblem;
import cn.zhengqi.message.api.InternalSms.Availability;
import cn.zhengqi.message.api.InternalSms.CodeMessage;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.push.PushLog;
import cn.zhengqi.message.push.PushResult;
import cn.zhengqi.web.Callers;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/internal/sms")
class InternalSmsEndpoint {

    private final SmsSender sender;
    private final SmsProperties.Provider provider;
    private final PushLog log;
    private final Clock clock;

    InternalSmsEndpoint(SmsSender sender, SmsProperties properties, PushLog log, Clock clock) {
        this.sender = sender;
        this.provider = properties.provider();
        this.log = log;
        this.clock = clock;
    }

    @Callers("auth-service")
    @GetMapping("/availability")
    Availability availability() {
        return new Availability(provider != SmsProperties.Provider.NONE);
    }

    /** That it could not be sent is on record too; where no provider is named there was nothing to send with. */
    @Callers("auth-service")
    @PostMapping
    void send(@RequestBody CodeMessage message) {
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
        };
        log.sent(Ids.next(), account, PushChannel.SMS, result, MessageKind.SYSTEM, title, clock.instant());
    }

    /** For {@code ./zhengqi sms}. Where messages are really sent there is nothing to see. */
    @Callers(Callers.OPERATIONS)
    @GetMapping
    List<SimulatedSmsSender.Simulated> simulated() {
        if (sender instanceof SimulatedSmsSender simulator) {
            return simulator.newest();
        }
        throw ProblemException.notFound("短信由运营商发送，平台不保存内容");
    }
}
