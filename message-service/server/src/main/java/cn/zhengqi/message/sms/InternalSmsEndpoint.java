package cn.zhengqi.message.sms;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.api.InternalSms.Availability;
import cn.zhengqi.message.api.InternalSms.CodeMessage;
import cn.zhengqi.message.push.SmsProvider;
import cn.zhengqi.web.Callers;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/internal/sms")
class InternalSmsEndpoint {

    private final TextMessages texts;
    private final Providers providers;

    InternalSmsEndpoint(TextMessages texts, Providers providers) {
        this.texts = texts;
        this.providers = providers;
    }

    @Callers("auth-service")
    @GetMapping("/availability")
    Availability availability() {
        return new Availability(texts.available());
    }

    /** That it could not be sent is on record too. */
    @Callers("auth-service")
    @PostMapping
    void send(@RequestBody CodeMessage message) {
        texts.send(message);
    }

    /** For {@code ./zhengqi sms}. Where messages are really sent there is nothing to see. */
    @Callers(Callers.OPERATIONS)
    @GetMapping
    List<SimulatedSmsSender.Simulated> simulated() {
        if (providers.sender(SmsProvider.SIMULATOR).orElse(null) instanceof SimulatedSmsSender simulator) {
            return simulator.newest();
        }
        throw ProblemException.notFound("短信由运营商发送，平台不保存内容");
    }
}
