package cn.zhengqi.auth.wechat;

import cn.zhengqi.kernel.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import me.chanjar.weixin.common.error.WxRuntimeException;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import me.chanjar.weixin.mp.bean.message.WxMpSubscribeMsgEvent;
import me.chanjar.weixin.mp.bean.message.WxMpXmlMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads what WeChat tells the official account, in 安全模式: signed and encrypted. Without token and key in the settings there is no such address. */
@Component
class WeChatEventReader {

    private static final Logger LOG = LoggerFactory.getLogger(WeChatEventReader.class);

    private final WeChatProperties settings;

    WeChatEventReader(WeChatProperties settings) {
        this.settings = settings;
    }

    /** @throws ProblemException NOT_FOUND unless it is WeChat that asks whether the address is ours */
    void requireGreeting(String signature, String timestamp, String nonce) {
        String right = SHA1.gen(callback().token(), timestamp, nonce);
        if (!MessageDigest.isEqual(
                right.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8))) {
            throw notThere();
        }
    }

    /**
     * What it says of subscriptions; nothing of what the platform does not listen to.
     *
     * @throws ProblemException NOT_FOUND for what WeChat has not written
     */
    List<WeChatEvent> read(String signature, String timestamp, String nonce, String body) {
        WeChatProperties.Callback callback = callback();
        WxMpXmlMessage message;
        try {
            message = WxMpXmlMessage.fromXml(new WxCryptUtil(callback.token(), callback.aesKey(), settings.appId())
                    .decryptXml(signature, timestamp, nonce, body));
        } catch (WxRuntimeException | IllegalArgumentException forged) {
            LOG.warn("Not of WeChat: {}", forged.getClass().getSimpleName());
            throw notThere();
        }
        return events(message);
    }

    private static List<WeChatEvent> events(WxMpXmlMessage message) {
        String openid = message.getFromUser();
        Long seconds = message.getCreateTime();
        if (openid == null || seconds == null) {
            return List.of();
        }
        Instant at = Instant.ofEpochSecond(seconds);
        List<WeChatEvent> events = new ArrayList<>();
        WxMpSubscribeMsgEvent.SubscribeMsgPopupEvent asked = message.getSubscribeMsgPopupEvent();
        if (asked != null && asked.getList() != null) {
            // Who closes the question without agreeing keeps what they agreed to before.
            asked.getList().stream()
                    .filter(it -> "accept".equals(it.getSubscribeStatusString()))
                    .forEach(
                            it -> events.add(new WeChatEvent(openid, at, WeChatEvent.Kind.AGREED, it.getTemplateId())));
        }
        WxMpSubscribeMsgEvent.SubscribeMsgChangeEvent changed = message.getSubscribeMsgChangeEvent();
        if (changed != null && changed.getList() != null) {
            changed.getList().stream()
                    .filter(it -> "reject".equals(it.getSubscribeStatusString()))
                    .forEach(it ->
                            events.add(new WeChatEvent(openid, at, WeChatEvent.Kind.DECLINED, it.getTemplateId())));
        }
        WxMpSubscribeMsgEvent.SubscribeMsgSentEvent sent = message.getSubscribeMsgSentEvent();
        if (sent != null && sent.getList() != null) {
            sent.getList().stream()
                    .map(it -> it.getErrorCode())
                    .filter(code -> code != null && !"0".equals(code.toString()))
                    .forEach(code -> LOG.warn("WeChat took a subscription message and did not bring it: {}", code));
        }
        return events;
    }

    private WeChatProperties.Callback callback() {
        WeChatProperties.@Nullable Callback callback = settings.callback();
        if (!settings.configured() || callback == null || callback.aesKey().isBlank()) {
            throw notThere();
        }
        return callback;
    }

    private static ProblemException notThere() {
        return ProblemException.notFound("没有这个地址");
    }
}
