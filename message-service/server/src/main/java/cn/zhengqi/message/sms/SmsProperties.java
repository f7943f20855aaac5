package cn.zhengqi.message.sms;

import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.push.SmsProvider;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of text messages.
 *
 * @param provider those that bring them, one or several; none is the default: whoever asks for a message is told that there is none
 * @param inquiry when they are asked what became of messages of which nobody knows
 */
@ConfigurationProperties("zhengqi.sms")
record SmsProperties(
        @DefaultValue("NONE") Set<Provider> provider,
        @Nullable Aliyun aliyun,
        @Nullable Tencent tencent,
        @Nullable Submail submail,
        @DefaultValue Inquiry inquiry) {

    SmsProperties {
        if (provider.contains(Provider.SIMULATOR) && provider.size() > 1) {
            throw new IllegalArgumentException(
                    "zhengqi.sms.provider: the simulator brings nothing beside those that do");
        }
    }

    /**
     * When a provider is asked what became of a message of which nobody knows.
     *
     * @param after handing over, the first time
     * @param pauses between that and the next time and so on, the last of them for all that follow
     * @param neverHadAfter handing over, it is believed at the earliest that it never had the message
     * @param neverHadAnswers so often it has said so then
     */
    record Inquiry(
            @DefaultValue("PT2M") Duration after,
            @DefaultValue({"PT10M", "PT30M", "PT1H"}) List<Duration> pauses,
            @DefaultValue("PT10M") Duration neverHadAfter,
            @DefaultValue("2") int neverHadAnswers) {

        /** Half of it for what stands still between writing down and handing over ({@link #mostDelay}), the other for the answer. */
        private static final Duration SHORTEST_DOUBT = ProviderLine.PATIENCE.multipliedBy(2);

        static final Inquiry USUAL = new Inquiry(
                Duration.ofMinutes(2),
                List.of(Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofHours(1)),
                Duration.ofMinutes(10),
                2);

        Inquiry {
            if (pauses.isEmpty() || neverHadAnswers < 2 || neverHadAfter.compareTo(SHORTEST_DOUBT) < 0) {
                throw new IllegalArgumentException(
                        "zhengqi.sms.inquiry needs a pause, two answers at least and never-had-after of 10 seconds at least");
            }
        }

        /** @param asked how often, with this time */
        Duration pauseAfter(int asked) {
            return pauses.get(Math.min(asked, pauses.size()) - 1);
        }

        /** What was written down longer ago is not handed over any more: its provider might have been asked about it already. */
        Duration mostDelay() {
            return neverHadAfter.dividedBy(2);
        }
    }

    /** What stands before a text message; of several providers the first one's. */
    String signature(String district) {
        if (provider.contains(Provider.SIMULATOR)) {
            return "模拟短信";
        }
        if (provider.contains(Provider.ALIYUN)
                && aliyun != null
                && !aliyun.signName().isBlank()) {
            return aliyun.signName();
        }
        if (provider.contains(Provider.TENCENT)
                && tencent != null
                && !tencent.signName().isBlank()) {
            return tencent.signName();
        }
        if (provider.contains(Provider.SUBMAIL)
                && submail != null
                && !submail.signName().isBlank()) {
            return submail.signName();
        }
        return district;
    }

    /** What one message of a provider costs, in yuan; null: nobody said. */
    @Nullable
    BigDecimal price(SmsProvider of) {
        return switch (of) {
            case ALIYUN -> aliyun == null ? null : aliyun.price();
            case TENCENT -> tencent == null ? null : tencent.price();
            case SUBMAIL -> submail == null ? null : submail.price();
            case SIMULATOR, SIMULATOR_SPARE -> null;
        };
    }

    /** What its address for reports ends with; empty: none are taken there. */
    String receiptToken(SmsProvider of) {
        return switch (of) {
            case ALIYUN -> aliyun == null ? "" : aliyun.receiptToken();
            case TENCENT -> tencent == null ? "" : tencent.receiptToken();
            case SUBMAIL, SIMULATOR, SIMULATOR_SPARE -> "";
        };
    }

    /** By which SUBMAIL signs what it reports; empty: nothing is taken. */
    String subhookKey() {
        return submail == null ? "" : submail.subhookKey();
    }

    enum Provider {
        NONE,
        /** For a machine of one's own: both simulated providers, so that messages can be seen to move from one to the other. */
        SIMULATOR,
        ALIYUN,
        TENCENT,
        SUBMAIL
    }

    /**
     * @param signName 签名; empty: that of the district
     * @param templates code of the template for each purpose; each has the one variable {@code code}
     * @param weight its part of the messages, against those of the others
     * @param price of one message, in yuan
     * @param receiptToken secret end of the address to which it reports
     */
    record Aliyun(
            @DefaultValue("https://dysmsapi.aliyuncs.com") URI endpoint,
            String accessKeyId,
            String accessKeySecret,
            @DefaultValue("") String signName,
            Map<Purpose, String> templates,
            @DefaultValue("1") int weight,
            @Nullable BigDecimal price,
            @DefaultValue("") String receiptToken) {

        Aliyun {
            if (accessKeyId.isBlank() || accessKeySecret.isBlank()) {
                throw new IllegalArgumentException("zhengqi.sms.aliyun needs a key and its secret");
            }
            requireAll("aliyun", templates, weight, price, receiptToken);
        }

        Aliyun signedBy(String district) {
            return signName.isBlank()
                    ? new Aliyun(
                            endpoint,
                            accessKeyId,
                            accessKeySecret,
                            required("aliyun", district),
                            templates,
                            weight,
                            price,
                            receiptToken)
                    : this;
        }

        @Override
        public String toString() {
            return "Aliyun[" + endpoint + ", " + accessKeyId + "]";
        }
    }

    /**
     * @param sdkAppId number of the application at 腾讯云短信
     * @param signName 签名; empty: that of the district
     * @param templates number of the template for each purpose; each has the one variable {@code {1}}
     * @param weight its part of the messages, against those of the others
     * @param price of one message, in yuan
     * @param receiptToken secret end of the address to which it reports
     */
    record Tencent(
            @DefaultValue("https://sms.tencentcloudapi.com") URI endpoint,
            String secretId,
            String secretKey,
            String sdkAppId,
            @DefaultValue("ap-guangzhou") String region,
            @DefaultValue("") String signName,
            Map<Purpose, String> templates,
            @DefaultValue("1") int weight,
            @Nullable BigDecimal price,
            @DefaultValue("") String receiptToken) {

        Tencent {
            if (secretId.isBlank() || secretKey.isBlank() || sdkAppId.isBlank()) {
                throw new IllegalArgumentException(
                        "zhengqi.sms.tencent needs an id, its key and the number of an application");
            }
            requireAll("tencent", templates, weight, price, receiptToken);
        }

        Tencent signedBy(String district) {
            return signName.isBlank()
                    ? new Tencent(
                            endpoint,
                            secretId,
                            secretKey,
                            sdkAppId,
                            region,
                            required("tencent", district),
                            templates,
                            weight,
                            price,
                            receiptToken)
                    : this;
        }

        @Override
        public String toString() {
            return "Tencent[" + endpoint + ", " + secretId + "]";
        }
    }

    /**
     * @param appId number of the application at SUBMAIL (AppID)
     * @param signName 签名, which stands in its templates; empty: that of the district
     * @param templates id of the template (项目) for each purpose; each has the one variable {@code @var(code)}
     * @param weight its part of the messages, against those of the others
     * @param price of one message, in yuan
     * @param subhookKey key (密匙) of the SUBHOOK, by which it signs its reports
     */
    record Submail(
            @DefaultValue("https://api-v4.mysubmail.com") URI endpoint,
            String appId,
            String appKey,
            @DefaultValue("") String signName,
            Map<Purpose, String> templates,
            @DefaultValue("1") int weight,
            @Nullable BigDecimal price,
            @DefaultValue("") String subhookKey) {

        Submail {
            if (appId.isBlank() || appKey.isBlank()) {
                throw new IllegalArgumentException("zhengqi.sms.submail needs an application and its key");
            }
            // It signs: no secret is in the address.
            requireAll("submail", templates, weight, price, "");
        }

        Submail signedBy(String district) {
            return signName.isBlank()
                    ? new Submail(
                            endpoint,
                            appId,
                            appKey,
                            required("submail", district),
                            templates,
                            weight,
                            price,
                            subhookKey)
                    : this;
        }

        @Override
        public String toString() {
            return "Submail[" + endpoint + ", " + appId + "]";
        }
    }

    private static void requireAll(
            String of, Map<Purpose, String> templates, int weight, @Nullable BigDecimal price, String receiptToken) {
        for (Purpose purpose : Purpose.values()) {
            // Without a template for them notifications go by the other ways.
            if (purpose != Purpose.NOTIFICATION
                    && templates.getOrDefault(purpose, "").isBlank()) {
                throw new IllegalArgumentException("zhengqi.sms." + of + ".templates has none for " + purpose);
            }
        }
        if (weight < 1) {
            throw new IllegalArgumentException("zhengqi.sms." + of + ".weight is at least 1");
        }
        if (price != null && (price.signum() < 0 || price.compareTo(MOST_FOR_ONE) > 0 || price.scale() > 4)) {
            throw new IllegalArgumentException(
                    "zhengqi.sms." + of + ".price is in yuan for one message, with four decimals at most");
        }
        if (!receiptToken.isEmpty() && !receiptToken.matches("[A-Za-z0-9_-]{32,128}")) {
            throw new IllegalArgumentException(
                    "zhengqi.sms." + of + ".receipt-token is of 32 to 128 letters, digits, - and _");
        }
    }

    private static final BigDecimal MOST_FOR_ONE = BigDecimal.valueOf(100);

    private static String required(String of, String district) {
        if (district.isBlank()) {
            throw new IllegalArgumentException(
                    "zhengqi.sms." + of + ".sign-name or zhengqi.district.sms-signature must be set");
        }
        return district;
    }
}
