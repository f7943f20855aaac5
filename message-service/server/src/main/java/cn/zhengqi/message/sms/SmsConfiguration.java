package cn.zhengqi.message.sms;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.message.push.SmsProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Which providers bring text messages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmsProperties.class)
class SmsConfiguration {

    @Bean
    Providers smsProviders(
            SmsProperties properties,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            DataProtection protection,
            MeterRegistry meters,
            @Value("${zhengqi.public-url:http://localhost:8080}") String portal,
            @Value("${zhengqi.district.sms-signature:}") String districtSignature) {
        Providers providers = new Providers(clock, meters);
        for (SmsProperties.Provider one : properties.provider()) {
            switch (one) {
                case NONE -> {}
                case SIMULATOR ->
                    providers
                            .with(new SimulatedSmsSender(SmsProvider.SIMULATOR, jdbc, clock, portal, protection), 3)
                            .with(
                                    new SimulatedSmsSender(
                                            SmsProvider.SIMULATOR_SPARE, jdbc, clock, portal, protection),
                                    1);
                case ALIYUN -> {
                    SmsProperties.Aliyun aliyun = set("aliyun", properties.aliyun());
                    providers.with(
                            new AliyunSmsSender(aliyun.signedBy(districtSignature), portal, json, clock),
                            aliyun.weight());
                }
                case TENCENT -> {
                    SmsProperties.Tencent tencent = set("tencent", properties.tencent());
                    providers.with(
                            new TencentSmsSender(tencent.signedBy(districtSignature), portal, json, clock),
                            tencent.weight());
                }
                case SUBMAIL -> {
                    SmsProperties.Submail submail = set("submail", properties.submail());
                    providers.with(
                            new SubmailSmsSender(submail.signedBy(districtSignature), portal, json, clock),
                            submail.weight());
                }
            }
        }
        return providers;
    }

    private static <T> T set(String name, @Nullable T settings) {
        if (settings == null) {
            throw new IllegalArgumentException("zhengqi.sms." + name + " must be set");
        }
        return settings;
    }
}
