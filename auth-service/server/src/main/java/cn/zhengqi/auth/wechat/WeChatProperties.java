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

    WeChatProperties {
        if (!appId.isBlank() && secret.isBlank()) {
            throw new IllegalArgumentException("zhengqi.wechat.secret must be set where an app id is");
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
