package cn.zhengqi.message.sms;

import cn.zhengqi.message.api.InternalSms.Purpose;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of text messages.
 *
 * @param provider none is the default: whoever asks for a message is told that there is none
 */
@ConfigurationProperties("zhengqi.sms")
record SmsProperties(
        @DefaultValue("NONE") Provider provider, @Nullable Aliyun aliyun) {

    boolean bringsNotifications() {
        return switch (provider) {
            case NONE -> false;
            case SIMULATOR -> true;
            case ALIYUN ->
                aliyun != null
                        && !aliyun.templates()
                                .getOrDefault(Purpose.NOTIFICATION, "")
                                .isBlank();
        };
    }

    /** What stands before a text message. */
    String signature(String district) {
        if (provider == Provider.SIMULATOR) {
            return "模拟短信";
        }
        return aliyun != null && !aliyun.signName().isBlank() ? aliyun.signName() : district;
    }

    enum Provider {
        NONE,
        /** For a machine of one's own. */
        SIMULATOR,
        ALIYUN
    }

    /**
     * @param signName 签名; empty: that of the district
     * @param templates code of the template for each purpose; each has the one variable {@code code}
     */
    record Aliyun(
            @DefaultValue("https://dysmsapi.aliyuncs.com") URI endpoint,
            String accessKeyId,
            String accessKeySecret,
            @DefaultValue("") String signName,
            Map<Purpose, String> templates) {

        Aliyun {
            if (accessKeyId.isBlank() || accessKeySecret.isBlank()) {
                throw new IllegalArgumentException("zhengqi.sms.aliyun needs a key and its secret");
            }
            for (Purpose purpose : Purpose.values()) {
                // Without a template for them notifications go by the other ways.
                if (purpose != Purpose.NOTIFICATION
                        && templates.getOrDefault(purpose, "").isBlank()) {
                    throw new IllegalArgumentException("zhengqi.sms.aliyun.templates has none for " + purpose);
                }
            }
        }

        Aliyun signedBy(String district) {
            if (!signName.isBlank()) {
                return this;
            }
            if (district.isBlank()) {
                throw new IllegalArgumentException(
                        "zhengqi.sms.aliyun.sign-name or zhengqi.district.sms-signature must be set");
            }
            return new Aliyun(endpoint, accessKeyId, accessKeySecret, district, templates);
        }

        @Override
        public String toString() {
            return "Aliyun[" + endpoint + ", " + accessKeyId + "]";
        }
    }
}
