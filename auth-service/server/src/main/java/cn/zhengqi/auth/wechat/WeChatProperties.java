package cn.zhengqi.auth.wechat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the official account (公众号).
 *
 * @param appId empty is the default: there is no official account, and everybody signs in by phone
 * @param secret 开发者密码, from the environment alone
 * @param apiUrl where WeChat's API answers this service; another one for the simulator
 * @param openUrl where a browser is sent to be recognised by WeChat; a path of this site for the simulator
 * @param scriptUrl of the JSSDK that pages load; absent: the one that they bring
 * @param notice template of the messages to followers; absent: none are sent
 * @param subscription template of messages to which people agree one at a time; absent: none are sent
 * @param callback where WeChat tells who agreed; absent: it is not heard
 * @param publicUrl where browsers reach the platform: the domain that is entered at WeChat for sign-in and JSSDK
 */
@ConfigurationProperties("zhengqi.wechat")
record WeChatProperties(
        @DefaultValue("") String appId,
        @DefaultValue("") String secret,
        @DefaultValue("https://api.weixin.qq.com") String apiUrl,
        @DefaultValue("https://open.weixin.qq.com") String openUrl,
        @Nullable String scriptUrl,
        @Nullable Notice notice,
        @Nullable Subscription subscription,
        @Nullable Callback callback,
        @DefaultValue("http://localhost:8080") URI publicUrl) {

    /**
     * A template that WeChat has approved, with one field for what it is about and one for when.
     *
     * @param templateId empty: there is none
     * @param titleField such as {@code thing1}, of at most 20 characters
     * @param timeField such as {@code time2}
     */
    record Notice(
            @DefaultValue("") String templateId,
            @DefaultValue("thing1") String titleField,
            @DefaultValue("time2") String timeField) {}

    /**
     * A subscription template (订阅通知) that the official account has chosen, with one field for what it is about and one for when.
     *
     * @param templateId empty: there is none
     * @param titleField such as {@code thing1}, of at most 20 characters
     * @param timeField such as {@code time2}
     */
    record Subscription(
            @DefaultValue("") String templateId,
            @DefaultValue("thing1") String titleField,
            @DefaultValue("time2") String timeField) {}

    /**
     * 服务器配置 of the official account, in 安全模式: without the key WeChat is not heard at all.
     *
     * @param token signs what WeChat tells
     * @param aesKey EncodingAESKey, 43 characters
     */
    record Callback(
            @DefaultValue("") String token,
            @DefaultValue("") String aesKey) {

        /** Neither goes to a log. */
        @Override
        public String toString() {
            return "Callback[" + !aesKey.isEmpty() + "]";
        }
    }

    WeChatProperties {
        if (!appId.isBlank() && secret.isBlank()) {
            throw new IllegalArgumentException("zhengqi.wechat.secret must be set where an app id is");
        }
        if (callback != null && callback.token().isBlank() != callback.aesKey().isBlank()) {
            throw new IllegalArgumentException("zhengqi.wechat.callback needs token and aes-key, or neither");
        }
        if (callback != null
                && !callback.aesKey().isBlank()
                && !callback.aesKey().matches("[A-Za-z0-9]{43}")) {
            throw new IllegalArgumentException("zhengqi.wechat.callback.aes-key must have 43 letters and digits");
        }
    }

    boolean configured() {
        return !appId.isBlank();
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "WeChatProperties[" + appId + ", " + apiUrl + "]";
    }
}
