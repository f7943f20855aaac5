package cn.zhengqi.message.sms;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.push.SmsProvider;
import cn.zhengqi.web.LargeBody;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where providers report what became of text messages. SUBMAIL signs what it sends. The others do not: what proves a report of theirs is the secret end of the address, which only the provider and this platform know.
 * With either goes a number or id that this platform got from the provider or gave to it (ADR 0052). Without such an end or key in the settings there is no such address.
 */
@RestController
@RequestMapping("/api/message/sms-receipts")
class SmsReceiptController {

    private static final Logger LOG = LoggerFactory.getLogger(SmsReceiptController.class);

    private final SmsAttempts attempts;
    private final SmsProperties properties;
    private final JsonMapper json;
    private final Clock clock;

    SmsReceiptController(SmsAttempts attempts, SmsProperties properties, JsonMapper json, Clock clock) {
        this.attempts = attempts;
        this.properties = properties;
        this.json = json;
        this.clock = clock;
    }

    /** As 阿里云 wants to be answered. */
    record AliyunAnswer(int code, String msg) {}

    /** As 腾讯云 wants to be answered. */
    record TencentAnswer(int result, String errmsg) {}

    @PostMapping("/aliyun/{token}")
    @LargeBody(kilobytes = 1024)
    AliyunAnswer aliyun(@PathVariable String token, @RequestBody String body) {
        take(ReceiptFormat.ALIYUN, token, body);
        return new AliyunAnswer(0, "接收成功");
    }

    @PostMapping("/tencent/{token}")
    @LargeBody(kilobytes = 1024)
    TencentAnswer tencent(@PathVariable String token, @RequestBody String body) {
        take(ReceiptFormat.TENCENT, token, body);
        return new TencentAnswer(0, "OK");
    }

    /** SUBMAIL does not say how it wants to be answered: that it was is enough. */
    @PostMapping("/submail")
    void submail(@RequestBody String body) {
        String key = properties.subhookKey();
        Subhook event = Subhook.of(json, body);
        if (key.isEmpty() || !event.isSignedBy(key)) {
            throw noSuchAddress();
        }
        take(Subhook.PROVIDER, event.receipts());
    }

    private void take(ReceiptFormat format, String token, String body) {
        SmsProvider provider = format.provider();
        String secret = properties.receiptToken(provider);
        if (secret.isEmpty() || !MessageDigest.isEqual(bytes(secret), bytes(token))) {
            throw noSuchAddress();
        }
        take(provider, format.read(json, body));
    }

    /** What is reported again, or of a message that is not known, changes nothing and is answered as taken: it would be sent for ever otherwise. */
    private void take(SmsProvider provider, List<Receipt> receipts) {
        int taken = attempts.reported(provider, receipts, clock.instant());
        if (taken < receipts.size()) {
            LOG.info("{} reported {} messages, {} of which were waited for", provider, receipts.size(), taken);
        }
    }

    private static ProblemException noSuchAddress() {
        return ProblemException.notFound("没有这个地址");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
